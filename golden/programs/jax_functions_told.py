import functools
import inspect

import jax
import jax.numpy as jnp


@functools.partial(jax.jit, static_argnums=(1,), donate_argnums=())
def power(x, n: int = 2):
    """Raises to a power."""
    return x**n


print(power.__name__, power.__doc__, inspect.signature(power), power.__wrapped__(3, 2), power(3.0, 3))
print(inspect.signature(jax.grad(power)), jax.grad(power).__doc__.split("\n")[0], jax.vmap(power).__name__)
print(list(inspect.signature(jax.random.normal).parameters))
print(list(inspect.signature(jax.lax.scan).parameters), list(inspect.signature(jnp.where).parameters))
print(list(inspect.signature(jax.value_and_grad).parameters), list(inspect.signature(jax.jit).parameters)[:6])
print(list(inspect.signature(jnp.mean).parameters), list(inspect.signature(jax.nn.softmax).parameters))


@jax.jit
def step(params, x):
    print("tracing", x.shape)
    return jax.tree.map(lambda p: p + x.sum(), params)


params = step({"w": jnp.zeros(2)}, jnp.ones(3))
params = step(params, jnp.ones(3))
params = step(params, jnp.ones(4))
print(params)


@functools.wraps(power)
def wrapper(*args):
    return power(*args)


print(wrapper.__name__, jax.jit(wrapper)(2.0))


@functools.partial(jax.grad, argnums=(0, 1), has_aux=True)
def both(a, b):
    return a * b, {"sum": a + b}


print(both(2.0, 3.0))


@functools.partial(jax.vmap, in_axes=(0, None), out_axes=1)
def outer(a, b):
    return a * b


print(outer(jnp.arange(2.0), jnp.arange(3.0)))


@jax.custom_vjp
def clipped(x):
    return x


clipped.defvjp(lambda x: (x, None), lambda _, g: (jnp.clip(g, -1, 1),))
print(jax.grad(lambda x: clipped(x) * 5)(2.0))


@jax.custom_jvp
def safe_log(x):
    return jnp.log(x)


@safe_log.defjvp
def safe_log_jvp(primals, tangents):
    (x,), (t,) = primals, tangents
    return safe_log(x), t / jnp.maximum(x, 0.5)


print(jax.grad(safe_log)(0.1), jax.jvp(safe_log, (0.1,), (1.0,)))


class Scaler:
    def __init__(self, factor):
        self.factor = factor

    @functools.partial(jax.jit, static_argnums=0)
    def __call__(self, x):
        return x * self.factor


print(Scaler(3.0)(jnp.ones(2)))
with jax.disable_jit():
    print(jax.jit(lambda x: x if x > 0 else -x)(-2.0))
with jax.named_scope("block"):
    print(jax.jit(lambda x: x + 1)(1))
jax.debug.print("x = {x}, {}", 3, x=jnp.ones(2))
jax.jit(lambda x: jax.debug.print("inside {x}", x=x))(jnp.arange(2))
print(jax.eval_shape(lambda a, b: a @ b, jnp.ones((2, 3)), jax.ShapeDtypeStruct((3, 4), jnp.float32)))
print(jax.make_jaxpr(lambda x: jnp.sum(jnp.tanh(x) * 2.0))(jnp.ones(3)))
print(jax.linearize(jnp.sin, 0.0)[1](1.0), jax.vjp(jnp.sin, 0.0)[1](1.0), jax.hessian(lambda x: x**3)(2.0))
print(jax.checkpoint(lambda x: jnp.sin(x))(0.0), jax.jacfwd(jnp.sin)(0.0), jax.jacrev(lambda x: x**2)(jnp.ones(2)))
