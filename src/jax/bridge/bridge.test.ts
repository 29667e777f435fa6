import { expect, test } from "vitest";
import "../numpy/methods";
import { readGolden } from "../../lib/testing/read-golden";
import type { RecordedArray } from "../../lib/testing/read-golden";
import * as nn from "../linen/index";
import * as nnx from "../faces/nnx";
import { PRNGKey } from "../random/keys";
import { arrayOf, errorOf, recordOf } from "../testing/recorded-arrays";
import * as bridge from "./index";

type BridgeCase = {
  seed: number;
  x: RecordedArray;
  "ToNNX(Dense(4)).kernel": RecordedArray;
  "ToNNX(x)": RecordedArray;
  "to_linen(Linear,3,4).params": { kernel: RecordedArray; bias: RecordedArray };
  "to_linen.apply": RecordedArray;
};

test.each(readGolden<BridgeCase>("bridge"))("both directions, seed $seed", (recorded) => {
  const x = arrayOf(recorded.x);
  const rngs = new nnx.Rngs(recorded.seed);
  const wrapped = new bridge.ToNNX(new nn.Dense(4), { rngs }).lazyInit(x);
  expect(recordOf(wrapped.kernel)).toEqual(recorded["ToNNX(Dense(4)).kernel"]);
  expect(errorOf(wrapped(x), recorded["ToNNX(x)"])).toBeLessThan(1);
  const layer = bridge.toLinen(nnx.Linear, 3, 4);
  const variables = layer.init(PRNGKey(recorded.seed), x);
  const { kernel, bias } = recorded["to_linen(Linear,3,4).params"];
  expect(recordOf(variables.params.kernel)).toEqual(kernel);
  expect(recordOf(variables.params.bias)).toEqual(bias);
  expect(errorOf(layer.apply(variables, x), recorded["to_linen.apply"])).toBeLessThan(1);
});
