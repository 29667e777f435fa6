/**
 * Transformations of functions from flat lists of arrays to flat lists of arrays: what every language's
 * face stands on. Arrays that are no floats have zero tangents and cotangents.
 */
import type { JaxArray } from "../array/array";
import type { Aval } from "../array/aval";
import { toFront } from "../core/batch-dot";
import { batchOperation } from "../core/batch-operation";
import { BatchTrace, BatchTracer, batchValue } from "../core/batch-trace";
import { closeOver } from "../core/close-over";
import { filled } from "../array/concrete";
import { jvpWith, linearize, linearProgram, replay, transposeProgram } from "../core/linearize";
import { Call, type FlatFunction } from "../core/operation";
import { convert, transpose, zerosOf } from "../core/ops";
import { range } from "../array/aval";
import { withBatchAxis } from "../core/with-batch-axis";
import { stage } from "../core/stage";
import { bindCall, withMain } from "../core/trace";
import type { TraceInfo } from "../core/trace-info";
import type { Scope } from "../array/scope";
import { isFloating } from "../base/dtype";
import { residuals, settle } from "./settle";

type Tangent = JaxArray | null;

/** The value at a point and its derivative there, forward and in reverse; null is zero. */
export interface FlatLinearized {
  readonly outs: readonly JaxArray[];
  /** Tangents of the arguments → tangents of the results. */
  push(tangents: readonly Tangent[]): JaxArray[];
  /** Cotangents of the results → cotangents of the arguments. */
  pull(cotangents: readonly Tangent[]): JaxArray[];
}

/** Runs a function at a point and keeps its derivative there. */
export function linearizeFlat(f: FlatFunction, primals: readonly JaxArray[]): FlatLinearized {
  const created: Scope = [];
  const wanted = primals.map(() => true);
  const { outs, program } = linearize(f, primals, wanted, created);
  settle(created, [...outs, ...residuals(program)]);
  return {
    outs,
    push: (tangents) => replay(program, tangents).map((t, i) => t ?? zerosOf(outs[i])),
    pull(cotangents) {
      const back = transposeProgram(program, cotangents);
      return primals.map((x, i) => {
        const ct = back[i];
        return ct === null ? zerosOf(x) : convert(ct, x.dtype, x.weak);
      });
    },
  };
}

/** A function that is linear already, in reverse: cotangents of its results → those of its arguments. */
export function transposeFlat(
  f: FlatFunction,
  avals: readonly Aval[],
): { outs: readonly Aval[]; pull(cotangents: readonly JaxArray[]): JaxArray[] } {
  const created: Scope = [];
  const { outs, program } = linearProgram(f, avals, created);
  settle(created, residuals(program));
  return {
    outs,
    pull: (cotangents) =>
      transposeProgram(program, cotangents).map((ct, i) => {
        const { shape, dtype, weak } = avals[i];
        return ct === null ? filled(shape, dtype, weak, 0) : convert(ct, dtype, weak);
      }),
  };
}

/** The value of a function and its derivative along tangents, in one run. */
export function jvpFlat(
  f: FlatFunction,
  primals: readonly JaxArray[],
  tangents: readonly Tangent[],
): { outs: JaxArray[]; tangents: JaxArray[] } {
  const created: Scope = [];
  const along = tangents.map((t, i) => (isFloating(primals[i].dtype) ? t : null));
  const { outs, tangents: found } = jvpWith(f, primals, along, created);
  const moved = found.map((t, i) => t ?? zerosOf(outs[i]));
  settle(created, [...outs, ...moved]);
  return { outs, tangents: moved };
}

/** Results of a batched run, with the batch as first axis where `batched`. */
export interface FlatBatch {
  readonly outs: readonly JaxArray[];
  readonly batched: readonly boolean[];
}

/** Runs a function once for a whole batch; `axes` says where each argument's batch axis is, null for none. */
export function vmapFlat(
  f: FlatFunction,
  args: readonly JaxArray[],
  axes: readonly (number | null)[],
  size: number,
): FlatBatch {
  const created: Scope = [];
  const result = withMain(
    "vmap",
    (main) => new BatchTrace(main, size, batchOperation),
    false,
    (main) => {
      const inputs = args.map((x, i) => {
        const axis = axes[i];
        return axis === null ? x : new BatchTracer(main, toFront(x, axis));
      });
      const outs = f(inputs);
      created.push(...main.created);
      return {
        outs: outs.map((out) => batchValue(out, main)),
        batched: outs.map((out) => out.main === main),
      };
    },
  );
  settle(created, result.outs);
  return result;
}

/** A result with its batch axis where it is wanted; repeated along it if it is the same for all. */
export function placeBatch(x: JaxArray, isBatched: boolean, axis: number, size: number): JaxArray {
  const wide = withBatchAxis(x, isBatched, size);
  const order = range(wide.shape.length).slice(1);
  order.splice(axis, 0, 0);
  return transpose(wide, order);
}

/** A staged function; arrays of outer transformations that it captured are passed along. */
export interface FlatStaged {
  readonly outAvals: readonly Aval[];
  /** Whether it captured values of a running transformation, and so must not be kept for later. */
  readonly captures: boolean;
  run(args: readonly JaxArray[]): JaxArray[];
}

/** Stages a function for arguments of the given types. */
export function jitFlat(f: FlatFunction, avals: readonly Aval[], info: TraceInfo): FlatStaged {
  const { jaxpr, captured } = closeOver(stage(f, avals, info));
  const call = new Call(info.name, jaxpr);
  return {
    outAvals: call.outAvals,
    captures: captured.length > 0,
    run: (args) => bindCall(call, [...captured, ...args]),
  };
}
