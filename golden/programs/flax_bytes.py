import flax.linen as nn
import optax
from flax import serialization
from flax.training import train_state

import jax
import jax.numpy as jnp

tree = {
    "w": jnp.ones((2, 3)),
    "n": jnp.arange(20),
    "k": [1, -1, 300, -40000, 2**40],
    "s": "text",
    "f": 0.5,
    "none": None,
}
data = serialization.msgpack_serialize(tree)
print(len(data), data[:40], serialization.msgpack_restore(data))
print(serialization.to_bytes({"a": jnp.ones(2), "b": (True, [2.0])}))
for value in ({"x" * 40: list(range(20))}, {str(i): i for i in range(20)}, jnp.array([1.5, -2.0], jnp.bfloat16)):
    print(serialization.msgpack_serialize(value), serialization.msgpack_restore(serialization.msgpack_serialize(value)))
model = nn.Dense(2)
params = model.init(jax.random.key(0), jnp.ones(3))["params"]
state = train_state.TrainState.create(apply_fn=model.apply, params=params, tx=optax.adam(0.1))
state = state.apply_gradients(grads=jax.tree.map(jnp.ones_like, params))
stored = serialization.to_bytes(state)
fresh = train_state.TrainState.create(
    apply_fn=model.apply, params=jax.tree.map(jnp.zeros_like, params), tx=optax.adam(0.1)
)
back = serialization.from_bytes(fresh, stored)
print(len(stored), back.step, back.params["kernel"], back.opt_state[0].count)
for f in (
    lambda: serialization.from_bytes({"a": 1, "c": 2}, serialization.to_bytes({"a": 1})),
    lambda: serialization.msgpack_serialize({"a": (1, 2)}),
    lambda: serialization.msgpack_serialize({"a": object}),
):
    try:
        print(f())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error).split(" <")[0])
