import { afterAll, describe, expect, test } from "vitest";
import { readGolden } from "../lib/testing/read-golden";
import type { RecordedArray } from "../lib/testing/read-golden";
import { UlpTally } from "../lib/testing/ulp-tally";
import { bernoulli } from "./bernoulli";
import { bits } from "./bits";
import { categorical } from "./categorical";
import { choice } from "./choice";
import { exponential } from "./exponential";
import { gumbel } from "./gumbel";
import * as initializers from "./initializers";
import { foldIn, keyFromSeed, split } from "./key";
import type { PrngKey } from "./key";
import { linenKey } from "./linen-key";
import { NnxStream } from "./nnx-stream";
import { normal } from "./normal";
import { permutation } from "./permutation";
import { randint } from "./randint";
import { truncatedNormal } from "./truncated-normal";
import { uniform } from "./uniform";
import { varianceScaling } from "./variance-scaling";

/**
 * Distances over all recorded float draws together. The contract allows 3 ulp on 1 % of them; the
 * logarithms follow XLA's closely enough that every element has equal bits, and that is what is kept.
 */
const tally = new UlpTally();

afterAll(() => {
  console.log(`recorded normals and initialisers: ${tally}`);
  expect(tally.total).toBeGreaterThan(59_000);
  expect(tally.equal).toBe(tally.total);
});

/** Adds the draw to the tally; no single case may be far off either. */
function expectNear(got: Float32Array, recorded: RecordedArray): void {
  tally.add(got, recorded.data);
  const own = new UlpTally();
  own.add(got, recorded.data);
  expect(own.worst).toBeLessThanOrEqual(3);
}

function expectEqual(got: ArrayLike<number>, recorded: RecordedArray): void {
  expect(Array.from(got)).toEqual(recorded.data.map(Number));
}

type PrngCase = { seed: number; fold_in: Record<string, RecordedArray> } & Record<
  string,
  RecordedArray
>;

describe.each(readGolden<PrngCase>("prng"))("draws from seed $seed", (recorded) => {
  const key = keyFromSeed(recorded.seed);

  test("keys", () => {
    expectEqual(key, recorded.key);
    expectEqual(split(key).flat(), recorded.split2);
    expectEqual(split(key, 5).flat(), recorded.split5);
    for (const [data, child] of Object.entries(recorded.fold_in)) {
      expectEqual(foldIn(key, Number(data)), child);
    }
  });

  test("the integer path", () => {
    expectEqual(bits(key, 7), recorded.bits_7);
    expectEqual(uniform(key, 6), recorded.uniform_2x3);
    expectEqual(uniform(key, 9, -2, 5), recorded["uniform_-2_5_9"]);
    expectEqual(bernoulli(key, 12, 0.3), recorded["bernoulli_0.3_12"]);
    expectEqual(randint(key, 8, 0, 10), recorded.randint_0_10_8);
    expectEqual(randint(key, 5, -1000, 100000), recorded["randint_-1000_100000_5"]);
    expectEqual(permutation(key, 12), recorded.permutation_12);
    expectEqual(choice(key, 20, 5), recorded.choice_20_5);
    expectEqual(choice(key, 20, 5, { replace: false }), recorded.choice_noreplace_20_5);
    const logits = new Float32Array([0.1, 1, -0.5]);
    expectEqual(categorical(key, logits, 3, 6), recorded.categorical_6);
  });

  test("the float path", () => {
    expectNear(normal(key, 1), recorded.normal_scalar);
    expectNear(normal(key, 20), recorded.normal_4x5);
    expectNear(truncatedNormal(key, 11, -2, 2), recorded["truncated_normal_-2_2_11"]);
    expectNear(truncatedNormal(key, 6, 0, 1.5), recorded["truncated_normal_0_1.5_6"]);
    expectNear(gumbel(key, 4), recorded.gumbel_4);
    expectNear(exponential(key, 4), recorded.exponential_4);
  });
});

