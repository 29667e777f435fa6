import jax
import jax.numpy as jnp
from flax import nnx

p = nnx.Param(jnp.array([1.0, 2.0, 3.0]))
print(p)
print(repr(p[...]), repr(p[1]), repr(p.get_value()))
p[0] = 5
print(p[...])
p[...] = jnp.zeros(3)
print(p.get_value())
p.set_value(jnp.arange(3.0))
print(p.shape, p.dtype, p.ndim, p.mean(), p.T.shape, len(p))
print(p + 1, 1 - p, p * p, p @ p, 2 / (p + 1), -p, abs(p), p**2, p == 1)
print([float(x) for x in p])
print(jnp.exp(p), jnp.sum(p), jax.tree.leaves(p))
print(float(nnx.Param(jnp.float32(2.5))), int(nnx.Param(jnp.int32(7))))
print(nnx.Variable({"a": jnp.ones(2), "n": 3}))
q = nnx.Variable({"a": 1.0})
q["b"] = 2.0
print(q["b"], q.get_value(), "a" in q)
n = nnx.BatchStat(jnp.ones((2, 2)), note="hello")
print(n, n.note, n.get_metadata())
n.set_metadata("note", "bye")
n.set_metadata(extra=1)
print(n.get_metadata("note"), n.has_metadata("extra"), n.get_metadata("absent", None))
n.del_metadata("extra")
c = n.copy()
c[0, 0] = 9
print(n[0, 0], c[0, 0], c.note, type(c).__name__)
c.copy_from(n)
print(c[...])
print(nnx.Intermediate((jnp.ones(1),)), nnx.Cache(1.5), nnx.Perturbation(jnp.zeros(2)))
print(issubclass(nnx.Perturbation, nnx.Intermediate), issubclass(nnx.Param, nnx.Variable))
print(jax.tree.structure(p))
print(jax.tree.map(lambda x: x * 2, p))
