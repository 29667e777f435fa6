import type { JaxArray } from "../array/array";
import { sameShape, type Aval } from "../array/aval";
import { currentReading } from "../core/named-step";
import { JaxTypeError, ValueError } from "../base/errors";
import { toArray } from "../numpy/as-array";
import { flatten } from "../tree/flatten";
import type { TreeDef } from "../tree/treedef";
import { pythonTypeName } from "../tree/python-type-name";
import { jitFlat, type FlatStaged } from "./flat";
import { takeOptions } from "./take-options";
import { argumentNames, functionName, parameterNames } from "./parameter-names";
import { stagedResult } from "./staged-result";
import type { AnyFunction } from "./types";

export interface JitOptions {
  /** Positions of arguments that are not arrays but part of the program; staged once per value. */
  readonly staticArgnums?: number | readonly number[];
  /** The same by the names of the function's parameters. */
  readonly staticArgnames?: string | readonly string[];
  /** Accepted for JAX's sake: memory is freed after the last use anyway. */
  readonly donateArgnums?: number | readonly number[];
}

/** One staging of a function: what it was staged for, and what came out. */
interface Kept {
  readonly reading: object | null;
  readonly statics: readonly unknown[];
  readonly treedef: TreeDef;
  readonly avals: readonly Aval[];
  readonly staged: FlatStaged;
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
  takeOptions("jit", f, options, ["staticArgnums", "staticArgnames", "donateArgnums"]);
  const positions = staticPositions(f, options);
  const kept: Kept[] = [];
  const staged = (...args: unknown[]): unknown => {
    const isStatic = args.map(
      (_, i) => positions.includes(i) || positions.includes(i - args.length),
    );
    const statics = args.filter((_, i) => isStatic[i]);
    const { leaves, treedef } = flatten(args.filter((_, i) => !isStatic[i]));
    const names = (): string[] => tracedNames(f, args, isStatic);
    const arrays = leaves.map((leaf, i) => argumentArray(leaf, f, () => names()[i]));
    const found =
      kept.find((entry) => fits(entry, statics, treedef, arrays)) ??
      keep(kept, stageFor(f, args, isStatic, treedef, arrays, statics));
    return found.outTree.unflatten(found.staged.run(arrays));
  };
  Object.defineProperty(staged, "name", { value: f.name });
  // The staged function takes and gives what `f` does.
  return staged as unknown as F;
}

function staticPositions(f: AnyFunction, options: JitOptions): number[] {
  const { staticArgnums = [], staticArgnames = [] } = options;
  const numbers = typeof staticArgnums === "number" ? [staticArgnums] : [...staticArgnums];
  const names = typeof staticArgnames === "string" ? [staticArgnames] : staticArgnames;
  const known = parameterNames(f);
  const hasRest = Function.prototype.toString.call(f).includes("...") || known.length === 0;
  const beyond = numbers.filter((i) => !hasRest && (i >= known.length || i < -known.length));
  if (beyond.length > 0)
    throw new ValueError(
      `Jitted function has static_argnums=(${numbers.join(", ")}${numbers.length === 1 ? "," : ""}), but only accepts ${known.length} positional arguments.`,
    );
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new ValueError(
      `Jitted function has invalid argnames {${unknown.map((name) => `'${name}'`).join(", ")}} in static_argnames. Function does not take these args.`,
    );
  return [...numbers, ...names.map((name) => known.indexOf(name))];
}

function tracedNames(
  f: AnyFunction,
  args: readonly unknown[],
  isStatic: readonly boolean[],
): string[] {
  const positions = args.map((_, i) => i).filter((i) => !isStatic[i]);
  return argumentNames(
    f,
    positions.map((i) => args[i]),
    positions,
  );
}

function fits(
  entry: Kept,
  statics: readonly unknown[],
  treedef: TreeDef,
  arrays: readonly JaxArray[],
): boolean {
  const { avals } = entry;
  if (entry.reading !== currentReading()) return false;
  if (avals.length !== arrays.length || statics.length !== entry.statics.length) return false;
  for (let i = 0; i < avals.length; i++) {
    const aval = avals[i];
    const x = arrays[i];
    if (aval.dtype !== x.dtype || aval.weak !== x.weak || !sameShape(aval.shape, x.shape))
      return false;
  }
  return (
    statics.every((value, i) => sameStatic(value, entry.statics[i])) &&
    entry.treedef.equals(treedef)
  );
}

/** Lists stand for Python's tuples, which are equal if their entries are. */
function sameStatic(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, i) => sameStatic(value, b[i]));
  return Object.is(a, b);
}

/** Functions that captured values of an outer transformation are staged anew in each of its runs. */
function keep(kept: Kept[], entry: Kept): Kept {
  if (entry.staged.captures) return entry;
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
): Kept {
  const holder: { outTree: TreeDef | null } = { outTree: null };
  const avals = arrays.map(({ shape, dtype, weak }) => ({ shape, dtype, weak }));
  const run = (tracers: readonly JaxArray[]): JaxArray[] => {
    const rebuilt = treedef.unflatten(tracers);
    const traced: unknown[] = Array.isArray(rebuilt) ? rebuilt : [];
    let next = 0;
    const actual = args.map((arg, i) => (isStatic[i] ? arg : traced[next++]));
    const out = stagedResult(Reflect.apply(f, undefined, actual), f, "jit");
    holder.outTree = out.treedef;
    return out.arrays;
  };
  const staged = jitFlat(run, avals, {
    transformation: "jit",
    name: functionName(f),
    inputs: () => tracedNames(f, args, isStatic),
  });
  if (holder.outTree === null) throw new Error("The function did not run.");
  const reading = currentReading();
  return { reading, statics, treedef, avals, staged, outTree: holder.outTree };
}

/** The array that an argument of a staged function is, with JAX's text for what is none. */
export function argumentArray(leaf: unknown, f: AnyFunction, path: () => string): JaxArray {
  const array = toArray(leaf);
  if (array !== null) return array;
  throw new JaxTypeError(
    `Error interpreting argument to <function ${functionName(f)}> as an abstract array. The problematic value is of type <class '${pythonTypeName(leaf)}'> and was passed to the function at path ${path()}.\nThis typically means that a jit-wrapped function was called with a non-array argument, and this argument was not marked as static using the static_argnums or static_argnames parameters of jax.jit.`,
  );
}