type Initializer = (key: PrngKey, shape: readonly number[]) => Float32Array;
const sizeOf = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);
const INITIALIZERS: Record<string, Initializer> = {
  lecun_normal: initializers.lecunNormal,
  lecun_uniform: initializers.lecunUniform,
  glorot_normal: initializers.glorotNormal,
  glorot_uniform: initializers.glorotUniform,
  he_normal: initializers.heNormal,
  he_uniform: initializers.heUniform,
  "normal(0.02)": (key, shape) => initializers.scaledNormal(key, shape, 0.02),
  "uniform(0.1)": (key, shape) => initializers.scaledUniform(key, shape, 0.1),
  "truncated_normal(0.5)": (key, shape) => initializers.scaledTruncatedNormal(key, shape, 0.5),
  "constant(0.25)": (_, shape) => new Float32Array(sizeOf(shape)).fill(0.25),
  zeros: (_, shape) => new Float32Array(sizeOf(shape)),
  ones: (_, shape) => new Float32Array(sizeOf(shape)).fill(1),
};
type InitCase = { init: string; seed: number; shape: number[]; value: RecordedArray };

test.each(readGolden<InitCase>("initializers"))("$init, seed $seed, $shape", (recorded) => {
  const draw = INITIALIZERS[recorded.init];
  expectNear(draw(keyFromSeed(recorded.seed), recorded.shape), recorded.value);
});

type NnxCase = { seed: number; in: number; hidden: number; out: number } & Record<
  string,
  RecordedArray
>;

test.each(readGolden<NnxCase>("nnx"))("nnx layers of seed $seed, $in → $hidden", (recorded) => {
  const { seed, in: inputs, hidden, out } = recorded;
  const stream = new NnxStream(keyFromSeed(seed));
  const linear = (shape: number[], useBias: boolean) => {
    const kernel = initializers.lecunNormal(stream.next(), shape);
    if (useBias) stream.next();
    return kernel;
  };
  expectNear(linear([inputs, hidden], true), recorded["linear0.kernel"]);
  expectNear(linear([hidden, out], true), recorded["linear1.kernel"]);
  expectNear(linear([inputs, out], false), recorded["linear2_nobias.kernel"]);
  const named = new NnxStream(keyFromSeed(seed + 1));
  expectEqual(named.next(), recorded["named streams: Rngs(seed, params=seed+1).params()"]);
  const embedding = varianceScaling(
    new NnxStream(keyFromSeed(seed)).next(),
    [5, inputs],
    1,
    "fan_in",
    "normal",
    { outAxis: 0 },
  );
  expectNear(embedding, recorded["Embed(5, in).embedding"]);
});

type Layer = { kernel: RecordedArray };
type LinenCase = {
  seed: number;
  in: number;
  hidden: number;
  out: number;
  "Dense.init": { params: Layer };
  "compact MLP.init": { params: { Dense_0: Layer; Dense_1: Layer } };
  "setup(enc, head no bias).init": { params: { enc: Layer; head: Layer } };
};

test.each(readGolden<LinenCase>("linen"))(
  "linen layers of seed $seed, $in → $hidden",
  (recorded) => {
    const { seed, in: inputs, hidden, out } = recorded;
    const kernel = (path: string[], shape: number[]) =>
      initializers.lecunNormal(linenKey(keyFromSeed(seed), path, 1), shape);
    const { params: compact } = recorded["compact MLP.init"];
    const { params: setup } = recorded["setup(enc, head no bias).init"];
    expectNear(kernel([], [inputs, out]), recorded["Dense.init"].params.kernel);
    expectNear(kernel(["Dense_0"], [inputs, hidden]), compact.Dense_0.kernel);
    expectNear(kernel(["Dense_1"], [hidden, out]), compact.Dense_1.kernel);
    expectNear(kernel(["enc"], [inputs, hidden]), setup.enc.kernel);
    expectNear(kernel(["head"], [hidden, out]), setup.head.kernel);
  },
);
