# Calls by position and by name where a signature says otherwise than the call finds, or is rarely written so.
import jax
import jax.numpy as jnp
import optax
from flax import linen as nn
from flax import nnx

model = nnx.Linear(2, 1, rngs=nnx.Rngs(0))
x = jnp.array([[1.0, 2.0], [3.0, 4.0]])


def loss(m):
    return (m(x) ** 2).mean()


def tried(make):
    try:
        print(repr(make()))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


optimizer = nnx.Optimizer(model, optax.sgd(0.1), wrt=nnx.Param)
print(loss(model))
optimizer.update(model, grads=nnx.grad(loss)(model))
print(loss(model))
optimizer.update(model=model, grads=nnx.grad(loss)(model))
print(loss(model))
optimizer.update(grads=nnx.grad(loss)(model), model=model)
print(loss(model), optimizer.step[...])
tried(lambda: optimizer.update(nnx.grad(loss)(model)))
tried(lambda: optimizer.update(model))
tried(lambda: nnx.Optimizer(model, optax.sgd(0.1)))
tried(lambda: nnx.Optimizer(model, optax.sgd(0.1), nnx.Param))
print(nnx.Optimizer(model=model, tx=optax.sgd(0.1), wrt=nnx.Param).wrt is nnx.Param)

tried(lambda: jnp.float32())
tried(lambda: jnp.float32(x=2))
tried(lambda: jnp.array([1, 2], jnp.float32, True, "K", 2))
tried(lambda: jnp.array([1, 2], device=None))
tried(lambda: jnp.asarray([1, 2], device=None))
tried(lambda: jnp.arange(3, device=None))
tried(lambda: jnp.full((2,), 1.5, out_sharding=None))
tried(lambda: jnp.arange(4).compress(jnp.array([True, False, True, False]), size=3, fill_value=7))
tried(lambda: jnp.arange(4).reshape(2, 2, out_sharding=None).flatten(out_sharding=None))
tried(lambda: jax.lax.switch(1, [lambda v: v, lambda v: v + 1], operand=3))
tried(lambda: jax.lax.switch(1, [lambda v: v, lambda v: v + 1], 2, operand=3))
tried(lambda: jax.lax.cond(True, lambda v: v is None, lambda v: v is None, operand=None))
tried(lambda: jax.lax.cond(True, lambda v: v, lambda v: v, 1.0, operand=2.0))
tried(lambda: jax.checkpoint(lambda v, power: v**power, static_argnames="power")(3.0, power=2))
print(jax.grad(jax.checkpoint(lambda v, power: v**power, static_argnames=["power"]))(3.0, power=2))
tried(lambda: jax.checkpoint(policy=None))
tried(lambda: jax.dtypes.canonicalize_dtype(dtype="float64"))
tried(lambda: jax.dtypes.issubdtype(a=jnp.float32, b=jnp.floating))
tried(lambda: jax.nn.initializers.zeros(jax.random.key(0), (2,), None))
tried(lambda: nn.normalize(x, epsilon=0.0))
tried(lambda: nn.normalize(x, 0, mean=jnp.zeros(2), variance=jnp.ones(2)))
tried(lambda: nn.Dense(2, True, jnp.float32).features)
tried(lambda: optax.tree.sum({"a": x, "b": x}, associative_reduction=True))

for mode in ("hard", "smooth", "refined"):
    lion = optax.scale_by_lion(mode=mode, smooth_beta=2.0)
    print(lion.update(x / 50, lion.init(x))[0])
tried(lambda: (lambda t: t.update(x, t.init(x)))(optax.scale_by_lion(mode="soft")))

print(nnx.split_rngs(nnx.Rngs(0), splits=2, graph=True).backups[0][1:] is not None)
print(jax.tree.map(jnp.shape, nnx.state(nnx.eval_shape(lambda: nnx.Linear(2, 3, rngs=nnx.Rngs(0)), graph=True))))
nnx.reseed(nnx.Rngs(params=0), graph=None, params=3)
