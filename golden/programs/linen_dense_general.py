import jax
import jax.numpy as jnp
import flax.linen as nn

key = jax.random.PRNGKey(2)
x = jax.random.normal(key, (2, 3, 4))
for layer in (
    nn.DenseGeneral(features=(2, 3)),
    nn.DenseGeneral(features=2, axis=(-2, -1)),
    nn.DenseGeneral(features=2, axis=(1,), use_bias=False),
    nn.DenseGeneral(features=2, batch_dims=(0,)),
):
    variables = layer.init(key, x)
    print(jax.tree.map(jnp.shape, variables))
    print(layer.apply(variables, x))
