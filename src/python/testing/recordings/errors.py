"""The recorded errors: each expression raises the same type with the same text, or gives the same value."""

import json

from recorded import cases_of, tidy

import jax
import jax.numpy as jnp
import optax
from flax import linen as nn
from flax import nnx
from jax import random
from jax.nn.initializers import lecun_normal

x3, x4 = jnp.arange(3.0), jnp.arange(4.0)
dense = nn.Dense(3)
v = dense.init(random.PRNGKey(0), jnp.zeros((4,)))
lin = nnx.Linear(3, 4, rngs=nnx.Rngs(0))
key = random.PRNGKey(0)
tree_map = jax.tree_util.tree_map


def f(a, b):
    return a


# What the recorder ran where the recorded name is not the expression itself.
RAN = {
    "nnx.Rngs(0).foo()": "nnx.Rngs(params=0).dropout()",
    "lin.kernel += 1": "lin.kernel.__iadd__(1)",
    "x3[0] = 1": "x3.__setitem__(0, 1)",
    "optax.sgd(0.1).update([x3], ())": "optax.sgd(0.1).update([x3], optax.sgd(0.1).init([x3]))[0]",
}


def outcome(expression):
    try:
        return {"ok": tidy(repr(eval(expression)))}
    except Exception as error:
        return {"type": type(error).__name__, "text": tidy(str(error))}


for case in cases_of("errors"):
    recorded = {name: case[name] for name in ("ok", "type", "text") if name in case}
    got = outcome(RAN.get(case["python"], case["python"]))
    print(json.dumps({"python": case["python"], "got": got, "recorded": recorded}))
