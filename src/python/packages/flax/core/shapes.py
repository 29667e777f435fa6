"""Which shapes an initialiser makes, without making them where that can be known."""

from collections.abc import Callable
from typing import Any

import jax


def initial_shapes(
    init_fn: Callable[..., Any], init_args: tuple[Any, ...], init_kwargs: dict[str, Any]
) -> list[tuple[int, ...]]:
    """The shapes of the leaves of `init_fn(key, *init_args, **init_kwargs)`."""
    known = _shape_argument(init_fn, init_args)
    if known is not None:
        return [known]
    key = jax.random.PRNGKey(0)
    return leaf_shapes(jax.eval_shape(lambda: init_fn(key, *init_args, **init_kwargs)))


def leaf_shapes(tree: Any) -> list[tuple[int, ...]]:
    """The shapes of the leaves of a tree, () for numbers."""
    return [tuple(getattr(leaf, "shape", ())) for leaf in jax.tree_util.tree_leaves(tree)]


def _shape_argument(init_fn: Callable[..., Any], init_args: tuple[Any, ...]) -> Any:
    """The `shape` argument, if `init_fn` is one of JAX's initialisers: they give just that shape.

    This spares every `apply` a trace of each initialiser.
    """
    module = getattr(init_fn, "__module__", None) or ""
    if module != "jax" and not module.startswith(("jax.", "jax_")):
        return None
    if not init_args or not isinstance(init_args[0], (tuple, list)):
        return None
    if not all(type(size) is int for size in init_args[0]):
        return None
    return tuple(init_args[0])
