import jax
import jax.numpy as jnp

print(jax.grad(lambda x: x**3)(2.0), repr(jax.grad(lambda x: x**3)(2.0)), jax.grad(jnp.sin)(0.0))
print(jax.grad(jax.grad(jax.grad(jnp.tanh)))(0.5))
print(jax.value_and_grad(lambda x, y: (x * y).sum(), argnums=1)(jnp.ones(2), jnp.array([1.0, 2.0])))
print(jax.grad(lambda p: p["w"] * p["b"][0] ** 2)({"w": 2.0, "b": [3.0]}))
print(jax.grad(lambda x, scale=1.0: scale * x**2)(3.0, scale=2.0))
g, aux = jax.grad(lambda x: (x**2, {"x": x, "name": "n"}), has_aux=True)(3.0)
print(g, aux)
(v, aux), g = jax.value_and_grad(lambda x: (x**2, x + 1), has_aux=True)(3.0)
print(v, aux, g)
print(jax.grad(lambda x: jnp.maximum(x, 0.0))(0.0), jax.grad(jax.nn.relu)(0.0), jax.grad(jnp.abs)(0.0))
print(
    jax.grad(lambda x: x if x > 1 else -x)(0.5),
    jax.grad(lambda x: jnp.where(x > 0, x, 0).sum())(jnp.array([-1.0, 2.0])),
)
print(jax.grad(lambda x: jax.lax.stop_gradient(x) * x)(3.0), jax.grad(lambda x: x.sum())(jnp.ones((2, 2))))
print(jax.grad(lambda a, b: a * b, argnums=(0, 1))(2.0, 3.0), jax.grad(lambda a, b: a * b, argnums=[1])(2.0, 3.0))
print(jax.grad(lambda a, b: a * b, argnums=-1)(2.0, 3.0))
print(jax.vjp(lambda x, y: (x * y, x + y), 2.0, 3.0)[1]((1.0, 10.0)))
print(jax.jvp(lambda x: {"s": jnp.sin(x)}, (1.0,), (2.0,)))
y, f = jax.linearize(lambda x: x**2, 3.0)
print(y, f(1.0), f(2.0))
print(jax.jacfwd(lambda x: x**2)(jnp.arange(3.0)), jax.jacrev(lambda x: jnp.outer(x, x))(jnp.arange(2.0)).shape)
print(jax.hessian(lambda p: p["a"] ** 2 * p["b"])({"a": 2.0, "b": 3.0}))
print(jax.grad(lambda w: jnp.mean((jnp.ones((4, 2)) @ w - 1) ** 2))(jnp.array([1.0, 2.0])))


def loss(x):
    print(x, type(x).__name__, isinstance(x, jax.core.Tracer), x.shape)
    return x.sum()


jax.grad(loss)(jnp.ones(2))
print(jax.grad(loss).__name__)
