import type { JaxArray } from "../array/array";
import { avalText, tupleText } from "../array/aval";
import { JaxTypeError, ValueError } from "../base/errors";
import { toArray } from "../numpy/as-array";
import { flatten } from "../tree/flatten";
import { structureMismatch } from "../tree/structure-mismatch";
import { nodeOf } from "../tree/registry";
import { sameMetadata, type TreeDef } from "../tree/treedef";
import { pythonTypeName } from "../tree/python-type-name";
import { valueText } from "./aux-pair";
import { placeBatch, vmapFlat } from "./flat";
import { leafText } from "./leaves";
import { takeOptions } from "./take-options";
import { argumentNames } from "./parameter-names";
import type { AnyFunction } from "./types";

/** An axis, null for "the same for all", or a tree of these that matches the front of the arguments. */
export type AxisTree = number | null | readonly AxisTree[] | { readonly [key: string]: AxisTree };

export interface VmapOptions {
  /** The batch axis of each argument, as one number for all or a list; 0 by default, null: not batched. */
  readonly inAxes?: AxisTree;
  /** Where the batch axis stands in the results; 0 by default. */
  readonly outAxes?: AxisTree;
  readonly axisSize?: number;
}

type Axis = number | null;

/** The axis of every leaf: a tree of axes is repeated over the subtrees below its leaves. */
function axesOf(axes: unknown, tree: unknown, name: string): Axis[] {
  const found: Axis[] = [];
  if (spreadAxes(axes, tree, found)) return found;
  const isAxis = (value: unknown): boolean => value === null;
  const why = structureMismatch(axes, tree, name, isAxis).message;
  throw new ValueError(
    `${name} specification must be a tree prefix of the corresponding value; \n  Mismatch details (1 found):\n  ${why}`,
  );
}

function spreadAxes(axes: unknown, tree: unknown, found: Axis[]): boolean {
  if (axes === null || axes === undefined || typeof axes === "number") {
    const axis = axes ?? null;
    found.push(...flatten(tree).leaves.map(() => axis));
    return true;
  }
  const node = nodeOf(axes);
  if (node === null || nodeOf(tree) !== node) return false;
  const inner = node.flatten(axes);
  const outer = node.flatten(tree);
  if (inner.children.length !== outer.children.length) return false;
  if (!sameMetadata(node, inner.metadata, outer.metadata)) return false;
  return outer.children.every((child, i) => spreadAxes(inner.children[i], child, found));
}

function isAxisLeaf(leaf: unknown): boolean {
  return typeof leaf === "number" && Number.isInteger(leaf);
}

/** Checks the form of `inAxes` when the function is wrapped, `outAxes` too. */
function checkForms(inAxes: unknown, outAxes: unknown): void {
  const isForm = isAxisLeaf(inAxes) || inAxes === null || Array.isArray(inAxes);
  if (!isForm || !flatten(inAxes).leaves.every(isAxisLeaf))
    throw new JaxTypeError(
      `vmap in_axes must be an int, None, or a tuple of entries corresponding to the positional arguments passed to the function, but got ${axisText(inAxes)}.`,
    );
  if (!flatten(outAxes).leaves.every(isAxisLeaf))
    throw new JaxTypeError(
      `vmap out_axes must be an int, None, or (nested) container with those types as leaves, but got ${axisText(outAxes)}.`,
    );
}

function axisText(axes: unknown): string {
  return typeof axes === "string" ? axes : valueText(axes);
}

/**
 * A function that runs `f` once per example of a batch, all at once. Arguments are split along
 * `inAxes` (0 unless given), results are joined along `outAxes`.
 *
 * ```ts
 * jax.vmap(jax.grad(loss), { inAxes: [null, 0] })(params, batch);
 * ```
 */
export function vmap<F extends AnyFunction>(f: F, options: VmapOptions = {}): F {
  takeOptions("vmap", f, options, ["inAxes", "outAxes", "axisSize"]);
  const { inAxes = 0, outAxes = 0, axisSize } = options;
  checkForms(inAxes, outAxes);
  const mapped = (...args: unknown[]): unknown => {
    if (Array.isArray(inAxes) && inAxes.length !== args.length)
      throw new ValueError(
        `vmap in_axes must be an int, None, or a tuple of entries corresponding to the positional arguments passed to the function, but got len(in_axes)=${inAxes.length}, len(args)=${args.length}`,
      );
    const { leaves, treedef } = flatten(args);
    const axes = axesOf(inAxes, args, "vmap in_axes");
    const arrays = leaves.map(argumentArray);
    const names = (): string[] => argumentNames(f, args);
    const size = batchSize(arrays, axes, axisSize, names);
    const from = axes.map((axis, i) =>
      axis === null ? null : normal(axis, arrays[i].shape.length),
    );
    return run(f, arrays, from, treedef, size, outAxes);
  };
  Object.defineProperty(mapped, "name", { value: f.name });
  // The wrapped function takes and gives what `f` does, with one axis more.
  return mapped as unknown as F;
}

