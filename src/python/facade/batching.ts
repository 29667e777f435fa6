import type { JaxArray } from "../../jax/array/array";
import { batchOperation } from "../../jax/core/batch-operation";
import { fromHost } from "../../jax/array/concrete";
import { toFront } from "../../jax/core/batch-dot";
import { BatchTrace, BatchTracer, batchValue } from "../../jax/core/batch-trace";
import { range } from "../../jax/array/aval";
import { transpose } from "../../jax/core/ops";
import { withBatchAxis } from "../../jax/core/with-batch-axis";
import { withMain, type Main } from "../../jax/core/trace";
import type { Scope } from "../../jax/array/scope";
import { ValueError } from "../../jax/base/errors";
import { settle } from "../../jax/transform/settle";
import { callPython, complete, type PythonFunction } from "./callback";
import { get, put, putAll, sweep } from "./slots";

/** The batches whose functions run now, the outermost first. */
const running: { main: Main; size: number }[] = [];

/** All examples of an array in a running batch, along a first axis: what collectives reduce over. */
export function batchOf(id: number, depth: number): number {
  const { main, size } = running[depth];
  const x = get(id);
  return put(withBatchAxis(batchValue(x, main), x.main === main, size));
}

/** The number of the example that runs, in a running batch. */
export function exampleIndex(depth: number): number {
  const { main, size } = running[depth];
  return put(new BatchTracer(main, fromHost([size], "int32", false, Int32Array.from(range(size)))));
}

/** Whether an array is one that a running batch, or what is around it, has made: not of a trace inside of it. */
export function isOfBatch(id: number, depth: number): boolean {
  const { main } = running[depth];
  const own = get(id).main;
  return own === null || own === main || own.level < main.level;
}

/** Axes of Python: separated by spaces, `n` for None; normalised before. */
function parseAxes(text: string): (number | null)[] {
  return text === "" ? [] : text.split(" ").map((axis) => (axis[0] === "n" ? null : Number(axis)));
}

/** Where a None stands among the axes of the results: after its `n`, with spaces written as tabs. */
function placeOfNone(text: string, index: number): string {
  return text.split(" ")[index].slice(1).replaceAll("\t", " ");
}

/**
 * Runs a Python function for a whole batch: `axes` of the inputs; the function returns the axes at which
 * its results are to have the batch.
 */
export function vmapped(
  callback: PythonFunction,
  size: number,
  axes: string,
  ...ids: number[]
): string {
  const wanted = parseAxes(axes);
  const values = ids.map((id, i) => {
    const axis = wanted[i];
    return axis === null ? get(id) : toFront(get(id), axis);
  });
  const created: Scope = [];
  const arrays = withMain(
    "vmap",
    (main) => new BatchTrace(main, size, batchOperation),
    false,
    (main) => {
      const tracers = values.map((x, i) => (wanted[i] === null ? x : new BatchTracer(main, x)));
      running.push({ main, size });
      const { outs: results, note } = callInBatch(callback, tracers);
      const outs = complete(results);
      created.push(...main.created);
      const outAxes = parseAxes(note);
      return outs.map((x, i) => ({
        value: batchValue(x, main),
        batched: x.main === main,
        axis: outAxes[i],
        name: outAxes[i] === null ? placeOfNone(note, i) : "",
      }));
    },
  ).map(({ value, batched, axis, name }) => placed(value, batched, axis, name, size));
  settle(created, arrays);
  const result = putAll(arrays);
  sweep();
  return result;
}

function callInBatch(callback: PythonFunction, tracers: JaxArray[]) {
  try {
    return callPython(callback, tracers);
  } finally {
    running.pop();
  }
}

function placed(
  x: JaxArray,
  isBatched: boolean,
  axis: number | null,
  name: string,
  size: number,
): JaxArray {
  if (axis === null) {
    if (!isBatched) return x;
    throw new ValueError(
      `at vmap out_axes${name}, got axis spec None but output was batched on axis 0`,
    );
  }
  const wide = withBatchAxis(x, isBatched, size);
  const rank = wide.shape.length;
  const order = range(rank).slice(1);
  order.splice(axis < 0 ? axis + rank : axis, 0, 0);
  return transpose(wide, order);
}
