import type { JaxArray } from "../array/array";
import { batchFlat, batchJaxpr } from "./batch-jaxpr";
import type { BatchRule, Batching } from "./batch-rule";
import { evalJaxpr } from "./eval-jaxpr";
import { flags, memo } from "./memo";
import { Call, Cond } from "./operation";
import { broadcastInDim, constLike, select } from "./ops";
import { bind, bindCall } from "./trace";

/** One branch for the whole batch; where the index differs between examples, all branches and a choice. */
export const batchCond: BatchRule<"cond"> = (by, cond, args, batched, size) => {
  if (batched[0]) return chooseEach(by, cond, args, batched, size);
  const operands = batched.slice(1);
  const { staged, outBatched } = memo(cond, `batch:${size}:${flags(operands)}`, () => {
    const alone = cond.branches.map(({ jaxpr }) => batchJaxpr(by, jaxpr, operands, size));
    const all = cond.outAvals.map((_, i) => alone.some((branch) => branch.outBatched[i]));
    const branches = cond.branches.map(
      ({ name, jaxpr }) => new Call(name, batchJaxpr(by, jaxpr, operands, size, all).jaxpr),
    );
    return { staged: new Cond(branches), outBatched: all };
  });
  return { outs: bindCall(staged, args), outBatched };
};

function chooseEach(
  by: Batching,
  { branches, outAvals }: Cond,
  [index, ...operands]: readonly JaxArray[],
  [, ...batched]: readonly boolean[],
  size: number,
): { outs: JaxArray[]; outBatched: boolean[] } {
  const results = branches.map(
    ({ jaxpr }) =>
      batchFlat(
        by,
        (args) => evalJaxpr(jaxpr, args),
        operands,
        batched,
        size,
        () => true,
      ).outs,
  );
  const outs = outAvals.map((_, i) =>
    results
      .map((result) => result[i])
      .reduce((chosen, x, branch) => {
        const here = bind("eq", [index, constLike(index, branch)], {});
        return select(broadcastInDim(here, x.shape, [0]), chosen, x);
      }),
  );
  return { outs, outBatched: outs.map(() => true) };
}
