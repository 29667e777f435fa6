import jax
import jax.numpy as jnp


def init_params(key, sizes):
    keys = jax.random.split(key, len(sizes) - 1)
    return [
        {"w": jax.random.normal(k, (m, n)) * jnp.sqrt(2.0 / m), "b": jnp.zeros(n)}
        for k, m, n in zip(keys, sizes[:-1], sizes[1:])
    ]


def predict(params, x):
    for layer in params[:-1]:
        x = jax.nn.relu(x @ layer["w"] + layer["b"])
    return x @ params[-1]["w"] + params[-1]["b"]


def loss(params, x, y):
    return jnp.mean((predict(params, x) - y) ** 2)


@jax.jit
def step(params, x, y, lr=0.05):
    value, grads = jax.value_and_grad(loss)(params, x, y)
    return jax.tree.map(lambda p, g: p - lr * g, params, grads), value


params = init_params(jax.random.key(0), [2, 8, 8, 1])
x = jax.random.normal(jax.random.key(1), (16, 2))
y = jnp.sin(x[:, :1]) + x[:, 1:]
for i in range(20):
    params, value = step(params, x, y)
    if i % 5 == 0:
        print(i, f"{value:.4f}")
print(jax.tree.map(jnp.shape, params))
print(f"{loss(params, x, y):.4f}")
