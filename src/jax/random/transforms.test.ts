import { expect, test } from "vitest";
import type { JaxArray } from "../array/array";
import "../numpy/methods";
import { arrayOf, recordOf } from "../testing/recorded-arrays";
import { grad } from "../transform/grad";
import { jit } from "../transform/jit";
import { vmap } from "../transform/vmap";
import { lecunNormal } from "../nn/initializers";
import { Dense } from "../linen/dense";
import * as random from "./index";

const keys = random.split(random.PRNGKey(42), 3);

test("vmap over keys draws what each key draws alone", () => {
  const drawn = vmap((key: JaxArray) => random.normal(key))(keys);
  // jax 0.10.2 prints these three for jax.vmap(jax.random.normal)(split(PRNGKey(42), 3)).
  expect(drawn.repr()).toBe("Array([0.07592554, 0.60576403, 0.4323065 ], dtype=float32)");
  const typed = random.split(random.key(42), 3);
  expect(recordOf(vmap((key: JaxArray) => random.normal(key))(typed))).toEqual(recordOf(drawn));
});

test("vmap over keys of initialisers, splits and module inits", () => {
  const weights = vmap((key: JaxArray) => lecunNormal()(key, [2, 3]))(keys);
  expect(weights.shape).toEqual([3, 2, 3]);
  expect(recordOf(weights.at(1).get())).toEqual(recordOf(lecunNormal()(keys.at(1).get(), [2, 3])));
  expect(vmap((key: JaxArray) => random.split(key))(keys).shape).toEqual([3, 2, 2]);
  const x = arrayOf({ shape: [2], dtype: "float32", data: [1, 2] });
  const dense = new Dense({ features: 2 });
  const many = vmap((key: JaxArray) => dense.init(key, x).params.kernel)(keys);
  expect(recordOf(many)).toMatchObject({ shape: [3, 2, 2] });
});

test("vmap over seeds and counts", () => {
  const seeds = random.randint(keys.at(0).get(), [4], 0, 100);
  expect(vmap((seed: JaxArray) => random.PRNGKey(seed))(seeds).shape).toEqual([4, 2]);
  const folded = vmap((data: JaxArray) => random.foldIn(random.PRNGKey(0), data))(seeds);
  expect(recordOf(folded.at(2).get())).toEqual(
    recordOf(random.foldIn(random.PRNGKey(0), Number(seeds.at(2).get().item()))),
  );
});

test("jit draws the same numbers, and new ones for a new key", () => {
  const draw = jit((key: JaxArray) => random.uniform(key, [3]));
  for (const key of [keys.at(0).get(), keys.at(1).get()]) {
    expect(recordOf(draw(key))).toEqual(recordOf(random.uniform(key, [3])));
  }
});

test("derivatives pass through bounds of uniform", () => {
  const key = keys.at(0).get();
  const loss = (high: JaxArray) => random.uniform(key, [4], { maxval: high }).sum();
  const expected = random.uniform(key, [4]).sum().item();
  const high = arrayOf({ shape: [], dtype: "float32", data: [3] });
  expect(Number(grad(loss)(high).item())).toBeCloseTo(expected, 5);
});
