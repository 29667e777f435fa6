import type { JaxArray } from "../array/array";
import { batchFlat } from "./batch-jaxpr";
import type { BatchRule, Batching } from "./batch-rule";
import { CustomJvp, CustomLinear, CustomVjp, DebugPrint, type PullFunction } from "./operation";
import { fullLike, reduceSum, reshape } from "./ops";
import { bind, bindCall } from "./trace";

const ALL = (): boolean => true;

/** The function and its rule, both for the whole batch. */
export const batchCustomJvp: BatchRule<"custom_jvp_call"> = (by, custom, args, batched, size) => {
  const { name, run, jvp, ruleName } = custom;
  const whole = new CustomJvp(
    name,
    (values) => batchFlat(by, run, values, batched, size, ALL).outs,
    (primals, tangents) => {
      const both = batchFlat(
        by,
        (all) => {
          const result = jvp(all.slice(0, primals.length), all.slice(primals.length));
          return [
            ...result.outs,
            ...result.tangents.map((t, i) => t ?? fullLike(result.outs[i], 0)),
          ];
        },
        [...primals, ...tangents],
        [...batched, ...batched],
        size,
        ALL,
      ).outs;
      const count = both.length / 2;
      return { outs: both.slice(0, count), tangents: both.slice(count) };
    },
    ruleName,
  );
  const outs = bindCall(whole, args);
  return { outs, outBatched: outs.map(ALL) };
};

/** The function and both halves of its rule for the whole batch. */
export const batchCustomVjp: BatchRule<"custom_vjp_call"> = (by, custom, args, batched, size) => {
  const { name, run, fwd, ruleNames } = custom;
  const whole = new CustomVjp(
    name,
    (values) => batchFlat(by, run, values, batched, size, ALL).outs,
    (values) => {
      const holder: { count: number; pull: PullFunction } = { count: 0, pull: () => [] };
      const { outs: all, outBatched } = batchFlat(
        by,
        (inputs) => {
          const { outs, residuals, pull } = fwd(inputs);
          holder.count = outs.length;
          holder.pull = pull;
          return [...outs, ...residuals];
        },
        values,
        batched,
        size,
        (i) => i < holder.count,
      );
      const { count, pull } = holder;
      const saved = outBatched.slice(count);
      return {
        outs: all.slice(0, count),
        residuals: all.slice(count),
        pull: batchPull(by, pull, saved, batched, size),
      };
    },
    ruleNames,
  );
  const outs = bindCall(whole, args);
  return { outs, outBatched: outs.map(ALL) };
};

/** Cotangents of arguments that all examples share are summed over the batch. */
function batchPull(
  by: Batching,
  pull: PullFunction,
  saved: readonly boolean[],
  inputs: readonly boolean[],
  size: number,
): PullFunction {
  return (residuals, cotangents) => {
    const count = residuals.length;
    const isNull: boolean[] = [];
    const { outs } = batchFlat(
      by,
      (all) =>
        pull(all.slice(0, count), all.slice(count)).map((ct, i) => {
          isNull[i] = ct === null;
          return ct ?? all[0];
        }),
      [...residuals, ...cotangents],
      [...saved, ...cotangents.map(ALL)],
      size,
      ALL,
    );
    return outs.map((ct, i): JaxArray | null => {
      if (isNull[i]) return null;
      return inputs[i] ? ct : reduceSum(ct, [0]);
    });
  };
}

/** The tangents of the whole batch; the backward half then runs for the whole batch too. */
export const batchCustomLinear: BatchRule<"custom_lin"> = (by, custom, args, batched, size) => {
  const { numResiduals, pull, outAvals } = custom;
  const whole = new CustomLinear(
    numResiduals,
    batchPull(by, pull, batched.slice(0, numResiduals), batched.slice(numResiduals), size),
    outAvals.map((aval) => ({ ...aval, shape: [size, ...aval.shape] })),
  );
  return { outs: bindCall(whole, args), outBatched: outAvals.map(ALL) };
};

/** Shows each example on its own, in order. */
export const batchPrint: BatchRule<"debug_print"> = (_, print, args, batched, size) => {
  const { format, show } = print;
  const each = new DebugPrint(format, (values) => {
    for (let i = 0; i < size; i++) show(values.map((x, k) => (batched[k] ? rowOf(x, i) : x)));
  });
  return { outs: bindCall(each, args), outBatched: [] };
};

function rowOf(x: JaxArray, i: number): JaxArray {
  const start = x.shape.map((_, axis) => (axis === 0 ? i : 0));
  const limit = x.shape.map((n, axis) => (axis === 0 ? i + 1 : n));
  const cut = bind("slice", [x], { start, limit, strides: x.shape.map(() => 1) });
  return reshape(cut, x.shape.slice(1));
}
