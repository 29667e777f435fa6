import { describe, expect, test } from "vitest";
import "../numpy/methods";
import { readGolden } from "../../lib/testing/read-golden";
import type { RecordedArray } from "../../lib/testing/read-golden";
import { fromHost } from "../array/concrete";
import { arrayOf, recordOf } from "../testing/recorded-arrays";
import * as random from "./index";

type PrngCase = { seed: number; fold_in: Record<string, RecordedArray> } & Record<
  string,
  RecordedArray
>;

/** An int32 array. */
function ints(...values: number[]) {
  return fromHost([values.length], "int32", false, Int32Array.from(values));
}

describe.each(readGolden<PrngCase>("prng"))("jax.random from seed $seed", (recorded) => {
  const key = random.PRNGKey(recorded.seed);
  const logits = arrayOf({ shape: [3], dtype: "float32", data: [0.1, 1, -0.5] });

  test("every draw has the recorded shape, type and bits", () => {
    expect(recordOf(key)).toEqual(recorded.key);
    expect(recordOf(random.split(key))).toEqual(recorded.split2);
    expect(recordOf(random.split(key, 5))).toEqual(recorded.split5);
    for (const [data, child] of Object.entries(recorded.fold_in)) {
      expect(recordOf(random.foldIn(key, Number(data)))).toEqual(child);
    }
    expect(recordOf(random.bits(key, [7]))).toEqual(recorded.bits_7);
    expect(recordOf(random.uniform(key, [2, 3]))).toEqual(recorded.uniform_2x3);
    expect(recordOf(random.uniform(key, 9, { minval: -2, maxval: 5 }))).toEqual(
      recorded["uniform_-2_5_9"],
    );
    expect(recordOf(random.normal(key))).toEqual(recorded.normal_scalar);
    expect(recordOf(random.normal(key, [4, 5]))).toEqual(recorded.normal_4x5);
    expect(recordOf(random.truncatedNormal(key, -2, 2, 11))).toEqual(
      recorded["truncated_normal_-2_2_11"],
    );
    expect(recordOf(random.truncatedNormal(key, 0, 1.5, [6]))).toEqual(
      recorded["truncated_normal_0_1.5_6"],
    );
    expect(recordOf(random.bernoulli(key, 0.3, [12]))).toEqual(recorded["bernoulli_0.3_12"]);
    expect(recordOf(random.randint(key, [8], 0, 10))).toEqual(recorded.randint_0_10_8);
    expect(recordOf(random.randint(key, [5], -1000, 100000))).toEqual(
      recorded["randint_-1000_100000_5"],
    );
    expect(recordOf(random.permutation(key, 12))).toEqual(recorded.permutation_12);
    expect(recordOf(random.choice(key, 20, [5]))).toEqual(recorded.choice_20_5);
    expect(recordOf(random.choice(key, 20, [5], { replace: false }))).toEqual(
      recorded.choice_noreplace_20_5,
    );
    expect(recordOf(random.gumbel(key, [4]))).toEqual(recorded.gumbel_4);
    expect(recordOf(random.exponential(key, [4]))).toEqual(recorded.exponential_4);
    expect(recordOf(random.categorical(key, logits, { shape: [6] }))).toEqual(
      recorded.categorical_6,
    );
  });

  test("a typed key gives the same numbers and typed children", () => {
    const typed = random.key(recorded.seed);
    expect([typed.dtype, typed.shape]).toEqual(["key<fry>", []]);
    expect(recordOf(random.keyData(random.split(typed)))).toEqual(recorded.split2);
    expect(recordOf(random.normal(typed, [4, 5]))).toEqual(recorded.normal_4x5);
    expect(recordOf(random.keyData(random.wrapKeyData(key)))).toEqual(recorded.key);
  });
});

