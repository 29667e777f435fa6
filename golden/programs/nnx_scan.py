import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, rngs):
        self.lin = nnx.Linear(2, 2, rngs=rngs)
        self.seen = nnx.Variable(jnp.array(0.0))

    def __call__(self, x):
        self.seen[...] += x.sum()
        return jnp.tanh(self.lin(x))


@nnx.split_rngs(splits=3)
@nnx.vmap(in_axes=(0,))
def create(rngs):
    return Block(rngs)


blocks = create(nnx.Rngs(0))


@nnx.scan(in_axes=(nnx.Carry, 0), out_axes=nnx.Carry)
def forward(x, block):
    return block(x)


print(forward(jnp.ones(2), blocks), blocks.seen[...])

cell = Block(nnx.Rngs(1))


@nnx.scan
def over_time(carry, x):
    carry = carry + x
    return carry, carry * 2


print(over_time(jnp.zeros(2), jnp.ones((3, 2))))


@nnx.scan(
    in_axes=(nnx.StateAxes({nnx.Param: None, ...: nnx.Carry}), nnx.Carry, 1),
    out_axes=(nnx.Carry, 1),
)
def recur(cell, h, x):
    h = cell(h + x)
    return h, h


h, ys = recur(cell, jnp.zeros(2), jnp.arange(8.0).reshape(2, 4))
print(h, ys, cell.seen[...])


@nnx.scan(in_axes=(nnx.Carry, None), out_axes=nnx.Carry, length=3)
def repeat(cell, x):
    cell(x)
    return cell


out = repeat(cell, jnp.ones(2))
print(out is cell, cell.seen[...])


@nnx.scan(in_axes=nnx.Carry, out_axes=nnx.Carry, length=2)
def double(x):
    return x * 2


print(double(jnp.ones(2)))


@nnx.scan(in_axes=(0,), out_axes=0, reverse=True)
def each(x):
    return x + 1


print(each(jnp.arange(3)))
x = jnp.ones((2,))
grads = nnx.grad(lambda b: forward(x, b).sum())(blocks)
print(jax.tree.map(jnp.shape, grads), grads.lin.bias)


def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


attempt(lambda: nnx.scan(lambda a, b: a, in_axes=(nnx.Carry, nnx.Carry), out_axes=nnx.Carry)(x, x))
attempt(lambda: nnx.scan(lambda a, b: a, in_axes=(0, 0), out_axes=None)(x, x))
attempt(lambda: nnx.scan(lambda a, b: a, in_axes=nnx.Carry, out_axes=nnx.Carry)(x, x))
