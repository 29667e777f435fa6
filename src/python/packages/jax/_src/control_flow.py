"""Loops and branches over traced values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .array import Array, maybe_array, wrap
from .aval import aval_from
from .binding import guarded, to_js
from .origin import place_of
from .transforms.flat import arrays_of, flatten_arrays, give, perform
from .trees.functions import tree_flatten, tree_leaves_with_path, tree_map, tree_structure
from .trees.keys import keystr
from .trees.treedef import PyTreeDef


def _name(fun: Any) -> str:
    return getattr(fun, "__name__", "fun")


def _difference(before: str, after: str) -> str | None:
    a, b = aval_from(before), aval_from(after)
    reasons = []
    if a.dtype != b.dtype:
        reasons.append("the dtypes do not match")
    if a.shape != b.shape:
        reasons.append("the shapes do not match")
    return f"so {', and '.join(reasons)}" if reasons else None


def _told(differences: list[str]) -> str:
    if len(differences) == 1:
        return f"{differences[0][0].upper()}{differences[0][1:]}."
    return ";\n".join(f"  * {one}" for one in differences) + "."


def _part(name: str, path: str) -> str:
    whole = f"{name}{path}"
    return f"carry {whole}" if whole.isidentifier() else f"carry component {whole}"


def _checker(loop: str, name: str, carry: Any) -> Any:
    """Compares the types of a loop's carry before and after its body."""

    def check(before: str, after: str) -> str:
        paths = [keystr(path) for path, _ in tree_leaves_with_path(carry)]
        lines = [
            f"the input {_part(name, path)} has type {aval_from(a).str_short()} but the corresponding output carry "
            f"component has type {aval_from(b).str_short()}, {why}"
            for path, a, b in zip(paths, before.split(), after.split(), strict=False)
            if (why := _difference(a, b)) is not None
        ]
        if lines:
            raise TypeError(
                f"{loop} function carry input and carry output must have equal types, but they differ:\n\n"
                f"{_told(lines)}\n\nRevise the function so that all output types match the corresponding input types."
            )
        return ""

    return guarded(check)


def _check_tree(loop: str, name: str, before: Any, after: Any) -> None:
    first, second = tree_structure(before), tree_structure(after)
    if first == second:
        return
    raise TypeError(
        f"{loop} function carry input and carry output must have the same pytree structure, but they differ:\n\n"
        f"The input carry {name} is {_described(first, before)} but the corresponding component of the carry output is "
        f"{_described(second, after)}, so {_why(first, second)}.\n\n"
        "Revise the function so that the carry output has the same pytree structure as the carry input."
    )


def _described(treedef: PyTreeDef, value: Any) -> str:
    if treedef.kind is None:
        return "a <class 'jax._src.core.ShapedArray'>"
    return f"a {treedef.nodetype.__name__} of length {len(value)}" if isinstance(value, (list, tuple)) else f"a {treedef.nodetype}"


def _why(first: PyTreeDef, second: PyTreeDef) -> str:
    if first.nodetype is second.nodetype and first.kind is not None:
        return "the lengths do not match" if len(first.children_) != len(second.children_) else "the structures do not match"
    return "their Python types differ" if first.kind is None or second.kind is None else "the Python types do not match"


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
            raise TypeError(
                "scan body output must be a pair, got " + _body_output(result) + "."
            )
        following, y = result
        _check_tree("scan body", name, init, following)
        results, tree = flatten_arrays(y)
        out[:] = [tree]
        return give([*flatten_arrays(following)[0], *results])

    ids = [x._id for x in (*carry, *rows)]
    check = _checker("scan body", name, init)
    arrays = arrays_of(perform("scan", guarded(body), check, _name(f), len(carry), steps, bool(reverse), *ids))
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
        raise ValueError(f"scan got values with different leading axis sizes: {', '.join(str(x.shape[0]) for x in rows)}.")
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
        _check_tree("while_loop body", name, init_val, following)
        return give(flatten_arrays(following)[0])

    names = f"{_name(cond_fun)} {_name(body_fun)}"
    check = _checker("while_loop body", name, init_val)
    return treedef.unflatten(arrays_of(perform("whileLoop", guarded(cond), guarded(body), check, names, *[x._id for x in arrays])))


def fori_loop(lower: Any, upper: Any, body_fun: Callable[[Any, Any], Any], init_val: Any, *, unroll: Any = None) -> Any:
    """Runs ``value = body_fun(i, value)`` for ``i`` from ``lower`` up to but without ``upper``."""
    if not callable(body_fun):
        raise TypeError("lax.fori_loop: body_fun argument should be callable.")
    first, last = maybe_array(lower), maybe_array(upper)
    if first is None or last is None or first.ndim or last.ndim:
        raise TypeError("lower and upper arguments to fori_loop must be scalars.")
    if first._id > 0 and last._id > 0:
        steps = max(0, last.item() - first.item())

        def body(carry: Any, _: Any) -> Any:
            i, value = carry
            return (i + 1, body_fun(i, value)), None

        (_, value), _ = scan(body, (first, init_val), None, length=steps)
        return value
    _, _, value = while_loop(
        lambda carry: carry[0] < carry[1],
        lambda carry: (carry[0] + 1, carry[1], body_fun(carry[0], carry[2])),
        (first, last, init_val),
    )
    return value


