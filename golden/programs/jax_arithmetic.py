import jax.numpy as jnp

x = jnp.array([1.0, -2.0, 3.0])
i = jnp.array([1, 2, 3])
print(x + 1, 1 + x, x - 1, 1 - x, x * 2, 2 * x, x / 2, 2 / x)
print(x**2, x**3, x**-1, x**0.5, 2**i, x**i)
print(-x, abs(x), +x, x @ x, x @ jnp.ones((3, 2)), jnp.ones((2, 3)) @ x)
print(x > 0, x >= 1, x < 0, x <= -2, x == 3, x != 3, 0 < x)
for a, b in ((i, 1), (i, 1.0), (i, x), (x, 1), (i, True), (jnp.array(1), 2), (jnp.array(1), 2.0), (i > 1, 1)):
    c = a + b
    print(c.dtype, c.weak_type, end="; ")
print()
print(repr(i / 2), repr(i * 2), repr(i + jnp.uint32(1)), repr((i > 1) + (i > 2)), repr(i**2))
print(repr(jnp.float32(1) + 1), repr(jnp.array(1.0) + 1), repr(jnp.array(1) * 2.5))
y = x
y += 1
print(x, y)
print((x > 0) & (x < 2), (x > 0) | (x < -1), (x > 0) ^ (x > 1), ~(x > 0))
for f in (
    lambda: x + [1, 2, 3],
    lambda: x + "a",
    lambda: x * None,
    lambda: x + jnp.ones(4),
    lambda: x - jnp.ones(4),
    lambda: jnp.ones((2, 3)) * jnp.ones(2),
    lambda: x @ jnp.ones(2),
    lambda: x @ 2,
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", str(e).replace("jaxlib._jax.", ""))
