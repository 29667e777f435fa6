import edges from "../../../../golden/recordings/edge_values.json";
import type { JaxArray } from "../../array/array";
import { jax, jnp } from "./api";
import type { Case, Suite } from "./case";
import { camelCase } from "../../numpy/camel-case";
import { functionOf, hasModuleOf } from "./function-of";
import { recordedNumber } from "./matchers";

type Numbers = readonly (number | string)[];

/** A call and its derivatives as the recorder wrote them. */
interface Row {
  readonly f: string;
  readonly args: readonly unknown[];
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly value: Numbers;
  readonly tangent: Numbers;
  readonly first: readonly Numbers[];
  readonly second: readonly (readonly Numbers[])[];
}
/** Functions of the primitives whose values JAX itself rounds coarsely. */
const ROUGH = ["jax.lax.lgamma", "jax.lax.cumlogsumexp"];
type Call = (...arrays: JaxArray[]) => JaxArray;

/** The contract's tolerance, and what primitives give of tiny numbers is not nothing. */
const RTOL = 1e-5;
const ATOL = 2e-6;
const TINY = 1e-36;
/** So many times the points are more than what a device leaves to the host. */
const REPEATED = 8;

function isArray(value: unknown): value is { readonly data: Numbers } {
  return typeof value === "object" && value !== null && "data" in value;
}

/** An argument that is no array; a float that JSON would make a whole number stands as text. */
function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("number" in value)) return value;
  return jnp.asarray(recordedNumber(String(value.number)));
}

/** How two numbers are compared: the contract's tolerance alone, a zero with its sign, or tiny numbers as well. */
type Rule = "near" | "signed" | "exact";

function agree(got: number, want: number, rule: Rule): boolean {
  if (Object.is(got, want)) return true;
  if (rule === "exact" && want === 0) return false;
  if (rule === "signed" && want === 0 && got === 0) return false;
  const atol = rule === "exact" ? TINY : ATOL;
  return got === want || Math.abs(got - want) <= atol + RTOL * Math.abs(want);
}

/** The elements that differ from what JAX gives, as text. */
function differing(
  got: readonly number[],
  recorded: Numbers,
  rule: Rule,
): { readonly index: number; readonly told: string }[] {
  return recorded.map(recordedNumber).flatMap((want, i) => {
    if (agree(got[i], want, rule)) return [];
    return [{ index: i, told: `[${i}] ${text(got[i])} for ${text(want)}` }];
  });
}

function text(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function sumOf(f: Call): Call {
  return (...arrays) => jnp.sum(f(...arrays));
}

function gradientOf(f: Call, argnum: number): Call {
  return (...arrays) => jax.grad(sumOf(f), { argnums: argnum })(...arrays);
}

/** Where an operand is a denormal number, which the CPU takes for zero, as XLA does, and other devices may not. */
function isDenormal(row: Row, index: number): boolean {
  return row.args.some((arg) => {
    if (!isArray(arg)) return arg === 1e-40;
    const x = Math.abs(recordedNumber(arg.data[index] ?? 0));
    return x > 0 && x < 1e-37;
  });
}

/** What of a case differs from the recording; on a device, of arrays that are long enough for it. */
function problemsOf(row: Row, on: "cpu" | "device"): string[] {
  const times = on === "cpu" ? 1 : REPEATED;
  const f = functionOf(row.f);
  const options = Object.entries(row.kwargs).map(
    ([key, value]) => [camelCase(key), value] as const,
  );
  const keywords = options.length === 0 ? [] : [Object.fromEntries(options)];
  const arrays = row.args
    .filter(isArray)
    .map(({ data }) => jnp.tile(jnp.array(data.map(recordedNumber)), times));
  const call: Call = (...moved) => {
    let next = 0;
    const given = row.args.map((arg) => (isArray(arg) ? moved[next++] : plain(arg)));
    return jnp.asarray(f(...given, ...keywords) as JaxArray);
  };
  const problems: string[] = [];
  const compare = (what: string, got: JaxArray, want: Numbers, rule: Rule = "near"): void => {
    const values = jax.deviceGet(got).ravel().tolist() as number[];
    const part = values.slice(values.length - want.length);
    for (const { index, told } of differing(part, want, on === "cpu" ? rule : "near"))
      if (on === "cpu" || !isDenormal(row, index)) problems.push(`${what} ${told}`);
  };
  const isPrimitive = row.f.startsWith("jax.lax.") && !ROUGH.includes(row.f);
  compare("value", call(...arrays), row.value, isPrimitive ? "exact" : "signed");
  const ones = arrays.map((x) => jnp.onesLike(x));
  compare("tangent", jax.jvp(call, arrays, ones)[1], row.tangent);
  arrays.forEach((_, i) => {
    const first = gradientOf(call, i);
    compare(`first ${i}`, first(...arrays), row.first[i]);
    arrays.forEach((__, j) =>
      compare(`second ${i},${j}`, gradientOf(first, j)(...arrays), row.second[i][j]),
    );
  });
  return problems;
}

function nameOf(row: Row, index: number): string {
  const args = row.args.map((arg) => (isArray(arg) ? "…" : JSON.stringify(arg)));
  const keywords = Object.entries(row.kwargs).map(([key, value]) => `${key}=${String(value)}`);
  return `${index} ${row.f}(${[...args, ...keywords].join(", ")})`;
}

// The recorder gives every row this shape.
const rows = (edges.cases as readonly Row[]).filter(({ f }) => hasModuleOf(f));

/** One row as a case. */
function caseOf(row: Row, index: number, on: "cpu" | "device"): Case {
  return {
    name: nameOf(row, index),
    run() {
      const problems = problemsOf(row, on);
      if (problems.length > 0) throw new Error(problems.join("; "));
    },
  };
}

/** Every row, as the CPU computes it. */
export const edgeValues: Suite = {
  name: "values and derivatives where good guesses are wrong",
  cases: rows.map((row, index) => caseOf(row, index, "cpu")),
};

/** Where JAX's own tanh has lost the digits that count. */
const LOST = "jax.nn.mish";

/** Functions of single elements on long arrays, which a device computes; without the signs of zeros. */
export const edgeValuesOnDevices: Suite = {
  name: "edges on long arrays",
  cases: rows
    .filter(({ f, args }) => {
      const lengths = args.filter(isArray).map(({ data }) => data.length);
      const isUnary = lengths.length === 1;
      return lengths[0] > 20 && (isUnary || f.startsWith("jax.lax.")) && f !== LOST;
    })
    .map((row, index) => caseOf(row, index, "device")),
};
