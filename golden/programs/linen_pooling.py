import jax
import jax.numpy as jnp
import flax.linen as nn

x = jax.random.normal(jax.random.PRNGKey(0), (1, 4, 4, 2))
print(nn.max_pool(x, (2, 2), strides=(2, 2)))
print(nn.avg_pool(x, (2, 2), strides=(2, 2)))
print(nn.avg_pool(x, (3, 3), padding="SAME").shape)
print(nn.avg_pool(x, (3, 3), padding="SAME", count_include_pad=False)[0, 0])
print(nn.pooling.min_pool(x[0], (2, 2)))
