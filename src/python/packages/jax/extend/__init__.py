"""`jax.extend`: what libraries built on JAX use."""

from . import core as core
