"""``jax.jit``: a function is traced in Python once per shapes, types and static values."""

from __future__ import annotations

import functools
import inspect
import weakref
from collections.abc import Callable
from typing import Any

from ..array import Array, maybe_array, too_large, wrap
from ..aval import aval_from
from ..binding import JsException, facade, translated
from ..origin import Traced, function_name, place_of, running
from ..trees.functions import argument_names, tree_flatten, tree_leaves_with_path, tree_structure
from ..trees.keys import keystr
from .flat import check_callable, enter, give

_MAX_STAGED = 256
_reading = [0, 0]
"""Which jaxpr is being written to be read (0: none), and how many have been: what is staged for one is not run."""


class Staged:
    """A staged function of the JavaScript end, for as long as Python has it."""

    __slots__ = ("captured", "number", "out_avals", "out_tree")

    def __init__(
        self,
        fun: Callable[..., Any],
        treedef: Any,
        types: list[str],
        names: list[str],
        name: str,
        *,
        kind: str = "jit",
        told: Any = None,
        entry: str = "staged",
    ) -> None:
        out: list[Any] = []
        told = told or fun
        outer = _reading[0]
        if entry == "stagedToRead" and not outer:
            _reading[:] = [_reading[1] + 1] * 2

        def run(*ids: int) -> str:
            args, kwargs = treedef.unflatten([wrap(number) for number in ids])
            running.append(Traced(told, names, kind))
            try:
                result = fun(*args, **kwargs)
            finally:
                running.pop()
            leaves, out_tree = tree_flatten(result)
            out.append(out_tree)
            return give([_result_array(leaf, i, result, place_of(told), kind) for i, leaf in enumerate(leaves)])

        try:
            answer = enter(entry, run, *([kind] if entry == "stagedBody" else []), name, *types)
        finally:
            _reading[0] = outer
        number, captured, *out_types = answer.split()
        self.number = int(number)
        self.captured = int(captured)
        self.out_avals = [aval_from(key) for key in out_types]
        self.out_tree = out[0]

    def __del__(self) -> None:
        if hasattr(self, "number"):
            facade.endStaged(self.number)

    def __call__(self, arrays: list[Array]) -> Any:
        ids = [x._id for x in arrays]
        try:
            if len(self.out_avals) == 1:
                results = [wrap(facade.runForOne(self.number, *ids))]
            else:
                results = [wrap(int(number)) for number in facade.runForAll(self.number, *ids).split()]
        except JsException as error:
            raise translated(error) from None
        for x, aval in zip(results, self.out_avals, strict=True):
            if x._id > 0:
                x._aval = aval
        return self.out_tree._build(iter(results))


def _result_array(leaf: Any, i: int, result: Any, place: str, kind: str) -> Array:
    found = maybe_array(leaf)
    if found is None:
        path = keystr(tree_leaves_with_path(result)[i][0])
        where = f" at output component {path}" if path else ""
        raise TypeError(
            f"function {place} traced for {kind} returned a value of type {type(leaf)}{where}, "
            "which is not a valid JAX type"
        )
    return found


_caches: weakref.WeakKeyDictionary[Any, dict[Any, dict[Any, Staged]]] = weakref.WeakKeyDictionary()


def _cache_of(fun: Any, use: Any) -> dict[Any, Staged]:
    """What was staged of a function for one use: it is traced once, also where wrappers are made anew."""
    try:
        return _caches.setdefault(fun, {}).setdefault(use, {})
    except TypeError:  # It cannot be kept weakly, or has no hash.
        return {}


def _keep(cache: dict[Any, Staged], key: Any, found: Staged) -> None:
    # What reads tracers from outside is staged again: they end with their transformation.
    if found.captured:
        return
    if len(cache) >= _MAX_STAGED:
        cache.pop(next(iter(cache)))
    cache[key] = found


