import jax.numpy as jnp

print(repr(jnp.array([1, 2, 3])), repr(jnp.array([1, 2.5])), repr(jnp.array([True, False])))
print(repr(jnp.array([[1, 2], [3, 4]])), repr(jnp.array([])), repr(jnp.array([[]])))
print(repr(jnp.array([jnp.float32(1), 2.0])), repr(jnp.array([jnp.ones(2), jnp.zeros(2)])))
print(repr(jnp.zeros(3)), repr(jnp.ones((2, 2), jnp.int32)), repr(jnp.full((2,), 7)), repr(jnp.full(2, 1.5)))
print(repr(jnp.arange(4)), repr(jnp.arange(4.0)), repr(jnp.arange(1, 10, 3)), repr(jnp.arange(0, 1, 0.25)))
print(repr(jnp.arange(5, dtype=jnp.float32)), repr(jnp.arange(5, 0, -2)))
print(repr(jnp.linspace(0, 1, 5)), repr(jnp.eye(2)), repr(jnp.identity(2, dtype=int)))
print(repr(jnp.zeros_like(jnp.arange(3))), repr(jnp.ones_like(jnp.arange(3.0))), repr(jnp.full_like(jnp.arange(3), 9)))
print(repr(jnp.asarray(3.0)), repr(jnp.asarray([1.5], dtype=int)), repr(jnp.array(5, dtype=float)))
print(repr(jnp.array(range(4))), repr(jnp.array((1, 2))), repr(jnp.array([[1], [2]], dtype=jnp.uint32)))
a = jnp.ones(3)
print(jnp.asarray(a) is a, jnp.array(a) is a)
print(repr(jnp.array([1, 2], ndmin=3)), jnp.array(1, ndmin=1).shape)
for f in (
    lambda: jnp.array("a"),
    lambda: jnp.array(None),
    lambda: jnp.array([1, [2, 3]]),
    lambda: jnp.array([[1, 2], [3]]),
    lambda: jnp.zeros(-1),
    lambda: jnp.zeros(1.5),
    lambda: jnp.array([2**31]),
    lambda: jnp.ones(3, dtype="no"),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", str(e).split("\n")[0])
