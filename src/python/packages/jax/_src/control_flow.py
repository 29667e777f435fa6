"""Loops over traced values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .array import Array, maybe_array, wrap
from .carry_checks import carry_checker, check_carry_tree
from .origin import function_name
from .transforms.flat import arrays_of, flatten_arrays, give, perform, staged
from .trees.functions import tree_flatten, tree_map, tree_structure
from .trees.treedef import PyTreeDef


def _scan_names(fun: Any) -> str:
    code = getattr(fun, "__code__", None)
    return code.co_varnames[0] if code is not None and code.co_argcount else "loop_carry[0]"


def scan(
    f: Callable[[Any, Any], Any],
    init: Any,
    xs: Any = None,
    length: int | None = None,
    reverse: bool = False,
    unroll: int | bool = 1,
    _split_transpose: bool = False,
) -> tuple[Any, Any]:
    """Runs ``f(carry, x) → (carry, y)`` over the rows of ``xs``: the last carry and the stacked ``y``."""
    if not callable(f):
        raise TypeError("lax.scan: f argument should be a callable.")
    carry, carry_tree = flatten_arrays(init)
    rows, rows_tree = flatten_arrays(xs)
    steps = _scan_length(rows, tree_flatten(xs)[0], length)
    name = _scan_names(f)
    out: list[PyTreeDef] = []

    def body(*ids: int) -> str:
        arrays = [wrap(number) for number in ids]
        result = f(carry_tree.unflatten(arrays[: len(carry)]), rows_tree.unflatten(arrays[len(carry) :]))
        if not isinstance(result, tuple) or len(result) != 2:
            raise TypeError("scan body output must be a pair, got " + _body_output(result) + ".")
        following, y = result
        check_carry_tree("scan body", name, init, following)
        results, tree = flatten_arrays(y)
        out[:] = [tree]
        return give([*flatten_arrays(following)[0], *results])

    ids = [x._id for x in (*carry, *rows)]
    check = carry_checker("scan body", name, init)
    arrays = arrays_of(perform("scan", staged(body), check, function_name(f), len(carry), steps, bool(reverse), *ids))
    return carry_tree.unflatten(arrays[: len(carry)]), out[0].unflatten(arrays[len(carry) :])


def _body_output(result: Any) -> str:
    return str(tree_map(lambda leaf: getattr(maybe_array(leaf), "aval", leaf), result))


def _scan_length(rows: list[Array], given: list[Any], length: int | None) -> int:
    for x, value in zip(rows, given, strict=True):
        if x.ndim == 0:
            raise ValueError(f"scan got value with no leading axis to scan over: {value}.")
    lengths = {x.shape[0] for x in rows}
    if length is not None:
        for x in rows:
            if x.shape[0] != length:
                raise ValueError(
                    f"scan got `length` argument of {length} which disagrees with leading axis sizes "
                    f"{[y.shape[0] for y in rows]}."
                )
        return int(length)
    if len(lengths) > 1:
        raise ValueError(
            f"scan got values with different leading axis sizes: {', '.join(str(x.shape[0]) for x in rows)}."
        )
    if not lengths:
        raise ValueError("scan got no values to scan over and `length` not provided.")
    return lengths.pop()


def while_loop(cond_fun: Callable[[Any], Any], body_fun: Callable[[Any], Any], init_val: Any) -> Any:
    """Runs ``body_fun`` on a value while ``cond_fun`` of it is true."""
    if not (callable(body_fun) and callable(cond_fun)):
        raise TypeError("lax.while_loop: body_fun and cond_fun arguments should be callable.")
    arrays, treedef = flatten_arrays(init_val)
    name = _scan_names(body_fun)

    def cond(*ids: int) -> str:
        value = cond_fun(treedef.unflatten([wrap(number) for number in ids]))
        found = maybe_array(value)
        if found is None:
            raise TypeError(f"cond_fun must return a boolean scalar, but got pytree {tree_structure(value)}.")
        if found.dtype.name != "bool" or found.ndim:
            raise TypeError(f"cond_fun must return a boolean scalar, but got output type(s) [{found.aval!r}].")
        return give([found])

    def body(*ids: int) -> str:
        following = body_fun(treedef.unflatten([wrap(number) for number in ids]))
        check_carry_tree("while_loop body", name, init_val, following)
        return give(flatten_arrays(following)[0])

    names = f"{function_name(cond_fun)} {function_name(body_fun)}"
    check = carry_checker("while_loop body", name, init_val)
    return treedef.unflatten(
        arrays_of(perform("whileLoop", staged(cond), staged(body), check, names, *[x._id for x in arrays]))
    )


def fori_loop(lower: Any, upper: Any, body_fun: Callable[[Any, Any], Any], init_val: Any, *, unroll: Any = None) -> Any:
    """Runs ``value = body_fun(i, value)`` for ``i`` from ``lower`` up to but without ``upper``."""
    if not callable(body_fun):
        raise TypeError("lax.fori_loop: body_fun argument should be callable.")
    first, last = maybe_array(lower), maybe_array(upper)
    if first is None or last is None or first.ndim or last.ndim:
        raise TypeError("lower and upper arguments to fori_loop must be scalars.")
    if first._id > 0 and last._id > 0:
        steps = max(0, last.item() - first.item())

        def body(loop_carry: Any, _: Any) -> Any:
            i, value = loop_carry
            return (i + 1, body_fun(i, value)), None

        (_, value), _ = scan(body, (first, init_val), None, length=steps)
        return value
    _, _, value = while_loop(
        lambda carry: carry[0] < carry[1],
        lambda carry: (carry[0] + 1, carry[1], body_fun(carry[0], carry[2])),
        (first, last, init_val),
    )
    return value


def map(f: Callable[[Any], Any], xs: Any, *, batch_size: int | None = None) -> Any:
    """A function of the rows of ``xs``, one after the other; results are stacked."""
    _, ys = scan(lambda _, x: ((), f(x)), (), xs)
    return ys


def associative_scan(fn: Callable[[Any, Any], Any], elems: Any, reverse: bool = False, axis: int = 0) -> Any:
    """Running results of an associative operation along an axis, by halves."""
    from .. import numpy as jnp

    if not callable(fn):
        raise TypeError("lax.associative_scan: fn argument should be callable.")
    leaves, treedef = tree_flatten(elems)
    leaves = [jnp.moveaxis(jnp.asarray(leaf), axis, 0) for leaf in leaves]
    if reverse:
        leaves = [jnp.flip(leaf, 0) for leaf in leaves]

    def combine(a: list[Any], b: list[Any]) -> list[Any]:
        return tree_flatten(fn(treedef.unflatten(a), treedef.unflatten(b)))[0]

    def running(parts: list[Any]) -> list[Any]:
        n = parts[0].shape[0]
        if n < 2:
            return parts
        pairs = combine([p[:-1:2] for p in parts], [p[1::2] for p in parts])
        odd = running(pairs)
        if n % 2 == 0:
            even = combine([o[:-1] for o in odd], [p[2::2] for p in parts])
        else:
            even = combine(odd, [p[2::2] for p in parts])
        even = [jnp.concatenate([p[:1], e]) for p, e in zip(parts, even, strict=True)]
        return [_interleaved(e, o) for e, o in zip(even, odd, strict=True)]

    done = running(leaves)
    if reverse:
        done = [jnp.flip(leaf, 0) for leaf in done]
    return treedef.unflatten([jnp.moveaxis(leaf, 0, axis) for leaf in done])


def _interleaved(a: Any, b: Any) -> Any:
    from .. import numpy as jnp

    n = b.shape[0]
    both = jnp.stack([a[:n], b], axis=1).reshape((2 * n, *a.shape[1:]))
    return jnp.concatenate([both, a[n:]]) if a.shape[0] > n else both
