import jax
import jax.numpy as jnp

x = jnp.array(0.5)
n = jnp.array(3)
for name in "sum mean max min prod var std cumsum median average ptp".split():
    print(name, repr(getattr(jnp, name)(x[None])))
print(repr(x**n), repr(n**2), repr(jnp.power(x, 2)), repr(jnp.linalg.norm(x[None])), repr(jnp.array([x, 2])))
print(repr(jax.nn.softmax(x[None])), repr(jax.nn.logsumexp(x)), repr(jax.nn.gelu(x)), repr(jax.nn.relu(x)))
print(jax.make_jaxpr(lambda x: jnp.max(x[None]))(1.0))
print((jnp.sum(x) * jnp.float16(2)).dtype, (x * jnp.float16(2)).dtype)
print(round(jnp.float32(2.5)), round(jnp.float32(2.567), 1), repr(jnp.array(jnp.array(1.5))))
