"""Loops over traced values."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any

from .array import Array, maybe_array, wrap
from .aval import ShapedArray, aval_key
from .binding import facade
from .carry_checks import check_carry_types, refuse_carry_tree
from .dtypes import joined
from .transforms.flat import arrays_of, flatten_arrays, perform
from .transforms.jit import Staged, staged_body
from .trees.functions import argument_names, tree_flatten
from .trees.registry import LIST, TUPLE


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
    return _scan(f, init, xs, length, bool(reverse))


def _scan(
    f: Any,
    init: Any,
    xs: Any,
    length: int | None,
    reverse: bool,
    kind: str = "scan",
    told: Any = None,
    names: Any = None,
) -> tuple[Any, Any]:
    carry, carry_tree = flatten_arrays(init)
    rows, _ = flatten_arrays(xs)
    steps = _scan_length(rows, tree_flatten(xs)[0], length)
    row_types = [aval_key(x.shape[1:], x.dtype, x.weak_type) for x in rows]
    name = _scan_names(f)

    def stage(types: list[str]) -> Staged:
        body = staged_body(f, kind, (init, xs), [*types, *row_types], told=told, names=names)
        if body.out_tree.kind not in (TUPLE, LIST) or len(body.out_tree.children_) != 2:
            raise TypeError(f"scan body output must be a pair, got {body.out_tree.unflatten(body.out_avals)}.")
        after, _ = body.out_tree.children_
        if after != carry_tree:
            refuse_carry_tree("scan body", name, init, after.unflatten(body.out_avals[: after.num_leaves]))
        return body

    body, carry = stage_loop("scan body", name, init, carry, stage)
    ids = [x._id for x in (*carry, *rows)]
    arrays = arrays_of(perform("runScan", body.number, len(carry), steps, reverse, *ids))
    last, ys = body.out_tree.unflatten(arrays)
    return last, ys


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


def stage_loop(
    loop: str, name: str, init: Any, carry: list[Array], stage: Callable[[list[str]], Staged]
) -> tuple[Staged, list[Array]]:
    """A loop staged for its carry, and the carry as the loop takes it.

    A weak carry that the body gives another dtype or shape takes the dtype that both have, and the loop is staged
    once more. One that differs in weakness alone stays as it is.
    """
    types = [x.aval.key for x in carry]
    body = stage(types)
    changed = [_promoted(x, after) for x, after in zip(carry, body.out_avals, strict=False)]
    if any(x is not y for x, y in zip(carry, changed, strict=True)):
        types = [x.aval.key for x in changed]
        body = stage(types)
    check_carry_types(loop, name, init, types, [aval.key for aval in body.out_avals])
    return body, changed


def _promoted(x: Array, after: ShapedArray) -> Array:
    if not x.weak_type or (x.dtype == after.dtype and x.shape == after.shape):
        return x
    dtype, _ = joined((x.dtype, True), (after.dtype, after.weak_type))
    return wrap(facade.astype(x._id, dtype.name, False))


def while_loop(cond_fun: Callable[[Any], Any], body_fun: Callable[[Any], Any], init_val: Any) -> Any:
    """Runs ``body_fun`` on a value while ``cond_fun`` of it is true."""
    if not (callable(body_fun) and callable(cond_fun)):
        raise TypeError("lax.while_loop: body_fun and cond_fun arguments should be callable.")
    return _while(cond_fun, body_fun, init_val, body_fun, None)


def _while(cond_fun: Any, body_fun: Any, init_val: Any, told: Any, names: list[str] | None) -> Any:
    arrays, carry_tree = flatten_arrays(init_val)
    name = _scan_names(body_fun)
    conds: list[Staged] = []

    def stage(types: list[str]) -> Staged:
        conds[:] = [staged_body(cond_fun, "while_cond", (init_val,), types)]
        _check_condition(conds[0])
        kind = "while_body" if names is None else "fori_loop"
        body = staged_body(body_fun, kind, (init_val,), types, told=told, names=names)
        if body.out_tree != carry_tree:
            refuse_carry_tree("while_loop body", name, init_val, body.out_tree.unflatten(body.out_avals))
        return body

    body, carry = stage_loop("while_loop body", name, init_val, arrays, stage)
    numbers = perform("runWhile", conds[0].number, body.number, *[x._id for x in carry])
    return body.out_tree.unflatten(arrays_of(numbers))


def _check_condition(cond: Staged) -> None:
    if cond.out_tree.num_nodes > 1 or len(cond.out_avals) != 1:
        raise TypeError(f"cond_fun must return a boolean scalar, but got pytree {cond.out_tree}.")
    (aval,) = cond.out_avals
    if aval.dtype.name != "bool" or aval.ndim:
        raise TypeError(f"cond_fun must return a boolean scalar, but got output type(s) [{aval!r}].")


def fori_loop(lower: Any, upper: Any, body_fun: Callable[[Any, Any], Any], init_val: Any, *, unroll: Any = None) -> Any:
    """Runs ``value = body_fun(i, value)`` for ``i`` from ``lower`` up to but without ``upper``."""
    if not callable(body_fun):
        raise TypeError("lax.fori_loop: body_fun argument should be callable.")
    first, last = _bound(lower), _bound(upper)
    dtype = _bounds_dtype(first, last)
    names = argument_names(body_fun, (0, init_val), {})
    if first._id > 0 and last._id > 0 and not (first.ndim or last.ndim):
        low, high = int(first.item()), int(last.item())
        loop = _fori_scans.get(body_fun, lambda: _scanned(body_fun))
        (_, value), _ = _scan(loop, (low, init_val), None, max(0, high - low), False, "fori_loop", body_fun, names)
        return value
    loop = _fori_whiles.get(body_fun, lambda: _counted(body_fun))
    start = (*(x if x.dtype == dtype else x.astype(dtype) for x in (first, last)), init_val)
    _, _, value = _while(_before_end, loop, start, body_fun, [names[0], "", *names[1:]])
    return value


class _Bodies:
    """The functions that loops of counted rounds run, one for each that a program gives."""

    def __init__(self) -> None:
        self._made: weakref.WeakKeyDictionary[Any, Any] = weakref.WeakKeyDictionary()

    def get(self, given: Any, make: Callable[[], Any]) -> Any:
        """The function for one that is given."""
        try:
            return self._made.setdefault(given, make())
        except TypeError:  # It cannot be kept weakly, or has no hash.
            return make()


_fori_scans, _fori_whiles = _Bodies(), _Bodies()


def _reference(fun: Any) -> Callable[[], Any]:
    # Weak, so that a kept body does not keep the function that it is kept by.
    try:
        return weakref.ref(fun)
    except TypeError:
        return lambda: fun


def _scanned(body_fun: Any) -> Callable[..., Any]:
    given = _reference(body_fun)

    def body(loop_carry: Any, _: Any) -> Any:
        i, value = loop_carry
        return (i + 1, given()(i, value)), None

    return body


def _counted(body_fun: Any) -> Callable[..., Any]:
    given = _reference(body_fun)

    def body(loop_carry: Any) -> Any:
        i, end, value = loop_carry
        return i + 1, end, given()(i, value)

    return body


def _before_end(loop_carry: Any) -> Any:
    i, end, _ = loop_carry
    return i < end


def _bound(value: Any) -> Array:
    found = maybe_array(value)
    if found is None:
        raise ValueError(f"Invalid argument to dtype: {value}.")
    return found


def _bounds_dtype(first: Array, last: Array) -> Any:
    """The dtype of a loop's counter: a weak whole number takes that of the other bound."""
    a, b = first.dtype, last.dtype
    if a == b:
        return a
    if a.kind == b.kind == "i" and first.weak_type != last.weak_type:
        return b if first.weak_type else a
    raise TypeError(f"lower and upper arguments to fori_loop must have equal types, got {a.name} and {b.name}")


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
