import { seededRandom } from "../../../lib/seeded-random";
import type { JaxArray } from "../../array/array";
import { jax, jnp } from "./api";
import type { Suite } from "./case";
import { DIFFERENTIABLE } from "./differentiable";
import { asFacade, drawArguments } from "./draw";
import { assertSame } from "./matchers";

const BATCH = 3;

/** vmap over stacked arguments gives what a loop over the examples gives, also of a gradient. */
export const batchedAndLooped: Suite = {
  name: "vmap against a loop",
  cases: DIFFERENTIABLE.map((each, index) => ({
    name: each.name,
    run() {
      const random = seededRandom(2000 + index);
      const examples = Array.from({ length: BATCH }, () =>
        asFacade(each, drawArguments(each, random)),
      );
      const stacked = each.shapes.map((_, i) => jnp.stack(examples.map((args) => args[i])));
      const looped = (f: (...args: JaxArray[]) => JaxArray): JaxArray =>
        jnp.stack(examples.map((args) => f(...args)));
      assertSame(jax.vmap(each.facade)(...stacked), looped(each.facade), "value");
      const gradient = jax.grad(each.facade);
      assertSame(jax.vmap(gradient)(...stacked), looped(gradient), "gradient");
      if (each.shapes.length < 2) return;
      // The last argument shared by all examples, the others mapped over their last axis.
      const inAxes = each.shapes.map((shape, i) =>
        i === each.shapes.length - 1 ? null : shape.length,
      );
      const moved = each.shapes.map((_, i) =>
        inAxes[i] === null
          ? examples[0][i]
          : jnp.stack(
              examples.map((args) => args[i]),
              { axis: -1 },
            ),
      );
      const shared = (...args: JaxArray[]): JaxArray =>
        each.facade(...args.slice(0, -1), moved[moved.length - 1]);
      assertSame(jax.vmap(each.facade, { inAxes })(...moved), looped(shared), "with inAxes");
    },
  })),
};
