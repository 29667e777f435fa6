import jax
import jax.numpy as jnp
import flax.linen as nn


class Net(nn.Module):
    @nn.compact
    def __call__(self, x, training: bool):
        x = nn.Dense(4)(x)
        return nn.Dropout(rate=0.5, deterministic=not training)(x)


x = jnp.ones((1, 3))
keys = {"params": jax.random.key(0), "dropout": jax.random.key(1)}
variables = Net().init(keys, x, training=False)
print(Net().apply(variables, x, training=False))
for seed in range(3):
    print(Net().apply(variables, x, training=True, rngs={"dropout": jax.random.key(seed)}))
drop = nn.Dropout(0.3, broadcast_dims=(0,))
print(drop.apply({}, jnp.ones((2, 5)), deterministic=False, rngs={"dropout": jax.random.PRNGKey(2)}))
print(
    nn.Dropout(1.0, deterministic=False).apply({}, x),
    nn.Dropout(0.0, deterministic=False).apply({}, x),
)
for make in (
    lambda: drop.apply({}, x),
    lambda: drop.apply({}, x, deterministic=False),
    lambda: nn.Dropout(0.5, deterministic=True).apply({}, x, deterministic=True),
):
    try:
        make()
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
