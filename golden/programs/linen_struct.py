import dataclasses
import jax
import jax.numpy as jnp
from flax import struct


@struct.dataclass
class Ball:
    position: jax.Array
    speed: float
    name: str = struct.field(pytree_node=False, default="ball")


class Pair(struct.PyTreeNode):
    left: int
    right: int = 2


ball = Ball(jnp.zeros(2), 1.5)
print(ball)
print(jax.tree.leaves(ball))
print(jax.tree.map(lambda x: x + 1, ball))
print(ball.replace(speed=3.0, name="other"))
print(jax.grad(lambda b: (b.position * 2).sum() + b.speed**2)(ball))
print(jax.tree.map(lambda a, b: a + b, Pair(1), Pair(2, 3)))
print([jax.tree_util.keystr(p) for p, _ in jax.tree_util.tree_leaves_with_path(ball)])
try:
    ball.speed = 2.0
except dataclasses.FrozenInstanceError as error:
    print(f"{type(error).__name__}: {error}")
try:
    Ball(1)
except TypeError as error:
    print(f"TypeError: {error}")
