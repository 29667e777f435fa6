import jax
import jax.numpy as jnp
from flax import nnx
import flax.linen as nn

x = jnp.array([0.5, -1.0, 2.0])
y = jnp.array([1.0, 0.0])
encoder = nnx.Linear(3, 4, rngs=nnx.Rngs(0))
head = nn.Dense(features=2)
params = {
    "encoder": {"kernel": encoder.kernel[...], "bias": encoder.bias[...]},
    "head": head.init(jax.random.PRNGKey(1), jnp.zeros(4)),
}


def loss_fn(params):
    first = params["encoder"]
    h = jax.nn.relu(x @ first["kernel"] + first["bias"])
    return jnp.mean((head.apply(params["head"], h) - y) ** 2)


loss, grads = jax.value_and_grad(loss_fn)(params)
new = jax.tree.map(lambda p, g: p - 0.02 * g, params, grads)
print("before", loss)
print("after", loss_fn(new))
for path, leaf in jax.tree_util.tree_leaves_with_path(new):
    name = jax.tree_util.keystr(path, simple=True, separator="/")
    print("leaf", name, "x".join(map(str, leaf.shape)) or "scalar")
