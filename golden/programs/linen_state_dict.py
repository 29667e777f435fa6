import jax.numpy as jnp
import optax
from flax import serialization, struct
from flax.core import freeze


@struct.dataclass
class State:
    step: int
    params: dict
    label: str = struct.field(pytree_node=False, default="run")


state = State(3, {"w": jnp.arange(2.0), "layers": [1, (2, 3)]})
flat = serialization.to_state_dict(state)
print(flat)
print(serialization.from_state_dict(state, {**flat, "step": 5}))
print(serialization.to_state_dict(optax.sgd(0.1, 0.9).init({"w": jnp.zeros(1)})))
print(serialization.from_state_dict(freeze({"a": 1}), {"a": 2}))
for make in (
    lambda: serialization.from_state_dict({"a": 1}, {"b": 2}),
    lambda: serialization.from_state_dict([1, 2], {"0": 1}),
    lambda: serialization.from_state_dict(state, {"step": 1}),
    lambda: serialization.from_state_dict(state, {**flat, "more": 1}),
):
    try:
        print(make())
    except ValueError as error:
        print(f"ValueError: {error}")