def _branches(what: str, index: Array, branches: list[Callable[..., Any]], operands: tuple[Any, ...], labels: list[tuple[int, str]]) -> Any:
    arrays, treedef = flatten_arrays(operands)
    results: list[Any] = [None] * len(branches)

    def runner(k: int, branch: Callable[..., Any]) -> Any:
        def run(*ids: int) -> str:
            results[k] = branch(*treedef.unflatten([wrap(number) for number in ids]))
            return give(flatten_arrays(results[k])[0])

        return guarded(run)

    def check(*lists: str) -> str:
        (first, first_name), *others = labels
        for k, label in others:
            _compare_branches(what, branches, (first, first_name), (k, label), results, lists)
        return ""

    runners = [runner(k, branch) for k, branch in enumerate(branches)]
    names = " ".join(_name(branch) for branch in branches)
    numbers = perform("branch", to_js(runners), guarded(check), what, names, index._id, *[x._id for x in arrays])
    return tree_structure(results[0]).unflatten(arrays_of(numbers))


def _compare_branches(what: str, branches: Any, a: tuple[int, str], b: tuple[int, str], results: list[Any], lists: Any) -> None:
    (i, first), (k, second) = a, b
    if tree_structure(results[i]) != tree_structure(results[k]):
        raise TypeError(
            f"{what} branch outputs must have the same pytree structure, but they differ:\n\n"
            f"{_structure_line(first, second, branches[i], branches[k], results[i], results[k])}"
        )
    paths = [keystr(path) for path, _ in tree_leaves_with_path(results[i])]
    lines = [
        f"the output of {first}{path} has type {aval_from(x).str_short()} but the corresponding output of {second} has "
        f"type {aval_from(y).str_short()}, {why}"
        for path, x, y in zip(paths, lists[i].split(), lists[k].split(), strict=True)
        if (why := _difference(x, y)) is not None
    ]
    if lines:
        raise TypeError(
            f"{what} branches must have equal output types but they differ.\n\n{first} is {place_of(branches[i])}\n"
            f"{second} is {place_of(branches[k])}\n\n{_told(lines)}\n\n"
            f"Revise {first} and/or {second} so that all output types match."
        )


def _structure_line(first: str, second: str, f: Any, g: Any, a: Any, b: Any) -> str:
    x, y = tree_structure(a), tree_structure(b)
    return f"The output of {first} is {_described(x, a)} but the corresponding component of {second} output is {_described(y, b)}, so {_why(x, y)}."


def cond(pred: Any, true_fun: Callable[..., Any], false_fun: Callable[..., Any], *operands: Any, operand: Any = None) -> Any:
    """``true_fun(*operands)`` or ``false_fun(*operands)``, by a predicate that may be traced."""
    if not (callable(true_fun) and callable(false_fun)):
        raise TypeError("lax.cond: true_fun and false_fun arguments should be callable.")
    if operand is not None:
        operands = (operand,)
    flag = maybe_array(pred)
    if flag is None:
        raise TypeError(f"Pred must be a scalar, got {pred} of type {type(pred)}")
    if flag.ndim:
        raise TypeError(f"Pred must be a scalar, got {flag} of shape {flag.shape}.")
    from .. import numpy as jnp

    truth = flag if flag.dtype.name == "bool" else flag != 0
    index = jnp.astype(truth, "int32")
    return _branches("cond", index, [false_fun, true_fun], operands, [(1, "true_fun"), (0, "false_fun")])


def switch(index: Any, branches: Any, *operands: Any) -> Any:
    """One of several functions of the operands, by an index that may be traced; it is clamped."""
    if not all(callable(branch) for branch in branches):
        raise TypeError("lax.switch: branches argument should be a sequence of callables.")
    if not branches:
        raise ValueError("Empty branch sequence")
    which = maybe_array(index)
    if which is None:
        raise TypeError(f"Branch index must be scalar, got {type(index)}.")
    if which.ndim:
        raise TypeError(f"Branch index must be scalar, got {which} of shape {which.shape}.")
    if which.dtype.kind not in "iu":
        raise TypeError(f"Index type must be an integer, got {index} as {which.dtype}")
    from .. import numpy as jnp

    if len(branches) == 1:
        return branches[0](*operands)
    clamped = jnp.clip(jnp.astype(which, "int32"), 0, len(branches) - 1)
    labels = [(i, "branch 0" if i == 0 else f"branch{i}") for i in range(len(branches))]
    return _branches("switch", clamped, list(branches), operands, labels)


def map(f: Callable[[Any], Any], xs: Any, *, batch_size: int | None = None) -> Any:  # noqa: A001
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
