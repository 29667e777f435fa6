import jax.numpy as jnp

x = jnp.float32(2.5)
n = jnp.int32(7)
print(x, repr(x), n, repr(n), repr(jnp.array(2)), repr(jnp.array(2.0)), repr(jnp.array(True)))
print(float(x), int(x), int(n), bool(n), complex(x), x.item(), n.item(), jnp.array(False).item())
print(f"{x} {x:.3f} {x:10.2f}| {n:05d} {n}", "{:.1e}".format(x))
print([10, 20, 30][jnp.array(1)], list(range(jnp.array(3))))
print(round(x, 1), abs(jnp.float32(-1)), -x, +x, divmod(jnp.float32(7.5), 2))
print(x == 2.5, bool(x > 2), x != x, type(float(x)), type(n.item()))
print(x.shape, x.ndim, x.size, x.dtype, x.weak_type, jnp.array(1.0).weak_type)
for f in (
    lambda: float(jnp.ones(3)),
    lambda: int(jnp.ones((1, 1))),
    lambda: bool(jnp.ones(2)),
    lambda: len(x),
    lambda: list(x),
    lambda: jnp.float32(1.5).__index__(),
    lambda: format(jnp.ones(2), ".2f"),
    lambda: jnp.ones(2).item(),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", str(e).replace("jaxlib._jax.", ""))
