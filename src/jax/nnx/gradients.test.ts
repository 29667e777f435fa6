import { expect, test } from "vitest";
import { readGolden } from "../../lib/testing/read-golden";
import type { JaxArray } from "../array/array";
import "../numpy/methods";
import { arrayOf, recordOf } from "../testing/recorded-arrays";
import { grad } from "../transform/grad";
import { jit } from "../transform/jit";
import * as nnx from "../faces/nnx";

const x3 = arrayOf({ shape: [3], dtype: "float32", data: [0, 1, 2] });
const makeLinear = () => new nnx.Linear(3, 4, { rngs: new nnx.Rngs(0) });

/** The sum of a layer's outputs. */
function total(layer: nnx.Linear<boolean>, x: JaxArray): JaxArray {
  return layer(x).sum();
}

test("grad over a module gives a module of gradients, with Flax's text", () => {
  const gradients = grad(total)(makeLinear(), x3);
  expect(gradients).toBeInstanceOf(nnx.Linear);
  expect(recordOf(gradients.bias).data).toEqual([1, 1, 1, 1]);
  expect(recordOf(gradients.kernel).data).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
  const entry = readGolden<{ python: string; ok: string }>("errors").find(
    ({ python }) => python === "jax.grad(lambda m, x: m(x).sum())(lin, x3)",
  );
  const pythonOnly = /\n *(dot_general|promote_dtype|preferred_element_type)=[^\n]*/g;
  expect(String(gradients)).toBe(entry?.ok.replaceAll(pythonOnly, ""));
});

test("a state taken apart outside and merged inside the loss", () => {
  const [graphdef, params] = nnx.split(makeLinear());
  const loss = (state: typeof params, x: JaxArray) => total(nnx.merge(graphdef, state), x);
  const gradients = grad(loss)(params, x3);
  expect(gradients).toBeInstanceOf(nnx.State);
  expect(recordOf(gradients.kernel).data).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
});

test("split and merge inside the loss", () => {
  const loss = (layer: nnx.Linear, x: JaxArray) => total(nnx.merge(...nnx.split(layer)), x);
  expect(recordOf(grad(loss)(makeLinear(), x3).bias).data).toEqual([1, 1, 1, 1]);
});

test("params as a plain dict", () => {
  const { kernel, bias } = makeLinear();
  const loss = (p: { kernel: nnx.Param | null; bias: nnx.Param | null }) =>
    x3
      .matmul(p.kernel ?? 0)
      .add(p.bias ?? 0)
      .sum();
  const gradients = grad(loss)({ kernel, bias });
  expect(recordOf(gradients.bias).data).toEqual([1, 1, 1, 1]);
});

test("jit takes modules and streams, and tells modules with other settings apart", () => {
  const run = jit(total);
  const layer = makeLinear();
  const eager = Number(total(layer, x3).item());
  expect(Number(run(layer, x3).item())).toBeCloseTo(eager, 5);
  const other = new nnx.Linear(3, 4, { rngs: new nnx.Rngs(0), useBias: false });
  expect(Number(run(other, x3).item())).toBeCloseTo(eager, 5);
  const draw = jit((rngs: nnx.Rngs) => rngs.normal([2]));
  expect(recordOf(draw(new nnx.Rngs(0)))).toEqual(recordOf(new nnx.Rngs(0).normal([2])));
});