function normal(axis: number, rank: number): number {
  return axis < 0 ? axis + rank : axis;
}

function argumentArray(leaf: unknown): JaxArray {
  const array = toArray(leaf);
  if (array !== null) return array;
  throw new JaxTypeError(
    `Argument ${leafText(leaf)} of type <class '${pythonTypeName(leaf)}'> is not a valid JAX type`,
  );
}

function sizeAlong(x: JaxArray, axis: number): number {
  const rank = x.shape.length;
  const at = normal(axis, rank);
  if (at >= 0 && at < rank) return x.shape[at];
  throw new ValueError(
    `vmap was requested to map its argument along axis ${axis}, which implies that its rank should be at least ${axis < 0 ? -axis : axis + 1}, but is only ${rank} (its shape is ${tupleText(x.shape)})`,
  );
}

function batchSize(
  arrays: readonly JaxArray[],
  axes: readonly Axis[],
  given: number | undefined,
  names: () => string[],
): number {
  const mapped = axes.flatMap((axis, i) =>
    axis === null ? [] : [{ i, axis, size: sizeAlong(arrays[i], axis) }],
  );
  if (given === undefined && arrays.length === 0)
    throw new ValueError(
      "vmap wrapped function must be passed at least one argument containing an array or axis_size must be specified, got empty *args=() and **kwargs={}",
    );
  const size = given ?? mapped[0]?.size;
  if (size === undefined)
    throw new ValueError(
      "vmap must have at least one non-None value in in_axes or axis_size must be specified",
    );
  if (mapped.every((one) => one.size === size)) return size;
  const called = names();
  const example = ({ i, axis }: { i: number; axis: number }): string => {
    const who = called[i].startsWith("args[") ? called[i] : `argument ${called[i]}`;
    return `axis ${axis} of ${who} of type ${avalText(arrays[i])}`;
  };
  const counts = new Map<number, number>();
  for (const one of mapped) counts.set(one.size, (counts.get(one.size) ?? 0) + 1);
  const ordered = [...counts].sort(([, a], [, b]) => b - a);
  const lines = ordered.map(([value, count], rank) => {
    const first = mapped.find((one) => one.size === value);
    const text = first === undefined ? "" : example(first);
    if (count === 1) return `  * one axis had size ${value}: ${text}`;
    const which = rank === 0 ? "most" : "some";
    return `  * ${which} axes (${count} of them) had size ${value}, e.g. ${text}`;
  });
  const own = given === undefined ? [] : [`  * the \`axis_size\` argument was ${given}`];
  throw new ValueError(
    `vmap got inconsistent sizes for array axes to be mapped:\n${[...own, ...lines].join(";\n")}`,
  );
}

function run(
  f: AnyFunction,
  arrays: readonly JaxArray[],
  axes: readonly Axis[],
  treedef: TreeDef,
  size: number,
  outAxes: AxisTree,
): unknown {
  const holder: { treedef: TreeDef | null; axes: Axis[] } = { treedef: null, axes: [] };
  const flat = (inputs: readonly JaxArray[]): JaxArray[] => {
    const args = treedef.unflatten(inputs);
    const result: unknown = Reflect.apply(f, undefined, Array.isArray(args) ? args : []);
    const out = flatten(result);
    holder.treedef = out.treedef;
    holder.axes = axesOf(outAxes, result, "vmap out_axes");
    return out.leaves.map(resultArray);
  };
  const { outs, batched } = vmapFlat(flat, arrays, axes, size);
  const placed = outs.map((x, i) => place(x, batched[i], holder.axes[i], size));
  if (holder.treedef === null) throw new Error("The function did not run.");
  return holder.treedef.unflatten(placed);
}

function resultArray(leaf: unknown): JaxArray {
  const array = toArray(leaf);
  if (array !== null) return array;
  throw new JaxTypeError(
    `Output from batched function ${leafText(leaf)} with type <class '${pythonTypeName(leaf)}'> is not a valid JAX type`,
  );
}

function place(x: JaxArray, isBatched: boolean, axis: Axis, size: number): JaxArray {
  if (axis === null) {
    if (!isBatched) return x;
    throw new ValueError("at vmap out_axes, got axis spec None but output was batched on axis 0");
  }
  const rank = x.shape.length + (isBatched ? 0 : 1);
  if (axis < -rank || axis >= rank)
    throw new ValueError(`axis ${axis} is out of bounds for array of dimension ${rank}`);
  return placeBatch(x, isBatched, normal(axis, rank), size);
}
