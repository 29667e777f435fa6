import type { Language } from "../../protocol/backend";

const TYPESCRIPT = `import * as jax from "jax";
import * as jnp from "jax/numpy";

// Fit a line to points by gradient descent.
const x = jnp.linspace(-1, 1, 32);
const y = x.mul(3).add(0.5);

function loss(params: { w: jax.Array; b: jax.Array }) {
  const prediction = x.mul(params.w).add(params.b);
  return jnp.mean(jnp.square(prediction.sub(y)));
}

let params = { w: jnp.array(0), b: jnp.array(0) };
const losses: number[] = [];

for (let i = 0; i < 60; i++) {
  const [value, gradient] = jax.valueAndGrad(loss)(params);
  losses.push(value.item());
  params = jax.tree.map((p, g) => p.sub(g.mul(0.2)), params, gradient);
}

console.log("w", params.w, "b", params.b);
plot(losses);
`;

const PYTHON = `import jax
import jax.numpy as jnp

# Fit a line to points by gradient descent.
x = jnp.linspace(-1, 1, 32)
y = 3 * x + 0.5


def loss(params):
    prediction = params["w"] * x + params["b"]
    return jnp.mean((prediction - y) ** 2)


params = {"w": jnp.array(0.0), "b": jnp.array(0.0)}
losses = []

for _ in range(60):
    value, gradient = jax.value_and_grad(loss)(params)
    losses.append(float(value))
    params = jax.tree.map(lambda p, g: p - 0.2 * g, params, gradient)

print("w", params["w"], "b", params["b"])
plot(losses)
`;

/** What the playground holds at the first visit: a whole training loop in a few lines. */
export const STARTER_PROGRAMS: Readonly<Record<Language, string>> = {
  typescript: TYPESCRIPT,
  python: PYTHON,
};
