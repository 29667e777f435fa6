import jax
import jax.numpy as jnp
from flax import nnx

x = jax.random.normal(jax.random.key(0), (4, 6)) * 2 + 1
bn = nnx.BatchNorm(6, momentum=0.9, rngs=nnx.Rngs(0))
print(bn(x)[:2])
print(bn.mean[...], bn.var[...])
print(bn(x, use_running_average=True)[0])
bn.eval()
print(bn.use_running_average, bn(x)[1])
print(bn(x, use_running_average=False, mask=jnp.ones((4, 1)).at[0].set(0) > 0)[1])
print(nnx.LayerNorm(6, rngs=nnx.Rngs(0))(x)[:2])
print(nnx.LayerNorm(6, use_bias=False, use_scale=False, use_fast_variance=False, rngs=nnx.Rngs(0))(x)[:2])
print(nnx.RMSNorm(6, rngs=nnx.Rngs(0))(x)[:2])
print(nnx.GroupNorm(6, num_groups=3, rngs=nnx.Rngs(0))(x)[:2])
print(nnx.GroupNorm(6, num_groups=None, group_size=2, rngs=nnx.Rngs(0))(x.reshape(2, 2, 6))[0])
print(nnx.InstanceNorm(6, rngs=nnx.Rngs(0))(x.reshape(2, 2, 6))[0])
grads = nnx.grad(lambda m: (m(x) ** 3).sum())(nnx.LayerNorm(6, rngs=nnx.Rngs(0)))
print(grads)
print(nnx.state(bn, nnx.BatchStat))
