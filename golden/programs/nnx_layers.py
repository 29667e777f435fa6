import jax
import jax.numpy as jnp
from flax import nnx

x = jax.random.normal(jax.random.key(1), (2, 3))
lin = nnx.Linear(3, 4, rngs=nnx.Rngs(0))
print(lin(x))
print(lin(x[0]), lin(jnp.array([1, 2, 3])).dtype, lin(jnp.ones((2, 5, 3))).shape)
bare = nnx.Linear(3, 2, use_bias=False, rngs=nnx.Rngs(0))
print(bare(x), bare.bias)
half = nnx.Linear(3, 2, dtype=jnp.bfloat16, rngs=nnx.Rngs(0))
print(half(x).dtype, half.kernel.dtype)
own = nnx.Linear(
    3,
    2,
    kernel_init=nnx.initializers.ones,
    bias_init=nnx.initializers.constant(0.5),
    rngs=nnx.Rngs(0),
)
print(own(x))
g = nnx.LinearGeneral(3, (2, 2), rngs=nnx.Rngs(0))
print(g(x), g.kernel.shape, g.bias.shape)
g = nnx.LinearGeneral((2, 3), 4, axis=(-2, -1), rngs=nnx.Rngs(0))
print(g(jnp.ones((5, 2, 3)))[0], g.kernel.shape)
g = nnx.LinearGeneral(3, 2, axis=-1, batch_axis={0: 2}, rngs=nnx.Rngs(0))
print(g(x), g.kernel.shape)
e = nnx.Einsum("abc,cde->abde", (3, 2, 4), (2, 4), rngs=nnx.Rngs(0))
print(e(jnp.ones((1, 2, 3))).sum(-1), e.bias.shape)
emb = nnx.Embed(5, 3, rngs=nnx.Rngs(0))
print(emb(jnp.array([0, 4])), emb.attend(jnp.ones((1, 3))))
r1, r2 = nnx.Rngs(0), nnx.Rngs(0)
nnx.Linear(3, 4, rngs=r1)
nnx.Linear(3, 4, use_bias=False, rngs=r2)
print(r1.default.count[...], r2.default.count[...])
act = nnx.PReLU()
print(act(jnp.array([-2.0, 3.0])), act.negative_slope[...])
s = nnx.Sequential(
    nnx.Linear(3, 4, rngs=nnx.Rngs(0)),
    nnx.relu,
    nnx.Dropout(0.5, deterministic=True),
    nnx.Linear(4, 1, rngs=nnx.Rngs(1)),
)
print(s(x), len(s.layers))
print(
    nnx.Sequential()(1),
    nnx.Sequential(lambda x: (x, x + 1), lambda a, b: {"c": a * b}, lambda c: c)(3),
)
lora = nnx.LoRA(3, 2, 4, base_module=lin, rngs=nnx.Rngs(2))
print(lora(x) - lin(x), lora.lora_a.shape, type(lora.lora_b).__name__)
ll = nnx.LoRALinear(3, 4, lora_rank=2, rngs=nnx.Rngs(0))
print(ll(x) - lin(x), ll.lora.lora_a[...])
