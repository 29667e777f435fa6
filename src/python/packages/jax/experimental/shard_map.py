"""The old home of ``jax.shard_map``."""

from .._src.sharding.mapped import shard_map

__all__ = ["shard_map"]
