"""Jacobians and Hessians."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..array import Array
from ..trees.functions import tree_map, tree_structure
from ..trees.treedef import PyTreeDef
from .flat import argument_positions, check_callable, flatten_arrays, named_like
from .grad import _aux_pair
from .jvp import jvp, vjp
from .vmap import vmap


def _basis(x: Array) -> Array:
    """Unit vectors of the shape of an array, one per element, along a first axis."""
    from ... import numpy as jnp

    return jnp.eye(x.size, dtype=x.dtype).reshape((x.size, *x.shape))


def _partial(fun: Callable[..., Any], args: Any, kwargs: Any, positions: tuple[int, ...]) -> Callable[..., Any]:
    def chosen(*values: Any) -> Any:
        actual = list(args)
        for position, value in zip(positions, values, strict=True):
            actual[position] = value
        return fun(*actual, **kwargs)

    return chosen


def _check(arrays: list[Array], name: str) -> None:
    for x in arrays:
        if x.dtype.name in ("float32", "float16", "bfloat16"):
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


def _rebuilt(parts: list[Any], trees: list[PyTreeDef], argnums: Any) -> Any:
    """Leaves by argument as the tree of one argument, or a tuple of such trees."""
    start, out = 0, []
    for treedef in trees:
        out.append(treedef.unflatten(parts[start : start + treedef.num_leaves]))
        start += treedef.num_leaves
    return out[0] if hasattr(argnums, "__index__") else tuple(out)


def jacrev(
    fun: Callable[..., Any], argnums: Any = 0, has_aux: bool = False, holomorphic: bool = False, allow_int: bool = False
) -> Callable[..., Any]:
    """The Jacobian by reverse differentiation, one run per output element; best for few outputs.

    Its shape is the output's, then the argument's. Trees give trees: by output first, then by argument.
    """
    check_callable(fun)

    @named_like(fun)
    def jacrev_f(*args: Any, **kwargs: Any) -> Any:
        positions = argument_positions(argnums, len(args))
        chosen = [args[i] for i in positions]
        _check(flatten_arrays(chosen)[0], "jacrev")
        value, pullback, *aux = vjp(_partial(fun, args, kwargs, positions), *chosen, has_aux=has_aux)
        outs, out_tree = flatten_arrays(value)
        trees = [tree_structure(tree) for tree in chosen]

        def rows(k: int, y: Array) -> Any:
            def pull(seed: Any) -> Any:
                cts = [seed if i == k else z * 0 for i, z in enumerate(outs)]
                return pullback(out_tree.unflatten(cts))

            leaves, _ = flatten_arrays(vmap(pull)(_basis(y)))
            shaped = [leaf.reshape((*y.shape, *leaf.shape[1:])) for leaf in leaves]
            return _rebuilt(shaped, trees, argnums)

        jacobian = out_tree.unflatten([rows(k, y) for k, y in enumerate(outs)])
        return (jacobian, *aux) if has_aux else jacobian

    return jacrev_f


def jacfwd(
    fun: Callable[..., Any], argnums: Any = 0, has_aux: bool = False, holomorphic: bool = False
) -> Callable[..., Any]:
    """The Jacobian by forward differentiation, one run per element of the argument; best for few inputs."""
    check_callable(fun)

    @named_like(fun)
    def jacfwd_f(*args: Any, **kwargs: Any) -> Any:
        positions = argument_positions(argnums, len(args))
        chosen = tuple(args[i] for i in positions)
        arrays, treedef = flatten_arrays(chosen)
        _check(arrays, "jacfwd")
        one = _partial(fun, args, kwargs, positions)
        aux: list[Any] = []

        def columns(k: int, x: Array) -> Any:
            def push(tangent: Any) -> Any:
                tangents = treedef.unflatten([tangent if i == k else z * 0 for i, z in enumerate(arrays)])
                _, moved, *more = jvp(one, chosen, tangents, has_aux=has_aux)
                return (moved, *more) if has_aux else moved

            result = vmap(push, out_axes=(-1, None) if has_aux else -1)(_basis(x))
            moved, more = _aux_pair(result) if has_aux else (result, None)
            aux[:] = [more]
            return tree_map(lambda leaf: leaf.reshape((*leaf.shape[:-1], *x.shape)), moved)

        flat = [columns(k, x) for k, x in enumerate(arrays)]
        trees = [tree_structure(tree) for tree in chosen]
        jacobian = tree_map(lambda *parts: _rebuilt(list(parts), trees, argnums), flat[0], *flat[1:])
        return (jacobian, aux[0]) if has_aux else jacobian

    return jacfwd_f


jacobian = jacrev


def hessian(
    fun: Callable[..., Any], argnums: Any = 0, has_aux: bool = False, holomorphic: bool = False
) -> Callable[..., Any]:
    """The Hessian of a scalar function: the Jacobian (forward) of its gradient (reverse)."""
    return jacfwd(jacrev(fun, argnums, has_aux=has_aux), argnums, has_aux=has_aux)
