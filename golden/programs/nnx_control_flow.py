import jax.numpy as jnp
from flax import nnx


class Acc(nnx.Module):
    def __init__(self):
        self.n = nnx.Variable(jnp.array(0))
        self.w = nnx.Param(jnp.array([1.0, 2.0]))


m = Acc()


def up(m, x):
    m.n[...] += 1
    return m.w * x


def down(m, x):
    m.n[...] -= 1
    return m.w - x


for flag in (True, False, True):
    print(nnx.cond(flag, up, down, m, 3.0), m.n[...])
print(nnx.switch(1, [up, down], m, 1.0), m.n[...])
print(nnx.jit(lambda m, p: nnx.cond(p > 0, up, down, m, p))(m, 5.0), m.n[...])


def body(val):
    i, m = val
    m.n[...] += i
    return i + 1, m


i, out = nnx.while_loop(lambda val: val[0] < 4, body, (0, m))
print(i, out is m, m.n[...])


def step(i, m):
    m.w[...] *= 2
    return m


out = nnx.fori_loop(0, 3, step, m)
print(out is m, m.w[...])


@nnx.remat
def heavy(m, x):
    m.n[...] += 10
    return jnp.sin(m.w * x)


print(nnx.grad(lambda m: heavy(m, 2.0).sum())(m), m.n[...])
