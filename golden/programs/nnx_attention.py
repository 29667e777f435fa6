import warnings

import jax
import jax.numpy as jnp
from flax import nnx

warnings.simplefilter("ignore")
x = jax.random.normal(jax.random.key(0), (2, 4, 8))
a = nnx.MultiHeadAttention(num_heads=2, in_features=8, qkv_features=16, decode=False, rngs=nnx.Rngs(0))
y = a(x)
print(y.shape, y[0, :2])
print(jax.tree.map(jnp.shape, nnx.to_pure_dict(nnx.state(a, nnx.Param))))
mask = nnx.make_causal_mask(jnp.ones((2, 4)))
print(mask[0], mask.shape)
print(a(x, mask=mask)[0, 0], a(x, is_causal=True)[0, 0])
print(a(x, x[:, :3], sow_weights=True).shape, a.attention_weights[0].shape)
print(a.attention_weights[0][0, 0])
print(nnx.make_attention_mask(jnp.array([1, 1, 0]), jnp.array([1, 0])))
print(nnx.combine_masks(jnp.array([1, 0]), None, jnp.array([1, 1])), nnx.combine_masks(None))
d = nnx.MultiHeadAttention(2, 8, decode=True, normalize_qk=True, rngs=nnx.Rngs(0))
d.init_cache((2, 4, 8))
steps = jnp.concatenate([d(x[:, i : i + 1]) for i in range(4)], axis=1)
d.set_attributes(decode=False)
print(jnp.abs(steps - d(x, mask=mask)).max() < 1e-5, d.cache_index[...])
drop = nnx.MultiHeadAttention(2, 8, dropout_rate=0.5, decode=False, deterministic=False, rngs=nnx.Rngs(0))
print(drop(x)[0, 0], drop(x, deterministic=True)[0, 0])
q = jax.random.normal(jax.random.key(1), (1, 3, 2, 4))
print(nnx.dot_product_attention(q, q, q)[0, 0])
print(
    nnx.dot_product_attention(q, q, q, bias=jnp.ones((1, 2, 3, 3)), dropout_rate=0.5, dropout_rng=jax.random.key(0))[
        0, 0
    ]
)
g = nnx.MultiHeadAttention(4, 8, num_kv_heads=2, decode=False, rngs=nnx.Rngs(0))
print(g.key.kernel.shape, g(x)[1, 3])
