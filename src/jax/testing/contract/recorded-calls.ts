import rare from "../../../../golden/recordings/rare_functions.json";
import distributions from "../../../../golden/recordings/distributions.json";
import lax from "../../../../golden/recordings/lax_functions.json";
import nn from "../../../../golden/recordings/nn_functions.json";
import numpy from "../../../../golden/recordings/numpy_functions.json";
import linear from "../../../../golden/recordings/linalg.json";
import type { JaxArray } from "../../array/array";
import { camelCase } from "../../numpy/camel-case";
import { jax, jnp } from "./api";
import type { Case, Suite } from "./case";
import { functionOf } from "./function-of";
import { assertEqual, assertRecorded, recordedNumber, type RecordedArray } from "./matchers";

/** A call as the recorder wrote it. */
interface Row {
  readonly f: string;
  readonly args: readonly unknown[];
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly values: readonly RecordedArray[];
  readonly grads?: readonly {
    readonly argnum: number;
    readonly leaves: readonly RecordedArray[];
  }[];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An argument as the facade takes it. */
function decoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decoded);
  if (!isRecord(value)) return value;
  if ("number" in value) return recordedNumber(value.number as string);
  const { shape, dtype, data } = value.$ as RecordedArray;
  return jnp.array(data.map(recordedNumber), { dtype }).reshape([...shape]);
}

/** The arrays of a result, in order. */
function leavesOf(value: unknown): JaxArray[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  return [jnp.asarray(value as JaxArray)];
}

/** Weights 1, 1.25, 1.5, … so that every element of a result counts differently. */
function weightsFor(x: JaxArray): JaxArray {
  const values = Float32Array.from({ length: x.size }, (_, i) => 1 + (i % 3) / 4);
  return jnp.array(values).reshape([...x.shape]);
}

/** The number that gradients are recorded of: the weighted sum of all floats that are finite. */
function weighted(results: readonly JaxArray[]): JaxArray {
  return results
    .filter((x) => x.dtype === "float32" && x.size > 0)
    .map((x) => jnp.sum(jnp.where(jnp.isfinite(x), x, 0).mul(weightsFor(x))))
    .reduce((a, b) => a.add(b));
}

function check(row: Row): void {
  const f = functionOf(row.f);
  const args = row.args.map(decoded);
  const options = Object.fromEntries(
    Object.entries(row.kwargs).map(([key, value]) => [camelCase(key), decoded(value)]),
  );
  const keywords = Object.keys(options).length === 0 ? [] : [options];
  const call = (...given: unknown[]): JaxArray[] => leavesOf(f(...given, ...keywords));
  const results = call(...args);
  assertEqual(results.length, row.values.length, "number of results");
  results.forEach((result, i) => assertRecorded(result, row.values[i], `result ${i}`));
  for (const { argnum, leaves } of row.grads ?? []) {
    const loss = (moved: unknown): JaxArray =>
      weighted(call(...args.map((arg, i) => (i === argnum ? moved : arg))));
    // Trees of any kind may stand as an argument.
    const gradient: unknown = jax.grad(loss as (moved: JaxArray) => JaxArray)(
      args[argnum] as JaxArray,
    );
    leavesOf(gradient).forEach((leaf, i) =>
      assertRecorded(leaf, leaves[i], `gradient in argument ${argnum}`),
    );
  }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(", ")}]`;
  if (isRecord(value) && "$" in value) {
    const { shape, dtype } = value.$ as RecordedArray;
    return `${dtype}[${shape.join(",")}]`;
  }
  return typeof value === "string" ? `"${value}"` : JSON.stringify(value);
}

function nameOf(row: Row, index: number): string {
  const keywords = Object.entries(row.kwargs).map(([key, value]) => `${key}=${textOf(value)}`);
  return `${index} ${row.f}(${[...row.args.map(textOf), ...keywords].join(", ")})`;
}

function suite(name: string, cases: unknown): Suite {
  // The recorders give every row this shape.
  const rows = cases as readonly Row[];
  return {
    name,
    cases: rows.map((row, index): Case => ({ name: nameOf(row, index), run: () => check(row) })),
  };
}

/** Values and gradients of array functions as recorded from JAX. */
export const recordedCalls: readonly Suite[] = [
  suite("recorded calls", numpy.cases),
  suite("recorded calls of jax.nn", nn.cases),
  suite("recorded calls of jax.lax", lax.cases),
  suite("recorded linear algebra", linear.cases),
  suite("recorded calls of rarer functions", rare.cases),
  suite("recorded distributions", distributions.cases),
];
