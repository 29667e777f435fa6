"""`flax.nnx.graphlib` under the name that older programs import it by."""

from flax.nnx.graphlib import *  # noqa: F403

Key = object
"""What names a part of a graph node: for annotations."""
