"""Applying updates to parameters."""

import warnings
from typing import Any

import jax
import jax.numpy as jnp
from optax._base import is_none
from optax.tree_utils import tree_norm, tree_where


def apply_updates(params: Any, updates: Any) -> Any:
    """`params + updates`, leaf by leaf, in the dtypes of the parameters. None stays None."""

    def added(p: Any, u: Any) -> Any:
        return None if p is None else jnp.asarray(p + u).astype(jnp.asarray(p).dtype)

    return jax.tree.map(added, params, updates, is_leaf=is_none)


def incremental_update(new_tensors: Any, old_tensors: Any, step_size: Any) -> Any:
    """`step_size * new + (1 - step_size) * old`, leaf by leaf."""

    def moved(new: Any, old: Any) -> Any:
        return None if new is None else step_size * new + (1.0 - step_size) * old

    return jax.tree.map(moved, new_tensors, old_tensors, is_leaf=is_none)


def periodic_update(new_tensors: Any, old_tensors: Any, steps: Any, update_period: int) -> Any:
    """The new tree where `steps` is a multiple of `update_period`, else the old one."""
    return tree_where(jnp.mod(steps, update_period) == 0, new_tensors, old_tensors)


def global_norm(updates: Any) -> Any:
    """The norm over all elements of a tree. Deprecated in Optax: `optax.tree.norm`."""
    warnings.warn(
        "optax.global_norm is deprecated in favor of optax.tree.norm",
        DeprecationWarning,
        stacklevel=2,
    )
    return tree_norm(updates)