def staged_body(
    fun: Any,
    kind: str,
    args: tuple[Any, ...],
    types: list[str],
    *,
    keywords: dict[str, Any] | None = None,
    told: Any = None,
    names: list[str] | None = None,
) -> Staged:
    """A function of loops and branches, staged once for each types of its arguments, as ``jit`` does.

    ``told`` and ``names`` are the function and the arguments that errors speak of, where those are others.
    """
    treedef = tree_structure((args, keywords or {}))
    cache = _cache_of(fun, kind)
    key = (treedef, tuple(types), _reading[0])
    found = cache.get(key)
    if found is None:
        names = argument_names(fun, args, keywords or {}) if names is None else names
        name = function_name(told or fun)
        found = Staged(fun, treedef, types, names, name, kind=kind, told=told, entry="stagedBody")
        _keep(cache, key, found)
    return found


class PjitFunction:
    """A function that ``jax.jit`` made."""

    def __init__(self, fun: Callable[..., Any], static_argnums: Any, static_argnames: Any) -> None:
        functools.update_wrapper(self, fun)
        self._fun = fun
        self._statics, self._static_names = _resolve_statics(fun, static_argnums, static_argnames)
        self._cache = _cache_of(fun, (self._statics, self._static_names))
        self._name = getattr(fun, "__name__", None) or type(fun).__name__

    def __repr__(self) -> str:
        return f"<PjitFunction of {self._fun!r}>"

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        return self if instance is None else functools.partial(self, instance)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if _disabled[0]:
            return self._fun(*args, **kwargs)
        staged, arrays = self._staged(args, kwargs)
        return staged(arrays)

    def _split(self, args: Any, kwargs: Any) -> tuple[Any, Any, Any, Any]:
        """Dynamic arguments, dynamic keywords, and a hashable key of the static ones."""
        if not self._statics and not self._static_names:
            return args, kwargs, (), self._fun
        n = len(args)
        fixed = {i if i >= 0 else i + n for i in self._statics if -n <= i < n}
        dynamic = tuple(x for i, x in enumerate(args) if i not in fixed)
        keywords = {k: v for k, v in kwargs.items() if k not in self._static_names}
        given = {k: v for k, v in kwargs.items() if k in self._static_names}
        values = tuple((i, _hashed(args[i])) for i in sorted(fixed))
        key = (n, values, tuple((k, _hashed(v)) for k, v in sorted(given.items())))

        def call(*traced: Any, **more: Any) -> Any:
            rest = iter(traced)
            return self._fun(*[args[i] if i in fixed else next(rest) for i in range(n)], **more, **given)

        return dynamic, keywords, key, functools.update_wrapper(call, self._fun)

    def _staged(self, args: Any, kwargs: Any) -> tuple[Staged, list[Array]]:
        dynamic, keywords, static_key, call = self._split(args, kwargs)
        leaves, treedef = tree_flatten((dynamic, keywords))
        arrays = [x if isinstance(x, Array) else self._argument(x, leaves, args, kwargs) for x in leaves]
        types = [(x._aval or x.aval).key for x in arrays]
        key = (treedef, tuple(types), static_key, _reading[0])
        found = self._cache.get(key)
        if found is None:
            names = argument_names(self._fun, args, kwargs)
            if static_key:
                names = _dynamic_names(self._fun, args, kwargs, self._statics, self._static_names)
            found = Staged(call, treedef, types, names, self._name)
            _keep(self._cache, key, found)
        return found, arrays

    def _argument(self, leaf: Any, leaves: list[Any], args: Any, kwargs: Any) -> Array:
        large = False
        try:
            found = maybe_array(leaf)
        except OverflowError:
            found, large = None, True
        if found is not None:
            return found
        names = argument_names(self._fun, args, kwargs)
        at = next((i for i, other in enumerate(leaves) if other is leaf), 0)
        if large:
            raise too_large(leaf, names[at] if at < len(names) else "unknown")
        where = f" at path {names[at]}" if at < len(names) else ""
        raise TypeError(
            f"Error interpreting argument to {self._fun} as an abstract array. The problematic value is of type "
            f"{type(leaf)} and was passed to the function{where}.\nThis typically means that a jit-wrapped function "
            "was called with a non-array argument, and this argument was not marked as static using the "
            "static_argnums or static_argnames parameters of jax.jit."
        )

    def clear_cache(self) -> None:
        """Forgets what was staged."""
        self._cache.clear()

    def _cache_size(self) -> int:
        return len(self._cache)

    def trace(self, *args: Any, **kwargs: Any) -> Any:
        """The function traced for the types of these arguments, to look at or to compile."""
        from .stages import Traced

        dynamic, keywords, _, call = self._split(args, kwargs)
        names = _dynamic_names(self._fun, args, kwargs, self._statics, self._static_names)
        return Traced(call, dynamic, keywords, names, self._name)

    def lower(self, *args: Any, **kwargs: Any) -> Any:
        """The function traced for the types of these arguments, ready to be compiled."""
        return self.trace(*args, **kwargs).lower()

    def eval_shape(self, *args: Any, **kwargs: Any) -> Any:
        """Shapes and dtypes of the results."""
        from .shapes import eval_shape

        return eval_shape(self._fun, *args, **kwargs)


