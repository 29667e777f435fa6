import jax
import jax.numpy as jnp
import flax.linen as nn
from flax import nnx

# NNX keeps its random keys in the module; Linen is handed a key with each call.
x = jnp.ones((2, 3))
encoder = nnx.Linear(3, 4, rngs=nnx.Rngs(0))
drop = nnx.Dropout(0.5, rngs=nnx.Rngs(dropout=1))
head = nn.Sequential([nn.Dropout(rate=0.5, deterministic=False), nn.Dense(features=2)])

hidden = encoder(x)
print("first call ", drop(hidden)[0])
print("second call", drop(hidden)[0])

keys = {"params": jax.random.PRNGKey(2), "dropout": jax.random.PRNGKey(3)}
head_params = head.init(keys, hidden)


def run(key):
    return head.apply(head_params, hidden, rngs={"dropout": key})[0]


print("the same key, the same draw:", jnp.array_equal(run(keys["dropout"]), run(keys["dropout"])))
print("another key:", run(jax.random.PRNGKey(4)))

drop.eval()
print("in evaluation nothing is dropped:", jnp.array_equal(drop(hidden), hidden))
