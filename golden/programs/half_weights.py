# Weights and draws of 16 bits: JAX draws them from other bits than float32; a step in mixed precision.
import jax
import jax.numpy as jnp
import optax
from flax import linen as nn
from flax import nnx
from jax import random
from jax.nn import initializers as init

key = random.key(11)
for dtype in (jnp.bfloat16, jnp.float16):
    print(dtype.__name__)
    print(random.uniform(key, (7,), dtype).tolist())
    print(random.uniform(key, (5,), dtype, -2.0, 3.0).tolist())
    print(random.normal(key, (7,), dtype).tolist())
    print(random.truncated_normal(key, -1.5, 2.5, (7,), dtype).tolist())
    for make in (init.lecun_normal, init.he_uniform, init.glorot_normal, init.glorot_uniform):
        print(make.__name__, make()(key, (3, 4), dtype).tolist())
    print(init.normal(0.05)(key, (5,), dtype).tolist(), init.uniform(0.3)(key, (5,), dtype).tolist())
    print(init.truncated_normal(0.2)(key, (5,), dtype).tolist())
    layer = nnx.Linear(3, 2, param_dtype=dtype, rngs=nnx.Rngs(4))
    print(layer.kernel[...].tolist(), layer.bias.dtype, layer(jnp.ones((1, 3), dtype)).dtype)
    dense = nn.Dense(2, param_dtype=dtype).init(key, jnp.ones((1, 3), dtype))
    print(jax.tree.map(lambda x: x.tolist(), dense))
    table = nnx.Embed(4, 3, param_dtype=dtype, rngs=nnx.Rngs(1)).embedding[...]
    print(table.tolist())

# Float32 parameters, 16-bit computing, and a loss that is scaled so that small gradients are not lost.
model = nnx.Linear(4, 1, dtype=jnp.bfloat16, rngs=nnx.Rngs(0))
optimizer = nnx.Optimizer(model, optax.sgd(0.25), wrt=nnx.Param)
x = random.normal(random.key(5), (8, 4))
y = x @ jnp.array([[1.0], [-1.0], [0.5], [2.0]])


def scaled_loss(model, scale):
    error = model(x).astype(jnp.float32) - y
    return jnp.mean(error**2) * scale


for step in range(4):
    loss, grads = nnx.value_and_grad(scaled_loss)(model, 1024.0)
    grads = jax.tree.map(lambda g: g / 1024.0, grads)
    optimizer.update(model, grads)
    print(step, round(float(loss) / 1024.0, 2), model.kernel.dtype, grads["kernel"].dtype)
print(jnp.mean(jnp.full(1000, 100.0, jnp.float16)), jnp.var(jnp.arange(400, dtype=jnp.float16)))
print(jnp.std(jnp.full(9, 300.0, jnp.float16)), jnp.mean(jnp.arange(300, dtype=jnp.bfloat16)))
