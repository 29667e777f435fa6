import jax
import jax.numpy as jnp
import flax.linen as nn

key = jax.random.PRNGKey(0)
x = jax.random.normal(key, (2, 3, 4))
for layer in (
    nn.LayerNorm(),
    nn.LayerNorm(use_bias=False, use_scale=False),
    nn.LayerNorm(reduction_axes=(-2, -1), feature_axes=-1),
    nn.LayerNorm(use_fast_variance=False, epsilon=1e-3),
    nn.RMSNorm(),
    nn.GroupNorm(num_groups=2),
    nn.GroupNorm(num_groups=None, group_size=1),
    nn.InstanceNorm(),
):
    variables = layer.init(key, x)
    print(type(layer).__name__, jax.tree.map(jnp.shape, variables))
    print(layer.apply(variables, x))
for bad in (
    nn.GroupNorm(num_groups=3),
    nn.GroupNorm(num_groups=None),
    nn.GroupNorm(num_groups=None, group_size=3),
):
    try:
        bad.init(key, x)
    except ValueError as error:
        print(f"ValueError: {error}")
