"""`optax.tree`: the functions of `optax.tree_utils` under shorter names."""

from typing import Any

from optax import tree_utils

_PREFIX = "tree_"


def __getattr__(name: str) -> Any:
    """`optax.tree_utils.tree_<name>`."""
    if name.startswith("_"):
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    try:
        return getattr(tree_utils, _PREFIX + name)
    except AttributeError as error:
        text = str(error).replace("optax.tree_utils.tree_", "optax.tree.")
        raise AttributeError(
            text.replace("optax.tree_utils' has no attribute 'tree_", "optax.tree' has no attribute '")
        ) from None


def __dir__() -> list[str]:
    return [n.removeprefix(_PREFIX) for n in dir(tree_utils) if n.startswith(_PREFIX)]
