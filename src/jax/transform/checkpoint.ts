import type { JaxArray } from "../array/array";
import { closeOver } from "../core/close-over";
import { Call } from "../core/operation";
import { stage } from "../core/stage";
import { bindCall } from "../core/trace";
import type { TreeDef } from "../tree/treedef";
import { flattenArrays } from "./leaves";
import { takeOptions } from "./take-options";
import { argumentNames, functionName } from "./parameter-names";
import type { AnyFunction } from "./types";

/**
 * The same function, but its derivative keeps only the arguments and computes everything inside once
 * more. The function is staged, as by `jit`.
 */
export function checkpoint<F extends AnyFunction>(
  f: F,
  options: { readonly staticArgnums?: number | readonly number[] } = {},
): F {
  takeOptions("checkpoint", f, options, ["staticArgnums"]);
  const { staticArgnums = [] } = options;
  const statics = typeof staticArgnums === "number" ? [staticArgnums] : staticArgnums;
  const name = functionName(f);
  const wrapped = (...args: unknown[]): unknown => {
    const positions = args.map((_, i) => i).filter((i) => !statics.includes(i));
    const traced = positions.map((i) => args[i]);
    const { arrays, treedef } = flattenArrays(traced);
    const holder: { outTree: TreeDef | null } = { outTree: null };
    const run = (tracers: readonly JaxArray[]): JaxArray[] => {
      const rebuilt = treedef.unflatten(tracers);
      const actual = [...args];
      if (Array.isArray(rebuilt)) positions.forEach((at, i) => (actual[at] = rebuilt[i]));
      const out = flattenArrays(Reflect.apply(f, undefined, actual));
      holder.outTree = out.treedef;
      return out.arrays;
    };
    const avals = arrays.map(({ shape, dtype, weak }) => ({ shape, dtype, weak }));
    const staged = stage(run, avals, {
      transformation: "checkpoint / remat",
      name,
      inputs: () => argumentNames(f, traced, positions),
    });
    const { jaxpr, captured } = closeOver(staged);
    const outs = bindCall(new Call(name, jaxpr, true), [...captured, ...arrays]);
    if (holder.outTree === null) throw new Error("The function did not run.");
    return holder.outTree.unflatten(outs);
  };
  Object.defineProperty(wrapped, "name", { value: f.name });
  // The wrapped function takes and gives what `f` does.
  return wrapped as unknown as F;
}
export { checkpoint as remat };
