import jax
import jax.numpy as jnp
import flax.linen as nn

key = jax.random.PRNGKey(0)
x = jax.random.normal(key, (2, 3, 4))
attend = nn.MultiHeadDotProductAttention(num_heads=2)
variables = attend.init(key, x)
print(jax.tree.map(jnp.shape, variables))
print(attend.apply(variables, x))
mask = nn.make_causal_mask(jnp.ones((2, 3)))
print(mask[0])
print(attend.apply(variables, x, mask=mask))
y = jax.random.normal(jax.random.PRNGKey(1), (2, 5, 4))
print(attend.apply(variables, x, y, y))
_, seen = attend.apply(variables, x, sow_weights=True, mutable=["intermediates"])
print(seen["intermediates"]["attention_weights"][0].sum(-1))
print(nn.combine_masks(mask, None, nn.make_attention_mask(jnp.ones((2, 3)), jnp.array([[1, 1, 0], [1, 0, 0]])))[1])
wide = nn.MultiHeadAttention(num_heads=2, qkv_features=8, out_features=3, use_bias=False, normalize_qk=True)
variables = wide.init(key, x)
print(jax.tree.map(jnp.shape, variables))
print(wide.apply(variables, x))
try:
    nn.MultiHeadDotProductAttention(num_heads=3).init(key, x)
except AssertionError as error:
    print(f"AssertionError: {error}")
