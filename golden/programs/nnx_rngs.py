import warnings

import jax
import jax.numpy as jnp
from flax import nnx

warnings.simplefilter("ignore")
r = nnx.Rngs(0)
print([jax.random.key_data(r.params()) for _ in range(3)], r.default.count[...])
print(jax.random.key_data(r()), jax.random.key_data(r["anything"]()))
r = nnx.Rngs(1, params=2, dropout=jax.random.key(3), raw=jax.random.PRNGKey(4))
print(list(r), len(r), "params" in r, "default" in r, "absent" in r)
print({name: jax.random.key_data(stream()) for name, stream in r.items()})
print(r.params.key.tag, r.params.tag, r.params.count[...])
print(r)
f = r.fork()
print(list(f), f.params.count[...], r.params.count[...], jax.random.key_data(f.params()))
s = nnx.Rngs(0, noise=1).split({"noise": 3, ...: None})
print(s.noise.key.shape, s.default.key.shape, s.noise.count[...])
s = nnx.Rngs(5).split(2)
print(jax.random.key_data(s.default.key[...]))
s = nnx.Rngs(5).split((2, 2))
print(s.default.key.shape)
b = nnx.Rngs(5).broadcast(2)
print(jax.random.key_data(b.default.key[...]))
print(nnx.Rngs({"a": 1, "b": 2}))
print(nnx.Rngs(0).params.uniform((2, 3)))
print(nnx.Rngs(0).normal((2,)), nnx.Rngs(0).randint((3,), 0, 10), nnx.Rngs(0).bernoulli(0.5, (4,)))
print(nnx.Rngs(0).lecun_normal()((2, 2), jnp.float32))
print(nnx.Rngs(r.params).default.key[...] == r.params.key[...])
model = nnx.Dropout(0.5, rngs=nnx.Rngs(0))
nnx.reseed(model, dropout=7, default=8)
print(jax.random.key_data(model.rngs.key[...]), model.rngs.count[...])
backup = nnx.split_rngs(nnx_rngs := nnx.Rngs(0, other=1), splits=3, only="other")
print(nnx_rngs.other.key.shape, nnx_rngs.default.key.shape, nnx_rngs.other.count[...])
nnx.restore_rngs(backup)
print(nnx_rngs.other.key.shape, nnx_rngs.other.count[...])


@nnx.split_rngs(splits=2)
def shape_of_keys(rngs):
    return rngs.default.key.shape


print(shape_of_keys(nnx.Rngs(0)))


@nnx.fork_rngs(split={"noise": 4, "default": None})
def forked(rngs):
    return rngs.noise.key.shape, rngs.default.key.shape


print(forked(nnx.Rngs(0, noise=1)))
