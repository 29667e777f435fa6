"""Records the texts of the errors that learners meet most, by the line of Python that raises them."""

from __future__ import annotations

from typing import Any

from encoding import caught
from recording import write

import jax
import jax.numpy as jnp
import optax
from flax import linen as nn
from flax import nnx
from jax import random


def errors() -> list[dict[str, Any]]:
    """One case a line."""
    x3, x4 = jnp.arange(3.0), jnp.arange(4.0)
    dense = nn.Dense(3)
    v = dense.init(random.PRNGKey(0), jnp.zeros((4,)))
    lin = nnx.Linear(3, 4, rngs=nnx.Rngs(0))
    g = jax.grad
    src = {
        "jax.grad(lambda x: x)(x3)": lambda: g(lambda x: x)(x3),
        "jax.grad(lambda x: x.sum())(jnp.arange(3))": lambda: g(lambda x: x.sum())(jnp.arange(3)),
        "jax.grad(lambda x: x.sum(), argnums=1)(x3)": lambda: g(lambda x: x.sum(), argnums=1)(x3),
        "jax.grad(lambda a, b: (a*b).sum(), argnums=(0, 2))(x3, x3)": lambda: g(
            lambda a, b: (a * b).sum(), argnums=(0, 2)
        )(x3, x3),
        "jax.grad(lambda x: float(x))(1.0)": lambda: g(lambda x: float(x))(1.0),  # noqa: PLW0108
        "jax.grad(lambda x: None)(1.0)": lambda: g(lambda x: None)(1.0),
        "jax.grad(lambda x: (x, x))(1.0)": lambda: g(lambda x: (x, x))(1.0),
        "jax.grad(lambda s: 1.0)('foo')": lambda: g(lambda s: 1.0)("foo"),
        "jax.grad(lambda x: x.sum().astype(int))(x3)": lambda: g(lambda x: x.sum().astype(int))(x3),
        "x3 + x4": lambda: x3 + x4,
        "x3 - x4": lambda: x3 - x4,
        "x3 * x4": lambda: x3 * x4,
        "jnp.ones((2,3)) + x4": lambda: jnp.ones((2, 3)) + x4,
        "x3 @ jnp.ones((4,2))": lambda: x3 @ jnp.ones((4, 2)),
        "jnp.ones((2,3)) @ jnp.ones((2,3))": lambda: jnp.ones((2, 3)) @ jnp.ones((2, 3)),
        "jnp.float32(1) @ x3": lambda: jnp.float32(1) @ x3,
        "float(x3)": lambda: float(x3),
        "int(x3)": lambda: int(x3),
        "bool(x3)": lambda: bool(x3),
        "len(jnp.float32(1))": lambda: len(jnp.float32(1)),
        "x3.reshape(2, 2)": lambda: x3.reshape(2, 2),
        "jnp.concatenate([jnp.ones((2,3)), jnp.ones((2,4))])": lambda: jnp.concatenate(
            [jnp.ones((2, 3)), jnp.ones((2, 4))]
        ),
        "jnp.stack([x3, x4])": lambda: jnp.stack([x3, x4]),
        "jnp.sum([1, 2])": lambda: jnp.sum([1, 2]),
        "jnp.mean([1.0])": lambda: jnp.mean([1.0]),
        "x3 + [1, 2, 3]": lambda: x3 + [1, 2, 3],  # noqa: RUF005
        "x3[0] = 1": lambda: x3.__setitem__(0, 1),
        "tree_map(f, {'a': 1}, {'b': 1})": lambda: jax.tree_util.tree_map(lambda a, b: a, {"a": 1}, {"b": 1}),
        "tree_map(f, {'a': 1, 'b': 2}, {'a': 1})": lambda: jax.tree_util.tree_map(
            lambda a, b: a, {"a": 1, "b": 2}, {"a": 1}
        ),
        "tree_map(f, {'a': 1}, [1])": lambda: jax.tree_util.tree_map(lambda a, b: a, {"a": 1}, [1]),
        "tree_map(f, [1, 2], [1, 2, 3])": lambda: jax.tree_util.tree_map(lambda a, b: a, [1, 2], [1, 2, 3]),
        "tree_map(f, {'a': 1}, (1,))": lambda: jax.tree_util.tree_map(lambda a, b: a, {"a": 1}, (1,)),
        "random.PRNGKey(0.5)": lambda: random.PRNGKey(0.5),
        "random.PRNGKey(2.0)": lambda: random.PRNGKey(2.0),
        "random.PRNGKey(jnp.arange(3))": lambda: random.PRNGKey(jnp.arange(3)),
        "random.normal(0, (3,))": lambda: random.normal(0, (3,)),
        "random.fold_in(random.PRNGKey(0), jnp.arange(2))": lambda: random.fold_in(random.PRNGKey(0), jnp.arange(2)),
        "lecun_normal()(key, (3,))": lambda: jax.nn.initializers.lecun_normal()(random.PRNGKey(0), (3,)),
        "nnx.Linear(3, 4)": lambda: nnx.Linear(3, 4),
        "nnx.Linear(3, 4, nnx.Rngs(0))": lambda: nnx.Linear(3, 4, nnx.Rngs(0)),
        "nnx.Rngs(0.5)": lambda: nnx.Rngs(0.5),
        "nnx.Rngs(0).foo()": lambda: nnx.Rngs(0).dropout() if False else nnx.Rngs(params=0).dropout(),
        "lin(x4)": lambda: lin(x4),
        "lin.kernel += 1": lambda: lin.kernel.__iadd__(1),
        "dense(x4)": lambda: dense(x4),
        "dense.apply(v, x3)": lambda: dense.apply(v, x3),
        "dense.apply({}, x4)": lambda: dense.apply({}, x4),
        "dense.apply(v['params'], x4)": lambda: dense.apply(v["params"], x4),
        "dense.apply({'params': v}, x4)": lambda: dense.apply({"params": v}, x4),
        "dense.apply({'params': {'kernel': v['params']['kernel']}}, x4)": lambda: dense.apply(
            {"params": {"kernel": v["params"]["kernel"]}}, x4
        ),
        "dense.init(1, x4)": lambda: dense.init(1, x4),
        "dense.apply(v)": lambda: dense.apply(v),
        "nn.Dense()": nn.Dense,
        "jax.nn.relu('a')": lambda: jax.nn.relu("a"),
        "jnp.array([1, 'a'])": lambda: jnp.array([1, "a"]),
        "jnp.array([[1, 2], [3]])": lambda: jnp.array([[1, 2], [3]]),
        "jax.value_and_grad(lambda x: (x.sum(), x), has_aux=True)(x3)": lambda: jax.value_and_grad(
            lambda x: (x.sum(), x), has_aux=True
        )(x3),
        "jax.tree_map": lambda: jax.tree_map,
        "jax.grad(lambda m, x: m(x).sum())(lin, x3)": lambda: g(lambda m, x: m(x).sum())(lin, x3),
        "nnx.grad(lambda m, x: m(x).sum())(lin, x3)": lambda: nnx.grad(lambda m, x: m(x).sum())(lin, x3),
        "jax.jit(lambda x: x if x > 0 else -x)(1.0)": lambda: jax.jit(lambda x: x if x > 0 else -x)(1.0),
        "jax.vmap(lambda a, b: a + b)(x3, x4)": lambda: jax.vmap(lambda a, b: a + b)(x3, x4),
        "jax.vmap(lambda a: a)(1.0)": lambda: jax.vmap(lambda a: a)(1.0),
        "optax.sgd(0.1).update([x3], ())": lambda: optax.sgd(0.1).update([x3], optax.sgd(0.1).init([x3]))[0],
    }
    return [{"python": k, **caught(f)} for k, f in src.items()]


if __name__ == "__main__":
    write("errors", cases=errors())
