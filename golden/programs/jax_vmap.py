import jax
import jax.numpy as jnp

x = jnp.arange(6.0).reshape(2, 3)
print(jax.vmap(lambda a: a.sum())(x), jax.vmap(lambda a: a.sum(), in_axes=1)(x))
print(
    jax.vmap(lambda a, b: a @ b, in_axes=(0, None))(x, jnp.ones(3)), jax.vmap(lambda a, b: a * b, in_axes=(0, 0))(x, x)
)
print(jax.vmap(lambda a: a, out_axes=1)(x), jax.vmap(lambda a: (a, a.sum()), out_axes=(1, 0))(x))
print(jax.vmap(lambda p, a: p["w"] * a, in_axes=({"w": None}, 0))({"w": 2.0}, x))
print(jax.vmap(lambda d: d["a"] + d["b"])({"a": x, "b": x}), jax.vmap(jax.vmap(lambda s: s**2))(x))
print(jax.vmap(lambda _: jnp.ones(2), axis_size=3)(jnp.ones(3)), jax.vmap(lambda a, k=1.0: a * k)(x, k=jnp.ones(2)))
keys = jax.random.split(jax.random.key(0), 3)
print(jax.vmap(lambda k: jax.random.uniform(k))(keys), jax.vmap(jax.grad(lambda s: s**3))(jnp.arange(3.0)))
jax.vmap(lambda a: print(a, type(a).__name__, a.shape) or a)(x)
for f in (
    lambda: jax.vmap(lambda a: a)(1.0),
    lambda: jax.vmap(lambda a, b: a)(jnp.ones(2), jnp.ones(3)),
    lambda: jax.vmap(lambda a, b, c: a)(jnp.ones(2), jnp.ones(2), jnp.ones(3)),
    lambda: jax.vmap(lambda a, b: a, in_axes=(0,))(x, x),
    lambda: jax.vmap(lambda a: a, in_axes=2)(x),
    lambda: jax.vmap(lambda a: a, in_axes=None)(x),
    lambda: jax.vmap(lambda a: a, in_axes="a")(x),
    lambda: jax.vmap(lambda a: a, in_axes={"a": 0})({"a": x}),
    lambda: jax.vmap(lambda a: a, out_axes=3)(x),
    lambda: jax.vmap(lambda a: a, out_axes=(0, 0))(x),
    lambda: jax.vmap(lambda a: {"a": a}, out_axes={"b": 0})(x),
    lambda: jax.vmap(lambda a: "s")(x),
    lambda: jax.vmap(lambda a: a)("s"),
    lambda: jax.vmap(3),
    lambda: jax.vmap(lambda: 1.0)(),
    lambda: jax.vmap(lambda a: a["a"], in_axes=({"a": 0, "b": None},))({"a": x}),
    lambda: jax.vmap(lambda a, b: a, axis_size=4)(x, x),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, "|", e)