def _dynamic_names(fun: Any, args: Any, kwargs: Any, statics: Any, static_names: Any) -> list[str]:
    n = len(args)
    fixed = {i if i >= 0 else i + n for i in statics}
    marked = tuple(() if i in fixed else x for i, x in enumerate(args))
    return argument_names(fun, marked, {k: v for k, v in kwargs.items() if k not in static_names})


def _hashed(value: Any) -> Any:
    try:
        hash(value)
    except TypeError as error:
        raise ValueError(
            "Non-hashable static arguments are not supported. An error occurred while trying to hash an object of "
            f"type {type(value)}, {value}. The error was:\nTypeError: {error}\n"
        ) from None
    return (type(value), value)


def _resolve_statics(fun: Any, argnums: Any, argnames: Any) -> tuple[tuple[int, ...], frozenset[str]]:
    numbers = () if argnums is None else (argnums,) if isinstance(argnums, int) else tuple(argnums)
    names = () if argnames is None else (argnames,) if isinstance(argnames, str) else tuple(argnames)
    if not numbers and not names:
        return (), frozenset()
    try:
        parameters = list(inspect.signature(fun).parameters.values())
    except TypeError, ValueError:
        return numbers, frozenset(names)
    plain = [p for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    if not any(p.kind is p.VAR_POSITIONAL for p in parameters):
        for i in numbers:
            if not -len(plain) <= i < len(plain):
                raise ValueError(
                    f"Jitted function has static_argnums={numbers}, but only accepts {len(plain)} positional arguments."
                )
    known = {p.name for p in parameters}
    unknown = set(names) - known
    if unknown and not any(p.kind is p.VAR_KEYWORD for p in parameters):
        raise ValueError(
            f"Jitted function has invalid argnames {unknown} in static_argnames. Function does not take these args."
        )
    by_name = {p.name: i for i, p in enumerate(plain)}
    all_numbers = {*numbers, *(by_name[name] for name in names if name in by_name)}
    all_names = {*names, *(plain[i].name for i in numbers if -len(plain) <= i < len(plain))}
    return tuple(sorted(all_numbers)), frozenset(all_names)


_disabled = [False]


def jit(
    fun: Any = None,
    /,
    *,
    in_shardings: Any = None,
    out_shardings: Any = None,
    static_argnums: Any = None,
    static_argnames: Any = None,
    donate_argnums: Any = None,
    donate_argnames: Any = None,
    keep_unused: bool = False,
    device: Any = None,
    backend: Any = None,
    inline: bool = False,
    compiler_options: Any = None,
) -> Any:
    """The function, staged: traced in Python once per shapes and types of its arguments, then run without Python.

    Inside, arrays have no values, so ``if x > 0`` on a traced array raises. Arguments that are not arrays are
    named in ``static_argnums`` or ``static_argnames``; the function is traced anew for each of their values.
    """
    if fun is None:
        return functools.partial(
            jit, out_shardings=out_shardings, static_argnums=static_argnums, static_argnames=static_argnames
        )
    check_callable(fun)
    jitted = PjitFunction(fun, static_argnums, static_argnames)
    if out_shardings is None:
        return jitted
    from ..sharding.placing import placing_results

    return placing_results(jitted, out_shardings)
