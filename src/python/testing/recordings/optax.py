"""Ten steps of an optimiser on a small loss."""

from recorded import Comparison, cases_of

import jax
import jax.numpy as jnp
import optax

OPTIMIZERS = {
    "sgd(0.1)": optax.sgd(0.1),
    "sgd(0.1, momentum=0.9)": optax.sgd(0.1, momentum=0.9),
    "adam(0.01)": optax.adam(0.01),
    "adamw(0.01)": optax.adamw(0.01),
}

numbers = Comparison()
for case in cases_of("optax"):
    tx = OPTIMIZERS[case["tx"]]
    x = jnp.array(case["x"]["data"]).reshape(case["x"]["shape"])
    params = {name: jnp.array(leaf["data"]).reshape(leaf["shape"]) for name, leaf in case["params"].items()}

    def loss(p, x=x):
        return jnp.mean((jnp.tanh(x @ p["w"] + p["b"]) - 0.5) ** 2)

    state = tx.init(params)
    losses = []
    for _ in range(10):
        value, grads = jax.value_and_grad(loss)(params)
        updates, state = tx.update(grads, state, params)
        params = optax.apply_updates(params, updates)
        losses.append(float(value))
    recorded = {"shape": [10], "dtype": "float32", "data": case["losses"]}
    numbers.close(f"losses of {case['tx']}", losses, recorded)
    numbers.close(f"parameters of {case['tx']}", params, case["final"])
print(numbers.compared == 72, numbers.wrong)
