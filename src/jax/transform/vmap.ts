import type { JaxArray } from "../core/array";
import { BatchTrace, BatchTracer, batchValue } from "../core/batch-trace";
import { batchOperation } from "../core/batch-operation";
import { spread } from "../core/spread";
import { toFront } from "../core/batch-dot";
import { range, tupleText } from "../core/aval";
import { transpose } from "../core/ops";
import { withMain } from "../core/trace";
import type { Scope } from "../device/scope";
import { ValueError } from "../errors";
import { flatten } from "../tree/flatten";
import { nodeOf } from "../tree/registry";
import type { TreeDef } from "../tree/treedef";
import { flattenArrays } from "./leaves";
import { takeOptions } from "./options";
import { settle } from "./settle";
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

/** The axis of every leaf: a tree of axes is repeated over the subtrees below its leaves. */
function axesOf(axes: AxisTree, tree: unknown, name: string): (number | null)[] {
  if (axes === null || typeof axes === "number") return flatten(tree).leaves.map(() => axes);
  const node = nodeOf(tree);
  const children = node?.flatten(tree).children;
  const inner = nodeOf(axes)?.flatten(axes).children;
  if (children === undefined || inner === undefined || children.length !== inner.length)
    throw new ValueError(
      `vmap ${name} must be a number, null, or a tree that matches the values: a list with one entry per argument.`,
    );
  // A node of a tree of axes has such trees as its children.
  return children.flatMap((child, i) => axesOf(inner[i] as AxisTree, child, name));
}

function normalAxis(axis: number, rank: number, x: JaxArray): number {
  const at = axis < 0 ? axis + rank : axis;
  if (Number.isInteger(at) && at >= 0 && at < rank) return at;
  if (x.shape.length === 0)
    throw new ValueError(
      `vmap was requested to map its argument along axis ${axis}, which implies that its rank should be at least ${axis + 1}, but is only 0 (its shape is ())`,
    );
  throw new ValueError(
    `vmap was requested to map its argument along axis ${axis}, which implies that its rank should be at least ${axis < 0 ? -axis : axis + 1}, but is only ${rank} (its shape is ${tupleText(x.shape)})`,
  );
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
  const { inAxes = 0, outAxes = 0 } = options;
  const mapped = (...args: unknown[]): unknown => {
    const { arrays, treedef } = flattenArrays(args);
    const axes = axesOf(inAxes, args, "inAxes");
    const moved = arrays.map((x, i) => {
      const axis = axes[i];
      return axis === null ? x : toFront(x, normalAxis(axis, x.shape.length, x));
    });
    const size = batchSize(moved, arrays, axes, options.axisSize);
    return run(
      f,
      moved,
      axes.map((axis) => axis !== null),
      treedef,
      size,
      outAxes,
    );
  };
  // The wrapped function takes and gives what `f` does, with one axis more.
  return mapped as unknown as F;
}

function batchSize(
  moved: readonly JaxArray[],
  arrays: readonly JaxArray[],
  axes: readonly (number | null)[],
  given: number | undefined,
): number {
  const sizes = moved.filter((_, i) => axes[i] !== null).map((x) => x.shape[0]);
  const [first = given] = sizes;
  if (first === undefined)
    throw new ValueError("vmap must have at least one non-None value in in_axes");
  if (sizes.every((n) => n === first)) return first;
  const lines = arrays
    .map((x, i) => ({ shape: x.shape, axis: axes[i], i }))
    .filter(({ axis }) => axis !== null)
    .map(
      ({ shape, axis, i }) =>
        `  * argument leaf ${i} has shape ${tupleText(shape)}, mapped along axis ${axis}`,
    );
  throw new ValueError(
    `vmap got inconsistent sizes for array axes to be mapped:\n${lines.join("\n")}`,
  );
}

function run(
  f: AnyFunction,
  values: readonly JaxArray[],
  batched: readonly boolean[],
  treedef: TreeDef,
  size: number,
  outAxes: AxisTree,
): unknown {
  const created: Scope = [];
  const { out, axes, main } = withMain(
    "vmap",
    (current) => new BatchTrace(current, size, batchOperation),
    false,
    (current) => {
      const tracers = values.map((x, i) => (batched[i] ? new BatchTracer(current, x) : x));
      const args = treedef.unflatten(tracers);
      const result: unknown = Reflect.apply(f, undefined, Array.isArray(args) ? args : []);
      created.push(...current.created);
      return {
        out: flattenArrays(result),
        axes: axesOf(outAxes, result, "outAxes"),
        main: current,
      };
    },
  );
  const arrays = out.arrays.map((x, i) =>
    place(batchValue(x, main), x.main === main, axes[i], size),
  );
  settle(created, arrays);
  return out.treedef.unflatten(arrays);
}

function place(x: JaxArray, isBatched: boolean, axis: number | null, size: number): JaxArray {
  if (axis === null) {
    if (!isBatched) return x;
    throw new ValueError("vmap has mapped output but out_axes is None");
  }
  const wide = spread(x, isBatched, size);
  const rank = wide.shape.length;
  const to = normalAxis(axis, rank, wide);
  const order = range(rank).slice(1);
  order.splice(to, 0, 0);
  return transpose(wide, order);
}
