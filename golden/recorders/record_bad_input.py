"""Records what JAX says to the mistakes that are made most: shapes, dtypes, indexing, loops, keys and others.

Run with a Python that has JAX and Flax: python golden/recorders/record_bad_input.py
"""

import re

from recording import write

import flax.linen as nn  # noqa: F401
import jax  # noqa: F401
import jax.numpy as jnp  # noqa: F401
import optax  # noqa: F401
from flax import nnx  # noqa: F401
from jax import lax, random  # noqa: F401

LINES = {
    "shapes": """
jnp.ones((2, 3)) + jnp.ones((3, 2))
jnp.ones((2, 3)) @ jnp.ones((2, 3))
jnp.dot(jnp.ones(3), jnp.ones(4))
jnp.vdot(jnp.ones(3), jnp.ones(4))
jnp.inner(jnp.ones((2, 3)), jnp.ones((2, 4)))
jnp.ones((2, 3)).reshape(4)
jnp.ones((2, 3)).reshape(-1, 4)
jnp.ones((2, 3)).reshape(-1, -1)
jnp.broadcast_to(jnp.ones(3), (4,))
jnp.concatenate([])
jnp.concatenate([jnp.ones(3), jnp.ones((3, 1))])
jnp.vstack([jnp.ones(3), jnp.ones(4)])
jnp.einsum('ij,jk->ik', jnp.ones((2, 3)), jnp.ones((4, 5)))
jnp.einsum('ij->ik', jnp.ones((2, 3)))
jnp.tensordot(jnp.ones((2, 3)), jnp.ones((2, 3)), 1)
jnp.where(jnp.ones(3) > 0, jnp.ones(4), 0)
jnp.ones(3).at[jnp.array([0, 1])].set(jnp.ones(3))
jnp.split(jnp.ones(5), 2)
jnp.linalg.inv(jnp.ones((2, 3)))
jnp.linalg.solve(jnp.ones((2, 2)), jnp.ones(3))
jnp.zeros(-1)
jnp.zeros((2.5,))
jnp.zeros('3')
jnp.full((2,), jnp.ones(3))
jax.vmap(jnp.add)(jnp.ones(2), jnp.ones(3))
jax.vmap(jnp.sin)(1.0)
jax.jvp(jnp.sin, (jnp.ones(3),), (jnp.ones(4),))
jax.vjp(jnp.sin, jnp.ones(3))[1](jnp.ones(4))
lax.scan(lambda c, x: (c, x), 0.0, (jnp.ones(2), jnp.ones(3)))
lax.dynamic_slice(jnp.ones(3), (0,), (4,))
optax.apply_updates({'a': jnp.ones(2)}, {'a': jnp.ones(3)})
nnx.Linear(3, 4, rngs=nnx.Rngs(0))(jnp.ones(4))
nn.Dense(3).apply(nn.Dense(3).init(random.key(0), jnp.ones(4)), jnp.ones(5))
""",
    "dtypes": """
jax.grad(lambda x: x.sum())(jnp.arange(3))
jax.grad(lambda x: (x > 0).sum())(1.0)
jnp.ones(3)[1.5]
jnp.ones(3)[jnp.array([0.5])]
jnp.take(jnp.ones(3), jnp.array([0.5]))
jnp.ones(3) & 1
jnp.left_shift(1.0, 2)
jnp.ones(3, 'flot32')
jnp.ones(3).astype('flot32')
jnp.array('a')
jnp.array({'a': 1})
jnp.add('a', 1)
jnp.add([1, 2], 1)
jnp.sin(None)
lax.add(jnp.ones(3), jnp.arange(3))
lax.dot(jnp.ones(3), jnp.arange(3))
jax.nn.one_hot(jnp.array([0.5]), 3)
random.randint(random.key(0), (2,), 0, 3, 'float32')
random.uniform(random.key(0), (2,), 'int32')
jax.jvp(jnp.sin, (1.0,), (1,))
jnp.bincount(jnp.array([0.5]))
jax.random.key(0) + 1
jnp.sum(jax.random.key(0))
jnp.arange(0.0, 3.0, 0.0)
nnx.Embed(3, 2, rngs=nnx.Rngs(0))(jnp.array([0.5]))
""",
    "ranks": """
jnp.ones(()) @ jnp.ones(3)
jnp.sum(jnp.ones(3), axis=1)
jnp.sum(jnp.ones((2, 3)), axis=(0, 0))
jnp.ones((2, 3)).mean(axis=-3)
jnp.argmax(jnp.ones(3), axis=1)
jnp.transpose(jnp.ones((2, 3)), (0, 0))
jnp.transpose(jnp.ones((2, 3)), (0,))
jnp.swapaxes(jnp.ones((2, 3)), 0, 2)
jnp.moveaxis(jnp.ones((2, 3)), 0, 2)
jnp.squeeze(jnp.ones((2, 3)), axis=0)
jnp.expand_dims(jnp.ones(3), 5)
jnp.ones((2, 3))[0, 0, 0]
jnp.ones((2, 3))[..., ...]
jnp.trace(jnp.ones(3))
jnp.linalg.det(jnp.ones(3))
jnp.linalg.cholesky(jnp.ones(3))
jnp.diag(jnp.ones((2, 2, 2)))
jnp.tril(jnp.ones(3))
jnp.kron(jnp.ones(2), 'a')
jnp.cross(jnp.ones(4), jnp.ones(4))
jnp.stack([jnp.ones(3)], axis=2)
jnp.concatenate([jnp.ones(3)], axis=1)
jnp.sort(jnp.float32(1))
jnp.cumsum(jnp.ones(3), axis=1)
jnp.repeat(jnp.ones(3), jnp.array([1, 2]))
jnp.roll(jnp.ones(3), 1, axis=1)
jnp.flip(jnp.ones(3), axis=1)
jax.nn.softmax(jnp.ones(3), axis=1)
jax.grad(lambda x: x * 2)(jnp.ones(3))
jax.vmap(jnp.sin, in_axes=2)(jnp.ones((2, 3)))
jax.vmap(jnp.sin, in_axes=None)(jnp.ones(3))
jax.vmap(jnp.sin, out_axes=2)(jnp.ones(3))
jax.hessian(lambda x: x * 2)(jnp.ones(2)).foo
jnp.ones(3).item()
list(jnp.float32(1))
""",
    "trees": """
jax.tree.map(jnp.add, {'a': 1, 'b': 2}, {'a': 1})
jax.tree.map(jnp.add, [1, 2], [1, 2, 3])
jax.tree.map(jnp.add, {'a': 1}, {'b': 1})
jax.tree.map(jnp.add, [1, [2]], [1, 2])
jax.tree.map(jnp.add, [1, None], [1, 2])
jax.tree.unflatten(jax.tree.structure([1, 2]), [1])
jax.tree.unflatten(jax.tree.structure([1, 2]), [1, 2, 3])
jax.vmap(lambda t: t['a'], in_axes=({'b': 0},))({'a': jnp.ones(3)})
jax.vmap(jnp.add, in_axes=(0, 0, 0))(jnp.ones(3), jnp.ones(3))
jax.vmap(lambda x: (x, x), out_axes=(0, 0, 0))(jnp.ones(3))
jax.vmap(lambda x: 'a')(jnp.ones(3))
jax.jit(lambda x: 'a')(1.0)
jax.jit(lambda x: x)('a')
jax.grad(lambda p: 1.0)({'a': 'b'})
jax.grad(lambda x: x, argnums=3)(1.0)
jax.jvp(lambda a, b: a, (1.0, 2.0), (1.0,))
jax.vjp(lambda a: {'x': a}, 1.0)[1]({'y': 1.0})
lax.scan(lambda c, x: (c, c), {'a': 1.0}, 3)
lax.scan(lambda c, x: ([c, c], x), 1.0, jnp.ones(3))
lax.scan(lambda c, x: c, 1.0, jnp.ones(3))
lax.scan(lambda c, x: (jnp.ones(2), x), jnp.ones(3), jnp.ones(3))
lax.scan(lambda c, x: (c, x), 1.0, {})
lax.cond(True, lambda x: x, lambda x: [x], 1.0)
lax.cond(True, lambda x: x, lambda x: jnp.ones(3), 1.0)
lax.cond(jnp.ones(2) > 0, lambda x: x, lambda x: x, 1.0)
lax.while_loop(lambda c: c < 3, lambda c: [c], 1.0)
lax.while_loop(lambda c: c, lambda c: c, 1.0)
lax.while_loop(lambda c: jnp.ones(2) > c, lambda c: c, 1.0)
lax.fori_loop(0, 3, lambda i, c: [c], 1.0)
lax.switch(0, [], 1.0)
optax.apply_updates({'a': 1.0}, {'b': 1.0})
optax.sgd(0.1, momentum=0.9).update({'a': jnp.ones(2)}, optax.sgd(0.1, momentum=0.9).init({'b': jnp.ones(2)}))
""",
    "keys": """
random.PRNGKey(1.5)
random.key(0.5)
random.key(jnp.float32(1))
random.key('a')
random.key(jnp.arange(2))
random.split(random.key(0), 1.5)
random.fold_in(random.key(0), 1.5)
random.normal(0, (3,))
random.normal(jnp.ones(2), (3,))
random.normal(random.split(random.key(0)), (3,))
random.normal(random.key(0), 2.5)
random.uniform(random.key(0), (-1,))
random.choice(random.key(0), jnp.ones(3), (4,), replace=False)
random.permutation(random.key(0), 2.5)
nnx.Rngs(1.5)
nnx.Rngs(params='a')
nn.Dense(2).init(0, jnp.ones(3))
nn.Dense(2).init(random.key(0.5), jnp.ones(3))
""",
}


def outcome(expression: str) -> dict[str, str]:
    """The type and text of the error, or what came without one."""
    try:
        value = eval(expression)
    except Exception as error:
        text = re.sub(r"0x[0-9a-f]+", "0x…", str(error))
        return {"type": type(error).__name__, "text": text}
    return {"ok": repr(value)}


def main() -> None:
    """One case a line, with its family."""
    cases = [
        {"family": family, "python": line, **outcome(line)}
        for family, lines in LINES.items()
        for line in lines.strip().splitlines()
    ]
    write("bad_input", cases=cases)


if __name__ == "__main__":
    main()
