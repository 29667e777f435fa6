import type { JaxArray } from "../array/array";
import { scanFlat } from "../transform/flat-control";
import { avalText } from "../array/aval";
import { IndexError, JaxTypeError, ValueError } from "../base/errors";
import { flattenArrays } from "../transform/leaves";
import { takeOptions } from "../transform/take-options";
import { argumentNames, functionName, parameterNames } from "../transform/parameter-names";
import type { TreeDef } from "../tree/treedef";
import { flatten } from "../tree/flatten";
import { formatTree } from "../tree/tree-text";
import { toArray } from "../numpy/as-array";
import { checkCarryTree, checkCarryTypes } from "./carry";
import type { Rows, Stacked, Traced } from "./types";

export interface ScanOptions {
  /** Number of steps; needed only without `xs`. */
  readonly length?: number;
  /** Whether to go from the last row to the first. */
  readonly reverse?: boolean;
  /** Accepted for JAX's sake; every step runs on its own. */
  readonly unroll?: number | boolean;
}

const LOOP = "scan body";

/**
 * Runs `f(carry, x)` → `[carry, y]` over the rows of `xs` and gives `[carry, ys]`, the last carry and
 * the stacked `y`s. Carry, `xs` and `y` can be trees; `xs` is null for a loop of `length` steps.
 *
 * ```ts
 * const [total, sums] = lax.scan((sum, x) => [sum.add(x), sum.add(x)], 0, jnp.arange(5));
 * ```
 */
export function scan<C, X, Y>(
  f: (carry: Traced<C>, x: Rows<X>) => readonly [unknown, Y],
  init: C,
  xs: X,
  options: ScanOptions = {},
): [Traced<C>, Stacked<Y>] {
  if (typeof f !== "function") throw new JaxTypeError("lax.scan: f argument should be a callable.");
  takeOptions("scan", f, options, ["length", "reverse", "unroll"]);
  const carry = flattenArrays(init, "");
  const rows = flattenArrays(xs, "");
  const length = scanLength(xs, rows.arrays, options.length);
  const holder: { outTree: TreeDef | null } = { outTree: null };
  const count = carry.arrays.length;
  const name = parameterNames(f)[0] ?? "loop_carry[0]";
  const body = (args: readonly JaxArray[]): JaxArray[] => {
    const out: unknown = Reflect.apply(f, undefined, [
      carry.treedef.unflatten(args.slice(0, count)),
      rows.treedef.unflatten(args.slice(count)),
    ]);
    const [next, y] = pairOf(out);
    checkCarryTree(LOOP, name, init, next);
    const results = flattenArrays(y);
    holder.outTree = results.treedef;
    return [...flattenArrays(next).arrays, ...results.arrays];
  };
  const outs = scanFlat(body, carry.arrays, rows.arrays, {
    length,
    reverse: options.reverse ?? false,
    info: {
      transformation: "scan",
      name: functionName(f),
      inputs: () => argumentNames(f, [init, xs]),
    },
    check: (before, after) => checkCarryTypes(LOOP, name, init, before, after),
  });
  if (holder.outTree === null) throw new Error("The body of the scan did not run.");
  const ys = holder.outTree.unflatten(outs.slice(count));
  // The structures are those of the arguments and of the body's result, with arrays as leaves.
  return [carry.treedef.unflatten(outs.slice(0, count)), ys] as [Traced<C>, Stacked<Y>];
}

function pairOf(out: unknown): readonly [unknown, unknown] {
  if (Array.isArray(out) && out.length === 2) return [out[0], out[1]];
  const text = formatTree(out, (leaf) => {
    const array = toArray(leaf);
    if (array === null) return null;
    return leaf === out
      ? avalText(array, true)
      : `ShapedArray(${avalText(array)}${array.weak ? ", weak_type=True" : ""})`;
  });
  throw new JaxTypeError(`scan body output must be a pair, got ${text}.`);
}

function scanLength(xs: unknown, arrays: readonly JaxArray[], given: number | undefined): number {
  const plain = flatten(xs).leaves.filter((leaf) => typeof leaf === "number");
  if (plain.length > 0)
    throw new ValueError(
      `scan got value with no leading axis to scan over: ${plain.map(pythonFloat).join(", ")}.`,
    );
  if (arrays.some(({ shape }) => shape.length === 0))
    throw new IndexError("tuple index out of range");
  const lengths = [...new Set(arrays.map(({ shape }) => shape[0]))];
  if (given !== undefined) {
    if (!Number.isInteger(given) || given < 0)
      throw new ValueError(`scan length must be a whole number of at least 0, got ${given}.`);
    if (lengths.some((n) => n !== given))
      throw new ValueError(
        `scan got \`length\` argument of ${given} which disagrees with leading axis sizes [${arrays.map(({ shape }) => shape[0]).join(", ")}].`,
      );
    return given;
  }
  if (lengths.length === 0)
    throw new ValueError("scan got no values to scan over and `length` not provided.");
  if (lengths.length > 1)
    throw new ValueError(
      `scan got values with different leading axis sizes: ${arrays.map(({ shape }) => shape[0]).join(", ")}.`,
    );
  return lengths[0];
}

function pythonFloat(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

/** `f` applied to each row of `xs`, one after the other; the results are stacked. */
export function map<X, Y>(f: (x: Rows<X>) => Y, xs: X): Stacked<Y> {
  const [, ys] = scan((_: null, x: Rows<X>): [null, Y] => [null, f(x)], null, xs);
  return ys;
}
