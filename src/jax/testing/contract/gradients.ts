import { seededRandom } from "../../../lib/seeded-random";
import type { JaxArray } from "../../array/array";
import { jax, jnp } from "./api";
import type { Case, Suite } from "./case";
import { asFacade, drawArguments } from "./draw";
import type { Differentiable } from "./differentiable-function";
import { DIFFERENTIABLE } from "./differentiable";
import { numericalGradient } from "./float64";
import { assertAllclose, assertSame } from "./matchers";

const DRAWS = 4;

function overDraws(check: (each: Differentiable, args: number[][]) => void): Case[] {
  return DIFFERENTIABLE.map((each, index) => ({
    name: each.name,
    run() {
      const random = seededRandom(1000 + index);
      for (let draw = 0; draw < DRAWS; draw++) check(each, drawArguments(each, random));
    },
  }));
}

function gradientsOf(each: Differentiable, args: readonly JaxArray[]): readonly JaxArray[] {
  const argnums = args.map((_, i) => i);
  return jax.grad(each.facade, { argnums })(...args);
}

/** Values and reverse-mode gradients against float64 and its finite differences. */
export const finiteDifferences: Suite = {
  name: "grad against finite differences in float64",
  cases: overDraws((each, args) => {
    const arrays = asFacade(each, args);
    assertAllclose(each.facade(...arrays), { shape: [], values: [each.exact(...args)] }, "value");
    const exact = numericalGradient((moved) => each.exact(...moved), args);
    gradientsOf(each, arrays).forEach((gradient, i) =>
      assertAllclose(gradient, { shape: each.shapes[i], values: exact[i] }, `gradient ${i}`),
    );
  }),
};

/** Forward mode along random tangents gives the same number as reverse mode. */
export const forwardAndReverse: Suite = {
  name: "jvp against vjp",
  cases: overDraws((each, args) => {
    const arrays = asFacade(each, args);
    const tangents = asFacade(
      each,
      args.map((arg) => arg.map((value, i) => Math.sin(value + i))),
    );
    const [value, tangent] = jax.jvp(each.facade, arrays, tangents);
    const [same, pullback] = jax.vjp(each.facade, ...arrays);
    assertSame(value, same, "value");
    const gradients: readonly JaxArray[] = pullback(jnp.ones([]));
    const parts = gradients.map((gradient, i) => jnp.sum(gradient.mul(tangents[i])));
    const total = parts.reduce((a, b) => a.add(b));
    assertSame(tangent, total, "directional derivative");
  }),
};

/** A staged function gives what the eager one gives, and its gradient too. */
export const stagedAndEager: Suite = {
  name: "jit against eager",
  cases: overDraws((each, args) => {
    const arrays = asFacade(each, args);
    assertSame(jax.jit(each.facade)(...arrays), each.facade(...arrays), "value");
    const staged = jax.jit((...inputs: JaxArray[]) => gradientsOf(each, inputs))(...arrays);
    gradientsOf(each, arrays).forEach((gradient, i) =>
      assertSame(staged[i], gradient, `gradient ${i}`),
    );
  }),
};
