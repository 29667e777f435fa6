import jax.numpy as jnp

print(jnp.array([0.1, 22.5, -3.0]), repr(jnp.array([0.1, 22.5, -3.0])))
print(jnp.array([1e-5, 1.0]), jnp.array([1e6, 1.0]), jnp.array([1e9]), jnp.array([float("nan"), float("inf"), -1.0]))
print(jnp.arange(2000), jnp.arange(24).reshape(2, 3, 4))
print(repr(jnp.linspace(0, 1, 20)))
print(repr(jnp.arange(30)))
print(repr(jnp.zeros((0, 3))), repr(jnp.zeros((2, 0))), jnp.zeros((0,)))
print(repr(jnp.ones((3, 3), bool)), jnp.array([True, False]))
print({"a": jnp.ones(2), "b": [jnp.zeros(1)]}, (jnp.float32(1),))
print("%s and %r" % (jnp.ones(2), jnp.ones(2)), str(jnp.float32(0.1)), f"{jnp.float32(0.1)}")
print(jnp.float32(1 / 3), repr(jnp.float32(1e-8)), jnp.float32(1e10), jnp.float32(16777216.0), jnp.float32(123456.789))
