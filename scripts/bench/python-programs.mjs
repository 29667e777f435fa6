/** The same program in both languages; each prints the one number that it measured. */

const STEPS = 1000;
/** Until then engines compile what they will. */
const WARM_UP = 1000;
const CALLS = 2000;

const PYTHON_STEP = `
import time
import jax
import jax.numpy as jnp
from flax import nnx
import flax.linen as nn

encoder = nnx.Linear(8, 4, rngs=nnx.Rngs(0))
head = nn.Dense(features=2)
x = jnp.linspace(-1, 1, 8)
y = jnp.ones(2)
trees = (
    {"kernel": encoder.kernel[...], "bias": encoder.bias[...]},
    head.init(jax.random.PRNGKey(1), jnp.zeros(4)),
)

def loss(encoder, head_params):
    hidden = jax.nn.relu(x @ encoder["kernel"] + encoder["bias"])
    return jnp.mean((head.apply(head_params, hidden) - y) ** 2)

@jax.jit
def step(trees):
    grads = jax.grad(loss, argnums=(0, 1))(*trees)
    return jax.tree.map(lambda leaf, grad: leaf - 0.01 * grad, trees, grads)

for _ in range(${WARM_UP}):
    trees = step(trees)
begin = time.perf_counter()
for _ in range(${STEPS}):
    trees = step(trees)
print((time.perf_counter() - begin) * 1000)
`;

const TYPESCRIPT_STEP = `
import * as jax from "jax";
import * as jnp from "jax/numpy";
import * as nn from "flax/linen";
import { nnx } from "flax";

const encoder = new nnx.Linear(8, 4, { rngs: new nnx.Rngs(0) });
const head = new nn.Dense({ features: 2 });
const x = jnp.linspace(-1, 1, 8);
const y = jnp.ones([2]);
type Trees = [{ kernel: jax.Array; bias: jax.Array }, ReturnType<typeof head.init>];
let trees: Trees = [
  { kernel: encoder.kernel.value, bias: encoder.bias.value },
  head.init(jax.random.PRNGKey(1), jnp.zeros([4])),
];

function loss(encoder: Trees[0], headParams: Trees[1]): jax.Array {
  const hidden = jax.nn.relu(x.matmul(encoder.kernel).add(encoder.bias));
  return jnp.mean(head.apply(headParams, hidden).sub(y).pow(2));
}

const step = jax.jit((encoder: Trees[0], headParams: Trees[1]) => {
  const grads = jax.grad(loss, { argnums: [0, 1] })(encoder, headParams);
  return jax.tree.map((leaf, grad) => leaf.sub(grad.mul(0.01)), [encoder, headParams], grads);
});

for (let i = 0; i < ${WARM_UP}; i++) trees = step(...trees);
const begin = performance.now();
for (let i = 0; i < ${STEPS}; i++) trees = step(...trees);
console.log(performance.now() - begin);
`;

const PYTHON_CALL = `
import time
import jax.numpy as jnp

x = jnp.ones(4)
for _ in range(200):
    jnp.add(x, x)
begin = time.perf_counter()
for _ in range(${CALLS}):
    jnp.add(x, x)
print((time.perf_counter() - begin) / ${CALLS} * 1e6)
`;

const TYPESCRIPT_CALL = `
import * as jnp from "jax/numpy";

const x = jnp.ones([4]);
for (let i = 0; i < 200; i++) jnp.add(x, x);
const begin = performance.now();
for (let i = 0; i < ${CALLS}; i++) jnp.add(x, x);
console.log(((performance.now() - begin) / ${CALLS}) * 1000);
`;

export const PROGRAMS = {
  [`${STEPS} jitted steps, hidden 4, ms`]: { python: PYTHON_STEP, typescript: TYPESCRIPT_STEP },
  "one call of jnp.add, µs": { python: PYTHON_CALL, typescript: TYPESCRIPT_CALL },
};
