"""``nnx.jit`` and ``nnx.remat``."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import jax
from flax.nnx.basics import MISSING
from flax.nnx.transforms.crossing import Inside, Outside, refuse_bound


def _unchecked(side: Any) -> Any:
    """``jit`` looks at no Variable before it writes to it."""
    side.aliases = None
    return side


def pure_call(f: Callable[..., Any], args: Any, kwargs: Any) -> tuple[Any, Any]:
    """Call ``f`` on packed arguments: the packed changes of the arguments, and the result."""
    inside = _unchecked(Inside())
    args, kwargs = inside.unpack((args, kwargs))
    out = f(*args, **kwargs)
    changes = inside.pack((args, kwargs), nodes_only=True)
    return changes, inside.pack(out)


def crossing(transform: Callable[[Any], Any], f: Callable[..., Any]) -> Callable[..., Any]:
    """``f`` under a JAX transformation that keeps its signature, with changes taken back."""

    @functools.wraps(f)
    def pure(*args: Any, **kwargs: Any) -> Any:
        return pure_call(f, args, kwargs)

    transformed = transform(pure)

    @functools.wraps(f)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        outside = _unchecked(Outside())
        packed_args, packed_kwargs = outside.pack((args, kwargs))
        results = transformed(*packed_args, **packed_kwargs)
        _, out = outside.take_back(results)
        return out

    return wrapper


def jit(
    fun: Any = MISSING,
    *,
    static_argnums: Any = None,
    static_argnames: Any = None,
    graph: bool | None = None,
    graph_updates: bool | None = None,
    **options: Any,
) -> Any:
    """``jax.jit`` for functions of Modules, whose changes are written back to the caller's.

    The function is traced once for each structure of its Modules and shapes of its arrays;
    static arguments are named as in ``jax.jit``. Without a function it is a decorator.
    """
    if fun is MISSING:
        return functools.partial(jit, static_argnums=static_argnums, static_argnames=static_argnames, **options)
    del graph, graph_updates
    refuse_bound(fun, "jit")
    statics = {"static_argnums": static_argnums, "static_argnames": static_argnames}
    known = {k: v for k, v in {**statics, **options}.items() if v is not None and v is not False}
    return crossing(lambda pure: jax.jit(pure, **known), fun)


def remat(
    f: Any = MISSING,
    *,
    prevent_cse: bool = True,
    static_argnums: Any = (),
    policy: Any = None,
    graph: bool | None = None,
    graph_updates: bool | None = None,
) -> Any:
    """``jax.checkpoint`` for functions of Modules: recomputes instead of remembering."""
    del graph, graph_updates
    if f is MISSING:
        return functools.partial(remat, prevent_cse=prevent_cse, static_argnums=static_argnums, policy=policy)
    refuse_bound(f, "remat")

    def checkpoint(pure: Any) -> Any:
        recompute: Any = jax.checkpoint
        return recompute(pure, prevent_cse=prevent_cse, static_argnums=static_argnums, policy=policy)

    return crossing(checkpoint, f)


def eval_shape(
    f: Callable[..., Any],
    *args: Any,
    graph: bool | None = None,
    graph_updates: bool | None = None,
    **kwargs: Any,
) -> Any:
    """The result of ``f`` with shapes in the place of arrays, without computing it."""
    del graph, graph_updates
    refuse_bound(f, "eval_shape")
    packed_args, packed_kwargs = Outside().pack((args, kwargs))

    @functools.wraps(f)
    def pure(*inner: Any, **options: Any) -> Any:
        return pure_call(f, inner, options)[1]

    shapes = jax.eval_shape(pure, *packed_args, **packed_kwargs)
    return Outside().take_back(shapes)
