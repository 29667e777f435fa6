import jax
import jax.numpy as jnp
import flax.linen as nn

key = jax.random.PRNGKey(0)
x = jax.random.normal(key, (1, 3, 4))
attend = nn.MultiHeadDotProductAttention(num_heads=2, dropout_rate=0.5)
variables = attend.init(key, x, deterministic=True)
print(attend.apply(variables, x, deterministic=False, rngs={"dropout": jax.random.PRNGKey(5)}))
try:
    attend.apply(variables, x)
except ValueError as error:
    print(f"ValueError: {error}")
q = jax.random.normal(key, (1, 3, 2, 2))
print(nn.dot_product_attention(q, q, q))
print(nn.dot_product_attention_weights(q, q, mask=nn.make_causal_mask(jnp.ones((1, 3)))))
