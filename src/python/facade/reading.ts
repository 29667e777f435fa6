import type { JaxArray } from "../../jax/array/array";
import { avalText, shortAval } from "../../jax/array/aval";
import { BatchTracer } from "../../jax/core/batch-trace";
import { JvpTracer } from "../../jax/core/jvp-trace";
import { LinearTracer } from "../../jax/core/linear-trace";
import { JaxprTracer } from "../../jax/core/stage";
import { leaked, Tracer } from "../../jax/core/trace";
import type { ConcreteArray } from "../../jax/array/concrete";
import type { HostData } from "../../jax/array/host-data";
import type { PrintedType } from "../../jax/format/decimal";
import { formatArray, formatElements } from "../../jax/format/array-text";
import { type PrintOptions, setPrintOptions } from "../../jax/format/print-options";
import { concreteOf } from "../../jax/numpy/concrete-value";
import { get, put } from "./slots";

/** Type of an array: `float32[2,3]`, `~int32[]` if weak. */
export function avalOf(id: number): string {
  return avalText(get(id), true);
}

/** The kind of a tracer, by JAX's class of it. */
export function tracerClass(id: number): string {
  const x = get(id);
  return x instanceof Tracer ? x.jaxClass : "";
}

function known(id: number): ConcreteArray {
  const x = concreteOf(get(id));
  if (x === null) throw new Error("A traced array has no values.");
  return x;
}

/** Whether values are there: of a tracer under eager differentiation, those it carries. */
export function isConcrete(id: number): boolean {
  return concreteOf(get(id)) !== null;
}

/** The innermost value behind a tracer of differentiation: an array, or a tracer of another kind. */
export function primalOf(id: number): number {
  let x = get(id);
  while (x instanceof JvpTracer) x = x.primal;
  return put(x);
}

/** The first value, as a number. */
export function item(id: number): number {
  return known(id).values()[0];
}

/** The values in row-major order (two words for each key). */
export function valuesOf(id: number): HostData {
  return known(id).values();
}

/** Sets one of the options that arrays are written with. */
export function setPrintOption(name: keyof PrintOptions, value: number | boolean): void {
  setPrintOptions({ [name]: value });
}

/** Text of an array as `repr` and `str` give it; of a tracer JAX's description. */
export function textOf(id: number, mode: "repr" | "str"): string {
  return text(get(id), mode);
}

/** Elements as NumPy's own arrays show them; integers of 64 bits come as bigints, which print as numbers do. */
export function elementsText(
  dtype: PrintedType,
  shape: readonly number[],
  values: ArrayLike<number>,
  mode: "repr" | "str",
): string {
  return formatElements({ shape, dtype, weak: false, values }, mode);
}

function text(x: JaxArray, mode: "repr" | "str"): string {
  // This says nothing of values, and can be shown after the end.
  if (x instanceof JaxprTracer) return `JitTracer(${avalText(x, true)})`;
  if (x instanceof Tracer && !x.main.live) throw leaked(x);
  if (x instanceof BatchTracer)
    return `VmapTracer(aval=${avalText(x, true)}, batched=${avalText(x.value, true)})`;
  if (x instanceof JvpTracer) {
    const { primal, tangent } = x;
    if (tangent instanceof LinearTracer)
      return `GradTracer(primal=${text(primal, "str")}, typeof(tangent)=${shortAval(tangent)})`;
    const moved = tangent === null ? "Zero" : text(tangent, "str");
    return `JVPTracer(primal=${text(primal, "str")}, tangent=${moved})`;
  }
  const values = concreteOf(x)?.values();
  if (values === undefined) return `JitTracer(${avalText(x, true)})`;
  const { shape, dtype, weak } = x;
  return formatArray({ shape, dtype, weak, values }, mode);
}
