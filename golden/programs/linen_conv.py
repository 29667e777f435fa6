import jax
import jax.numpy as jnp
import flax.linen as nn

key = jax.random.PRNGKey(0)
x = jax.random.normal(key, (1, 4, 4, 2))
for layer in (
    nn.Conv(3, (3, 3)),
    nn.Conv(2, (2, 2), strides=2, padding="VALID"),
    nn.Conv(2, (3, 3), padding=1, use_bias=False),
    nn.Conv(2, (3, 3), padding="CIRCULAR"),
    nn.Conv(2, (3, 3), padding="REFLECT"),
    nn.Conv(2, (2, 2), input_dilation=2, padding=1),
    nn.Conv(2, (3, 3), kernel_dilation=2, feature_group_count=2),
):
    variables = layer.init(key, x)
    print(jax.tree.map(jnp.shape, variables))
    print(layer.apply(variables, x))
line = jax.random.normal(key, (5, 2))
causal = nn.Conv(2, (3,), padding="CAUSAL")
print(causal.apply(causal.init(key, line), line))
try:
    nn.Conv(2, (3, 3), padding=[(1, 1)]).init(key, x)
except ValueError as error:
    print(f"ValueError: {error}")
