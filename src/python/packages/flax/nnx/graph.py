"""`flax.nnx.graphlib` under the name that older programs import it by."""

from flax.nnx.graphlib import *  # noqa: F403
