"""The old name of ``jax.jit``."""

from .. import jit as pjit
from .._src.sharding.placing import with_sharding_constraint

__all__ = ["pjit", "with_sharding_constraint"]
