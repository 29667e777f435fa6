import jax
import jax.numpy as jnp
from flax import nnx

x = jax.random.normal(jax.random.key(0), (2, 6, 3))
for options in (
    {},
    {"padding": "VALID"},
    {"padding": "CIRCULAR"},
    {"padding": "CAUSAL"},
    {"padding": "REFLECT"},
    {"padding": 1, "strides": 2},
    {"kernel_dilation": 2},
    {"feature_group_count": 3, "use_bias": False},
):
    conv = nnx.Conv(3, 6, kernel_size=3, rngs=nnx.Rngs(0), **options)
    y = conv(x)
    print(options, y.shape, conv.kernel.shape)
    print(y[0, :2, :3])
conv = nnx.Conv(3, 2, kernel_size=(3, 3), rngs=nnx.Rngs(1))
print(conv(jnp.ones((1, 4, 4, 3)))[0, :, :, 0])
print(conv(jnp.ones((4, 4, 3))).shape, conv(jnp.ones((2, 2, 4, 4, 3))).shape)
masked = nnx.Conv(3, 2, 3, mask=jnp.ones((3, 3, 2)).at[0].set(0.0), rngs=nnx.Rngs(1))
print(masked(x)[0, 0])
