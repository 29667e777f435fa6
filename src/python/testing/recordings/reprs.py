"""The recorded values as text: repr and str."""

import json

from recorded import cases_of, tidy

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx
from jax import random
from jax.random import PRNGKey

for case in cases_of("reprs"):
    value = eval(case["python"])
    got = {"repr": tidy(repr(value)), "str": tidy(str(value))}
    recorded = {"repr": tidy(case["repr"]), "str": tidy(case["str"])}
    print(json.dumps({"python": case["python"], "got": got, "recorded": recorded}))
