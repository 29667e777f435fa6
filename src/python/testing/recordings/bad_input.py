"""The recorded mistakes: each expression raises the same type with the same text, or gives the same value."""

import json
import re

from recorded import cases_of

import flax.linen as nn
import jax
import jax.numpy as jnp
import optax
from flax import nnx
from jax import lax, random


def outcome(expression):
    try:
        value = eval(expression)
    except Exception as error:
        return {"type": type(error).__name__, "text": re.sub(r"0x[0-9a-f]+", "0x…", str(error))}
    return {"ok": repr(value)}


for case in cases_of("bad_input"):
    recorded = {name: case[name] for name in ("ok", "type", "text") if name in case}
    print(json.dumps({"python": case["python"], "got": outcome(case["python"]), "recorded": recorded}))
