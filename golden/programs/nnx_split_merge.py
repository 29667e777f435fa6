import re

import jax.numpy as jnp
from flax import nnx


def show(x):
    print(re.sub(r" at 0x[0-9a-f]+", "", repr(x)))


class Net(nnx.Module):
    def __init__(self, rngs):
        self.a = nnx.Linear(2, 2, rngs=rngs)
        self.bn = nnx.BatchNorm(2, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)
        self.tied = self.a

    def __call__(self, x):
        return self.tied(self.drop(self.bn(self.a(x))))


m = Net(nnx.Rngs(3))
graphdef, state = nnx.split(m)
show(graphdef)
show(state)
m2 = nnx.merge(graphdef, state)
print(m2.a is m2.tied, m2.a.kernel is m.a.kernel)
graphdef, params, stats, rest = nnx.split(m, nnx.Param, nnx.BatchStat, ...)
show(params)
show(stats)
show(rest)
m3 = nnx.merge(graphdef, params, stats, rest)
x = jnp.array([[1.0, 2.0], [-1.0, 0.5], [0.5, -3.0]])
m.eval(), m3.eval()
print(jnp.array_equal(m(x), m3(x)))
c = nnx.clone(m)
c.a.kernel[...] = jnp.zeros((2, 2))
print(m.a.kernel[0], c.a.kernel[0], c.tied is c.a)
print(hash(graphdef) == hash(nnx.graphdef(m3)), graphdef == nnx.graphdef(m3))
print(len(graphdef.nodes), graphdef.num_leaves, [k for k, _ in graphdef.attributes])
print(nnx.find_duplicates(m))
out, (graphdef2, state2) = nnx.call((graphdef, params, stats, rest))(x)
print(out)
out, (graphdef2, state2) = graphdef.apply(params, stats, rest).a(x)
print(out, graphdef2 == graphdef)
print(nnx.split(nnx.Param(jnp.ones(2))))
print(nnx.merge(*nnx.split((nnx.Param(jnp.ones(2)), {"b": nnx.Param(jnp.zeros(1))}))))
doubled = nnx.map(lambda path, v: v.replace(v[...] * 2) if isinstance(v, nnx.Param) else v, m)
print(doubled.a.kernel[0], m.a.kernel[0])
