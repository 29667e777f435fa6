import recorded from "../../../../golden/recordings/numpy_ops.json";
import type { JaxArray } from "../../array/array";
import { jax, jnp } from "./api";
import type { Case, Suite } from "./case";
import { facadeArray } from "./draw";
import { assertEqual, assertRecorded, recordedNumbers } from "./matchers";
import { ALONG, ONE, SHAPED, TIES, TWO } from "./recorded-functions";

type Row = (typeof recorded.cases)[number];

const TIES_PREFIX = "grad at ties: ";

function argumentsOf({ args }: Row): JaxArray[] {
  return args.map((each) => facadeArray(each.shape, recordedNumbers(each)));
}

/** The check of one row, or null if no function is known for its name. */
function checkOf(row: Row): (() => void) | null {
  const { f } = row;
  const [a, b] = [0, 1].map((i) => () => argumentsOf(row)[i]);
  if (f.startsWith(TIES_PREFIX)) return checkTies(TIES[f.slice(TIES_PREFIX.length)], row, a);
  if (f in ALONG) return () => checkOne((x) => ALONG[f](x, row.axis ?? null), row, a());
  if (f in ONE) return () => checkOne(ONE[f], row, a());
  if (f in SHAPED) return () => checkOne(SHAPED[f], row, a());
  if (f in TWO) return () => checkTwo(TWO[f], row, a(), b());
  if (f === "one_hot([0,2],3)") {
    const labels = (): JaxArray => jnp.array([0, 2], { dtype: "int32" });
    return () => assertRecorded(jax.nn.oneHot(labels(), 3), row.value);
  }
  return null;
}

function checkTies(
  f: ((x: JaxArray) => JaxArray) | undefined,
  row: Row,
  x: () => JaxArray,
): (() => void) | null {
  return f === undefined ? null : () => assertRecorded(jax.grad(f)(x()), row.value, "gradient");
}

function checkOne(f: (x: JaxArray) => JaxArray, row: Row, x: JaxArray): void {
  assertRecorded(f(x), row.value, "value");
  if (row.grad_of_sum === undefined) return;
  const gradient = jax.grad((each: JaxArray) => jnp.sum(f(each)))(x);
  assertRecorded(gradient, row.grad_of_sum, "gradient");
}

function checkTwo(
  f: (a: JaxArray, b: JaxArray) => JaxArray,
  row: Row,
  a: JaxArray,
  b: JaxArray,
): void {
  assertRecorded(f(a, b), row.value, "value");
  if (row.broadcast === undefined) return;
  // The recorder's (4,) vector is the first argument of the recorded matmul of two vectors.
  const vector = recorded.cases.find(({ f, args }) => f === "outer" && args.length === 2);
  if (vector === undefined) throw new Error("the recording has no vector");
  assertRecorded(f(a, argumentsOf(vector)[0]), row.broadcast, "broadcast value");
}

function nameOf(row: Row): string {
  const shapes = row.args.map(({ shape }) => `(${shape.join(", ")})`).join(" ");
  return `${row.f} ${shapes}${row.axis === undefined ? "" : ` axis=${row.axis}`}`;
}

const known: Case[] = recorded.cases.flatMap((row) => {
  const run = checkOf(row);
  return run === null ? [] : [{ name: nameOf(row), run }];
});

/** Values and gradients of functions, also at ties, as recorded from jax.numpy and jax.nn. */
export const numpyOps: Suite = {
  name: "recorded functions",
  cases: [
    ...known,
    {
      name: "no row is left out",
      run() {
        const missing = recorded.cases.filter((row) => checkOf(row) === null).map(({ f }) => f);
        assertEqual([...new Set(missing)].join("; "), "", "rows without a function");
      },
    },
  ],
};
