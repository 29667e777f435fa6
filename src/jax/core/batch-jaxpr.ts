import type { JaxArray } from "../array/array";
import { BatchTrace, BatchTracer, batchValue } from "./batch-trace";
import type { Batching } from "./batch-rule";
import { evalJaxpr } from "./eval-jaxpr";
import type { Jaxpr } from "./jaxpr";
import type { FlatFunction } from "./operation";
import { withBatchAxis } from "./with-batch-axis";
import { stage } from "./stage";
import { currentMain, withMain } from "./trace";

/** Runs a function for a whole batch; results named in `forced` get a batch axis even if all are equal. */
export function batchFlat(
  by: Batching,
  f: FlatFunction,
  values: readonly JaxArray[],
  batched: readonly boolean[],
  size: number,
  forced: (i: number) => boolean = () => false,
): { outs: JaxArray[]; outBatched: boolean[] } {
  const { main: ended, ...result } = withMain(
    "vmap",
    (main) => new BatchTrace(main, size, by),
    false,
    (main) => {
      const outs = f(values.map((x, i) => (batched[i] ? new BatchTracer(main, x) : x)));
      const outBatched = outs.map((out, i) => out.main === main || forced(i));
      return {
        outs: outs.map((out, i) => {
          const value = batchValue(out, main);
          return outBatched[i] ? withBatchAxis(value, out.main === main, size) : value;
        }),
        outBatched,
        main,
      };
    },
  );
  // What was made for the tracers may still be read by those of the enclosing transformation.
  currentMain()?.created.push(...ended.created);
  return result;
}

/** A staged function for a whole batch. */
export function batchJaxpr(
  by: Batching,
  jaxpr: Jaxpr,
  batched: readonly boolean[],
  size: number,
  forced: readonly boolean[] = [],
): { jaxpr: Jaxpr; outBatched: readonly boolean[] } {
  const holder: { outBatched: readonly boolean[] } = { outBatched: [] };
  const avals = jaxpr.inputs.map(({ aval }, i) =>
    batched[i] ? { ...aval, shape: [size, ...aval.shape] } : aval,
  );
  const run: FlatFunction = (args) => evalJaxpr(jaxpr, args);
  const staged = stage((values) => {
    const { outs, outBatched } = batchFlat(
      by,
      run,
      values,
      batched,
      size,
      (i) => forced[i] === true,
    );
    holder.outBatched = outBatched;
    return outs;
  }, avals);
  return { jaxpr: staged, outBatched: holder.outBatched };
}
