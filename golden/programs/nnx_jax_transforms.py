import re

import jax
import jax.numpy as jnp
from flax import nnx

m = nnx.Linear(3, 4, rngs=nnx.Rngs(0))
x = jnp.arange(3.0)
g = jax.grad(lambda m, x: m(x).sum())(m, x)
print(re.sub(r" at 0x[0-9a-f]+", "", repr(g)))
print(type(g).__name__, g.kernel[...], g.bias[...])
print(jax.jit(lambda m, x: m(x))(m, x))
value, g = jax.value_and_grad(lambda m: (m(x) ** 2).mean())(m)
print(value, g.bias)
new = jax.tree.map(lambda p, g: p - 0.1 * g, m, g)
print(new.bias[...], type(new).__name__, new.in_features)
print(len(jax.tree.leaves(m)), [p.shape for p in jax.tree.leaves(m)])
for path, leaf in jax.tree_util.tree_leaves_with_path(m):
    print(jax.tree_util.keystr(path), leaf.shape)
batched = jax.vmap(lambda key: nnx.Linear(2, 2, rngs=nnx.Rngs(key)))(jax.random.split(jax.random.key(0), 3))
print(batched.kernel.shape, jax.vmap(lambda m, x: m(x), in_axes=(0, None))(batched, jnp.ones(2)).shape)
leaves, treedef = jax.tree.flatten(m)
again = jax.tree.unflatten(treedef, leaves)
print(again(x) - m(x))
state = nnx.state(m)
print(jax.tree.map(lambda a, b: a + b, state, state).bias)
print(jax.grad(lambda s: sum((v**2).sum() for v in jax.tree.leaves(s)))(state).bias)
graphdef, params = nnx.split(m)


@jax.jit
def loss(params, x):
    return (nnx.merge(graphdef, params)(x) ** 2).mean()


print(loss(params, x), jax.grad(loss)(params, x).bias)


@jax.jit
def functional(graphdef, state, x):
    model = nnx.merge(graphdef, state)
    model.bias[...] += 1.0
    return model(x), nnx.state(model)


y, new_state = functional(graphdef, params, x)
print(y, new_state.bias)
