"""Jacobians and Hessians."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..array import Array, wrap
from ..binding import facade
from ..trees.functions import tree_map, tree_structure
from ..trees.treedef import PyTreeDef
from .flat import Chosen, check_callable, flatten_arrays, index_or_indices, leaf_array, named_like
from .float0 import is_float0
from .jvp import jvp, vjp
from .vmap import vmap


def _basis(x: Array) -> Array:
    """Unit vectors of the shape of an array, one per element, along a first axis."""
    from ... import numpy as jnp

    return jnp.eye(x.size, dtype=x.dtype).reshape((x.size, *x.shape))


_FLOATS = ("float32", "float16", "bfloat16")


def _check(arrays: list[Array], name: str) -> None:
    for x in arrays:
        if x.dtype.name in _FLOATS:
            continue
        if name == "jacfwd":
            raise TypeError(
                "jacfwd requires real-valued inputs (input dtype that is a sub-dtype of np.floating), but got "
                f"{x.dtype.name}. For holomorphic differentiation, pass holomorphic=True. For differentiation of "
                "non-holomorphic functions involving complex inputs or integer inputs, use jax.jvp directly."
            )
        raise TypeError(
            "jacrev requires real- or complex-valued inputs (input dtype that is a sub-dtype of np.inexact), but "
            f"got {x.dtype.name}. If you want to use Boolean- or integer-valued inputs, use vjp or set allow_int to "
            "True."
        )


def _check_outputs(arrays: list[Array]) -> None:
    for x in arrays:
        if x.dtype.name not in _FLOATS:
            raise TypeError(
                "jacrev requires real-valued outputs (output dtype that is a sub-dtype of np.floating), but got "
                f"{x.dtype.name}. For differentiation of functions with integer outputs, use jax.vjp directly."
            )


def _typed_like(x: Array, example: Array) -> Array:
    """A part of a Jacobian has the type of what it is the derivative of, weak where that is."""
    return wrap(facade.astype(x._id, example.dtype.name, example.weak_type))


def _rebuilt(parts: list[Any], trees: list[PyTreeDef], argnums: Any) -> Any:
    """Leaves by argument as the tree of one argument, or a tuple of such trees."""
    start, out = 0, []
    for treedef in trees:
        out.append(treedef.unflatten(parts[start : start + treedef.num_leaves]))
        start += treedef.num_leaves
    return out[0] if isinstance(argnums, int) else tuple(out)


def jacrev(
    fun: Callable[..., Any], argnums: Any = 0, has_aux: bool = False, holomorphic: bool = False, allow_int: bool = False
) -> Callable[..., Any]:
    """The Jacobian by reverse differentiation, one run per output element; best for few outputs.

    Its shape is the output's, then the argument's. Trees give trees: by output first, then by argument.
    """
    check_callable(fun)

    @named_like(fun)
    def jacrev_f(*args: Any, **kwargs: Any) -> Any:
        chosen = Chosen(index_or_indices(argnums), args, kwargs)
        inputs, _ = flatten_arrays(chosen.values)
        _check(inputs, "jacrev")
        value, pullback, *aux = vjp(lambda *values: chosen.call(fun, values), *chosen.values, has_aux=has_aux)
        if not inputs:
            raise ValueError("Too few leaves for PyTreeDef; expected 1, got 0")
        outs, out_tree = flatten_arrays(value)
        _check_outputs(outs)
        trees = [tree_structure(tree) for tree in chosen.values]

        def rows(k: int, y: Array) -> Any:
            def pull(seed: Any) -> Any:
                cts = [seed if i == k else z * 0 for i, z in enumerate(outs)]
                return pullback(out_tree.unflatten(cts))

            leaves, _ = flatten_arrays(vmap(pull)(_basis(y)))
            shaped = [
                _typed_like(leaf.reshape((*y.shape, *leaf.shape[1:])), x)
                for leaf, x in zip(leaves, inputs, strict=True)
            ]
            return _rebuilt(shaped, trees, argnums)

        jacobian = out_tree.unflatten([rows(k, y) for k, y in enumerate(outs)])
        return (jacobian, *aux) if has_aux else jacobian

    return jacrev_f


def jacfwd(
    fun: Callable[..., Any], argnums: Any = 0, has_aux: bool = False, holomorphic: bool = False
) -> Callable[..., Any]:
    """The Jacobian by forward differentiation, one run per element of the argument; best for few inputs."""
    from ... import numpy as jnp

    check_callable(fun)
    positions = index_or_indices(argnums)

    @named_like(fun)
    def jacfwd_f(*args: Any, **kwargs: Any) -> Any:
        chosen = Chosen(positions, args, kwargs)
        values = tuple(chosen.values)
        arrays, treedef = flatten_arrays(values)
        _check(arrays, "jacfwd")
        if not arrays:
            raise ValueError("at least one array or dtype is required")

        def columns(k: int, x: Array) -> Any:
            def push(tangent: Any) -> Any:
                tangents = treedef.unflatten([tangent if i == k else z * 0 for i, z in enumerate(arrays)])
                y, moved, *aux = jvp(lambda *given: chosen.call(fun, given), values, tangents, has_aux=has_aux)
                # Integers do not move.
                return y, tree_map(lambda t, out: jnp.zeros_like(out) if is_float0(t) else t, moved, y), aux

            y, moved, aux = vmap(push, out_axes=(None, -1, None))(_basis(x))
            shaped = tree_map(
                lambda leaf, out: _typed_like(leaf.reshape((*leaf.shape[:-1], *x.shape)), leaf_array(out)), moved, y
            )
            return shaped, aux

        flat, auxes = zip(*[columns(k, x) for k, x in enumerate(arrays)], strict=True)
        trees = [tree_structure(tree) for tree in values]
        jacobian = tree_map(lambda *parts: _rebuilt(list(parts), trees, positions), flat[0], *flat[1:])
        return (jacobian, *auxes[-1]) if has_aux else jacobian

    return jacfwd_f


jacobian = jacrev


def hessian(
    fun: Callable[..., Any], argnums: Any = 0, has_aux: bool = False, holomorphic: bool = False
) -> Callable[..., Any]:
    """The Hessian of a scalar function: the Jacobian (forward) of its gradient (reverse)."""
    return jacfwd(jacrev(fun, argnums, has_aux=has_aux), argnums, has_aux=has_aux)