describe("arrays among the arguments", () => {
  const key = random.PRNGKey(7);
  const low = arrayOf({ shape: [3], dtype: "float32", data: [0, 10, -5] });
  const high = arrayOf({ shape: [3], dtype: "float32", data: [1, 20, 5] });

  test("bounds, chances, weights and seeds", () => {
    expect(recordOf(random.uniform(key, [3], { minval: low, maxval: high })).data).toEqual([
      0.6740899085998535, 19.74616813659668, -1.9715642929077148,
    ]);
    expect(random.bernoulli(key, low.div(10)).shape).toEqual([3]);
    expect(recordOf(random.PRNGKey(ints(5).at(0).get())).data).toEqual([0, 5]);
    const p = arrayOf({ shape: [5], dtype: "float32", data: [0.1, 0.2, 0.05, 0.4, 0.25] });
    expect(recordOf(random.choice(key, 5, [8], { p })).data).toEqual([2, 0, 3, 3, 1, 3, 3, 3]);
  });

  test("permutation and choice move whole slices", () => {
    const rows = fromHost([3, 2], "int32", false, Int32Array.from([0, 1, 2, 3, 4, 5]));
    expect(recordOf(random.choice(key, rows, [2], { axis: 1 }))).toEqual({
      shape: [3, 2],
      dtype: "int32",
      data: [1, 0, 3, 2, 5, 4],
    });
    const shuffled = recordOf(random.permutation(key, rows)).data.map(Number);
    expect(shuffled.filter((_, i) => i % 2 === 0).map((x) => x + 1)).toEqual(
      shuffled.filter((_, i) => i % 2 === 1),
    );
  });

  test("categorical draws several for each row", () => {
    const logits = arrayOf({ shape: [2, 3], dtype: "float32", data: [0, 1, 2, 2, 1, 0] });
    const drawn = random.categorical(key, logits, { shape: [4, 2] });
    expect(recordOf(drawn).data).toEqual([1, 0, 1, 2, 2, 0, 2, 0]);
  });
});

type ErrorCase = { python: string; type: string; text: string };
const errors = new Map(readGolden<ErrorCase>("errors").map((entry) => [entry.python, entry]));

/** The recorded error of a Python expression. */
function recordedError(python: string): ErrorCase {
  const entry = errors.get(python);
  if (entry === undefined) throw new Error(`no recording of ${python}`);
  return entry;
}

test.each<[string, () => unknown]>([
  ["random.PRNGKey(0.5)", () => random.PRNGKey(0.5)],
  ["random.PRNGKey(jnp.arange(3))", () => random.PRNGKey(ints(0, 1, 2))],
  ["random.normal(0, (3,))", () => Reflect.apply(random.normal, null, [0, [3]])],
  [
    "random.fold_in(random.PRNGKey(0), jnp.arange(2))",
    () => random.foldIn(random.PRNGKey(0), ints(0, 1)),
  ],
])("%s raises JAX's error", (python, run) => {
  const { type, text } = recordedError(python);
  expect(run).toThrow(expect.objectContaining({ name: type, message: text }));
});

test.each<[string, string, () => unknown]>([
  ["ValueError", "split accepts a single key", () => random.split(random.split(random.key(0)))],
  [
    "TypeError",
    "expected key_data.dtype = uint32; got dtype=int32",
    () => random.normal(ints(0, 1)),
  ],
  [
    "TypeError",
    "unexpected PRNG key type <class 'NoneType'>",
    () => Reflect.apply(random.normal, null, [null]),
  ],
  ["OverflowError", "Python int too large to convert to C long", () => random.key(2n ** 63n)],
  ["OverflowError", "-1 out of bounds for uint32", () => random.foldIn(random.key(0), -1)],
  [
    "TypeError",
    "got an unexpected keyword argument 'min'",
    () => Reflect.apply(random.uniform, null, [random.key(0), [2], { min: 3 }]),
  ],
  [
    "ValueError",
    "must be a float dtype, got int32",
    () => random.uniform(random.key(0), [2], { dtype: "int32" }),
  ],
  [
    "ValueError",
    "Cannot take a larger sample (size 5) than population (size 3)",
    () => random.choice(random.key(0), 3, [5], { replace: false }),
  ],
  [
    "TypeError",
    "must have a floating dtype, got int32",
    () => random.bernoulli(random.key(0), ints(1)),
  ],
  ["TypeError", "of integer type, got (2.5,)", () => random.normal(random.key(0), [2.5])],
])("%s: %s", (name, message, run) => {
  expect(run).toThrow(expect.objectContaining({ name, message: expect.stringContaining(message) }));
});
