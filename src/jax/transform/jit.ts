import type { JaxArray } from "../core/array";
import { sameShape, type Aval } from "../core/aval";
import { closeOver } from "../core/close-over";
import { Call } from "../core/operation";
import { stage } from "../core/stage";
import { bindCall } from "../core/trace";
import { JaxTypeError } from "../errors";
import { toArray } from "../numpy/as-array";
import { flatten } from "../tree/flatten";
import type { TreeDef } from "../tree/treedef";
import { pythonTypeName } from "../type-name";
import { flattenArrays } from "./leaves";
import { takeOptions } from "./options";
import type { AnyFunction } from "./types";

export interface JitOptions {
  /** Positions of arguments that are not arrays but part of the program; staged once per value. */
  readonly staticArgnums?: number | readonly number[];
}

/** One staging of a function: what it was staged for, and what came out. */
interface Staged {
  readonly statics: readonly unknown[];
  readonly treedef: TreeDef;
  readonly avals: readonly Aval[];
  readonly call: Call;
  readonly captured: readonly JaxArray[];
  readonly outTree: TreeDef;
}

/** More stagings than this are not kept: something differs in every call. */
const MAX_STAGED = 64;

/**
 * The function, staged: its first call with arguments of given shapes writes its operations down,
 * later calls only run them, freeing what is not needed any more at once. Inside, arrays have no
 * values, so `if (x > 0)` on a traced array raises.
 *
 * ```ts
 * const step = jax.jit((w, x) => w.sub(jax.grad(loss)(w, x).mul(0.1)));
 * ```
 */
export function jit<F extends AnyFunction>(f: F, options: JitOptions = {}): F {
  takeOptions("jit", f, options, ["staticArgnums"]);
  const { staticArgnums = [] } = options;
  const positions = typeof staticArgnums === "number" ? [staticArgnums] : [...staticArgnums];
  const kept: Staged[] = [];
  const staged = (...args: unknown[]): unknown => {
    const isStatic = args.map(
      (_, i) => positions.includes(i) || positions.includes(i - args.length),
    );
    const statics = args.filter((_, i) => isStatic[i]);
    const traced = args.filter((_, i) => !isStatic[i]);
    const { leaves, treedef } = flatten(traced);
    const arrays = leaves.map((leaf) => argumentArray(leaf, f));
    const found =
      kept.find((entry) => fits(entry, statics, treedef, arrays)) ??
      keep(kept, stageFor(f, args, isStatic, treedef, arrays, statics));
    return found.outTree.unflatten(bindCall(found.call, [...found.captured, ...arrays]));
  };
  Object.defineProperty(staged, "name", { value: f.name });
  // The staged function takes and gives what `f` does.
  return staged as unknown as F;
}

function fits(
  entry: Staged,
  statics: readonly unknown[],
  treedef: TreeDef,
  arrays: readonly JaxArray[],
): boolean {
  const { avals } = entry;
  if (avals.length !== arrays.length || statics.length !== entry.statics.length) return false;
  for (let i = 0; i < avals.length; i++) {
    const aval = avals[i];
    const x = arrays[i];
    if (aval.dtype !== x.dtype || aval.weak !== x.weak || !sameShape(aval.shape, x.shape))
      return false;
  }
  return (
    statics.every((value, i) => Object.is(value, entry.statics[i])) && entry.treedef.equals(treedef)
  );
}

/** Functions that captured values of an outer transformation are staged anew in each of its runs. */
function keep(kept: Staged[], entry: Staged): Staged {
  if (entry.captured.length > 0) return entry;
  if (kept.length >= MAX_STAGED) kept.shift();
  kept.push(entry);
  return entry;
}

function stageFor(
  f: AnyFunction,
  args: readonly unknown[],
  isStatic: readonly boolean[],
  treedef: TreeDef,
  arrays: readonly JaxArray[],
  statics: readonly unknown[],
): Staged {
  const holder: { outTree: TreeDef | null } = { outTree: null };
  const avals = arrays.map(({ shape, dtype, weak }) => ({ shape, dtype, weak }));
  const jaxpr = stage((tracers) => {
    const rebuilt = treedef.unflatten(tracers);
    const traced: unknown[] = Array.isArray(rebuilt) ? rebuilt : [];
    let next = 0;
    const actual = args.map((arg, i) => (isStatic[i] ? arg : traced[next++]));
    const out = flattenArrays(Reflect.apply(f, undefined, actual));
    holder.outTree = out.treedef;
    return out.arrays;
  }, avals);
  const { jaxpr: closed, captured } = closeOver(jaxpr);
  const call = new Call(f.name || "<lambda>", closed);
  if (holder.outTree === null) throw new Error("The function did not run.");
  return { statics, treedef, avals, call, captured, outTree: holder.outTree };
}

function argumentArray(leaf: unknown, f: AnyFunction): JaxArray {
  const array = toArray(leaf);
  if (array !== null) return array;
  throw new JaxTypeError(
    `Error interpreting argument to ${`<function ${f.name || "<lambda>"}>`} as an abstract array. The problematic value is of type <class '${pythonTypeName(leaf)}'> and was passed to the function. Arguments that are not arrays can be named in staticArgnums.`,
  );
}
