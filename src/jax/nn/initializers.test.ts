import { expect, test } from "vitest";
import "../numpy/methods";
import { readGolden } from "../../lib/testing/read-golden";
import type { RecordedArray } from "../../lib/testing/read-golden";
import { recordOf } from "../testing/recorded-arrays";
import { PRNGKey } from "../random/keys";
import * as initializers from "./initializers";

const TABLE: Record<string, initializers.Initializer> = {
  lecun_normal: initializers.lecunNormal(),
  lecun_uniform: initializers.lecunUniform(),
  glorot_normal: initializers.glorotNormal(),
  glorot_uniform: initializers.glorotUniform(),
  he_normal: initializers.heNormal(),
  he_uniform: initializers.heUniform(),
  "normal(0.02)": initializers.normal(0.02),
  "uniform(0.1)": initializers.uniform(0.1),
  "truncated_normal(0.5)": initializers.truncatedNormal(0.5),
  "constant(0.25)": initializers.constant(0.25),
  zeros: initializers.zeros,
  ones: initializers.ones,
};
type InitCase = { init: string; seed: number; shape: number[]; value: RecordedArray };

test.each(readGolden<InitCase>("initializers"))("$init, seed $seed, $shape", (recorded) => {
  const value = TABLE[recorded.init](PRNGKey(recorded.seed), recorded.shape);
  expect(recordOf(value)).toEqual(recorded.value);
});

test("a shape of one axis has no fans", () => {
  const entry = readGolden<{ python: string; type: string; text: string }>("errors").find(
    ({ python }) => python === "lecun_normal()(key, (3,))",
  );
  expect(() => initializers.lecunNormal()(PRNGKey(0), [3])).toThrow(
    expect.objectContaining({ name: entry?.type, message: entry?.text }),
  );
});

test("names that JAX does not know are refused", () => {
  expect(() => Reflect.apply(initializers.varianceScaling, null, [1, "fan", "normal"])).toThrow(
    "invalid mode for variance scaling initializer: fan",
  );
});
