"""`bind`, `apply` and `init`: from a dict of variables to a root scope and back."""

from collections.abc import Callable, Mapping
from typing import Any

from flax import errors
from flax.core.filters import CollectionFilter, in_filter
from flax.core.frozen_dict import FrozenDict, unfreeze
from flax.core.rng import is_key, is_key_dict
from flax.core.scope import Scope


def bind(
    variables: Mapping[str, Any],
    rngs: Mapping[str, Any] | None = None,
    mutable: CollectionFilter = False,
    flags: Mapping[str, Any] | None = None,
) -> Scope:
    """The root scope of these variables. Collections that may change are copied first.

    ApplyScopeInvalidVariablesTypeError if `variables` is no dict of dicts, InvalidRngError if `rngs`
    is no dict of keys.
    """
    if not _is_dict_of_collections(variables):
        raise errors.ApplyScopeInvalidVariablesTypeError()
    if rngs is not None and not is_key_dict(rngs):
        raise errors.InvalidRngError("rngs should be a dictionary mapping strings to `jax.PRNGKey`.")
    own = {col: unfreeze(v) if in_filter(mutable, col) else v for col, v in variables.items()}
    return Scope(own, rngs, mutable=mutable, flags=flags)


def apply(
    fn: Callable[..., Any],
    mutable: CollectionFilter = False,
    flags: Mapping[str, Any] | None = None,
) -> Callable[..., Any]:
    """`fn(scope, …)` as a function of variables; with `mutable`, also of what changed."""

    def applied(variables: Any, *args: Any, rngs: Any = None, **kwargs: Any) -> Any:
        if rngs is not None:
            if not is_key(rngs) and not is_key_dict(rngs):
                raise ValueError(
                    "The ``rngs`` argument passed to an apply function should be a ``jax.PRNGKey`` or "
                    "a dictionary mapping strings to ``jax.PRNGKey``."
                )
            if not isinstance(rngs, (dict, FrozenDict)):
                rngs = {"params": rngs}
        params = variables["params"] if "params" in variables else None  # noqa: SIM401
        if isinstance(params, (dict, FrozenDict)) and "params" in params:
            raise errors.ApplyScopeInvalidVariablesStructureError(variables)
        with bind(variables, rngs, mutable, flags).temporary() as root:
            out = fn(root, *args, **kwargs)
        return out if mutable is False else (out, root.mutable_variables())

    return applied


def init(
    fn: Callable[..., Any],
    mutable: CollectionFilter = True,
    flags: Mapping[str, Any] | None = None,
) -> Callable[..., Any]:
    """`fn(scope, …)` as a function of keys that returns its output and the variables it made."""

    def initialised(rngs: Any, *args: Any, **kwargs: Any) -> tuple[Any, dict[str, Any]]:
        if not is_key(rngs) and not is_key_dict(rngs):
            raise ValueError(
                "First argument passed to an init function should be a ``jax.PRNGKey`` or a dictionary "
                "mapping strings to ``jax.PRNGKey``."
            )
        if not isinstance(rngs, (dict, FrozenDict)):
            rngs = {"params": rngs}
        noted = {**(flags or {}), "initializing": True}
        return apply(fn, mutable, noted)({}, *args, rngs=rngs, **kwargs)

    return initialised


def _is_dict_of_collections(variables: Mapping[str, Any]) -> bool:
    return all(
        isinstance(name, str) and isinstance(col, (dict, FrozenDict)) and all(isinstance(key, str) for key in col)
        for name, col in variables.items()
    )
