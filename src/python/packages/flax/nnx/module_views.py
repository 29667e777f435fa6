"""Views of a model: copies that share its Variables and behave differently."""

from __future__ import annotations

import inspect
from typing import Any

from flax.nnx import filterlib, graphlib


def view(
    node: Any,
    /,
    *,
    only: filterlib.Filter = ...,
    raise_if_not_found: bool = True,
    graph: bool | None = None,
    **kwargs: Any,
) -> Any:
    """A copy of the model that shares its Variables, with ``set_view`` called on its parts.

    Each part takes the keywords its ``set_view`` names. ValueError for a keyword that no part
    takes, unless ``raise_if_not_found=False``.
    """
    predicate = filterlib.to_predicate(only)
    unused = set(kwargs)

    def set_view(path: Any, value: Any) -> Any:
        if not hasattr(value, "set_view") or not predicate(path, value):
            return value
        parameters = inspect.signature(value.set_view).parameters.values()
        if any(p.kind is p.VAR_KEYWORD for p in parameters):
            taken = set(kwargs)
        else:
            keywords = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
            taken = {p.name for p in parameters if p.kind in keywords}
        value.set_view(**{k: v for k, v in kwargs.items() if k in taken})
        unused.difference_update(taken)
        return value

    out = graphlib.recursive_map(set_view, node, graph=graph)
    if raise_if_not_found and unused:
        raise ValueError(f"Unused keys found in nnx.view: {sorted(unused)}")
    return out
