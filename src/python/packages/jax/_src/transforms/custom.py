"""Functions whose derivative their author writes."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

from ..array import Array, wrap
from ..binding import guarded
from ..trees.functions import argument_names, tree_flatten, tree_leaves, tree_map, tree_structure
from ..trees.treedef import PyTreeDef
from .flat import arrays_of, check_callable, flatten_arrays, give, perform
from .jit import staged_body


class _Custom:
    """What both kinds share: the function, its name, and arguments that are not differentiated."""

    def __init__(self, fun: Callable[..., Any], nondiff_argnums: Any = (), nondiff_argnames: Any = ()) -> None:
        check_callable(fun)
        functools.update_wrapper(self, fun)
        self.fun = fun
        self.nondiff_argnums = (nondiff_argnums,) if isinstance(nondiff_argnums, int) else tuple(nondiff_argnums)

    @property
    def _name(self) -> str:
        return getattr(self.fun, "__name__", "fun")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        raise NotImplementedError

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        return self if instance is None else functools.partial(self, instance)

    def _split(self, args: Any, kwargs: Any) -> tuple[tuple[Any, ...], list[int], list[Any]]:
        """All arguments by position, the positions that are differentiated, and the fixed values."""
        bound = inspect.signature(self.fun).bind(*args, **kwargs)
        bound.apply_defaults()
        values = (*bound.args, *bound.kwargs.values())
        n = len(values)
        fixed = {i if i >= 0 else i + n for i in self.nondiff_argnums}
        return values, [i for i in range(n) if i not in fixed], [values[i] for i in sorted(fixed)]


class _Call:
    """One call of a custom function: its arguments as flat arrays, and the structure of its result."""

    def __init__(self, custom: _Custom, args: Any, kwargs: Any) -> None:
        self.values, self.places, self.fixed = custom._split(args, kwargs)
        self.arrays, self.treedef = flatten_arrays(tuple(self.values[i] for i in self.places))
        self.fun = custom.fun
        self.out_tree: PyTreeDef | None = None

    def full(self, arrays: list[Any]) -> list[Any]:
        """All arguments, with other arrays in place of the differentiated ones."""
        actual = list(self.values)
        for place, value in zip(self.places, self.treedef.unflatten(arrays), strict=True):
            actual[place] = value
        return actual

    def run(self, *ids: int) -> str:
        """The function itself."""
        arrays, tree = flatten_arrays(self.fun(*self.full([wrap(number) for number in ids])))
        self.out_tree = self.out_tree or tree
        return give(arrays)


class custom_jvp(_Custom):
    """A function with a derivative of its own, set by ``defjvp``; reverse mode follows from it."""

    jvp: Callable[..., Any] | None = None

    def defjvp(self, jvp: Callable[..., Any], symbolic_zeros: bool = False) -> Callable[..., Any]:
        """Sets the rule ``(primals, tangents) → (value, tangent)``; fixed arguments come first."""
        self.jvp = jvp
        return jvp

    def defjvps(self, *jvps: Callable[..., Any] | None) -> None:
        """Sets one rule per argument, ``(tangent, value, *primals) → tangent``; None means zero."""

        def jvp(primals: Any, tangents: Any) -> Any:
            value = self(*primals)
            parts = [rule(t, value, *primals) for rule, t in zip(jvps, tangents, strict=True) if rule is not None]
            if not parts:
                from ... import numpy as jnp

                return value, tree_map(jnp.zeros_like, value)
            return value, functools.reduce(lambda a, b: tree_map(lambda x, y: x + y, a, b), parts)

        self.jvp = jvp

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        rule = self.jvp
        if rule is None:
            raise AttributeError(f"No JVP defined for custom_jvp function {self._name} using defjvp.")
        call = _Call(self, args, kwargs)
        rule_name = getattr(rule, "__name__", "jvp")

        def derivative(*ids: int) -> str:
            arrays = [wrap(number) for number in ids]
            half = len(arrays) // 2
            primals, tangents = call.treedef.unflatten(arrays[:half]), call.treedef.unflatten(arrays[half:])
            result = rule(*call.fixed, primals, tangents)
            outs, moved = _checked_pair(result, self._name, rule_name)
            call.out_tree = call.out_tree or outs[1]
            return give([*outs[0], *moved])

        numbers = perform(
            "customJvp", guarded(call.run), guarded(derivative), self._name, rule_name, *[x._id for x in call.arrays]
        )
        return _rebuilt(call, numbers)


def _rebuilt(call: _Call, numbers: str) -> Any:
    if call.out_tree is None:
        raise AssertionError("The function did not run.")
    return call.out_tree.unflatten(arrays_of(numbers))


def _checked_pair(result: Any, name: str, rule: str) -> tuple[tuple[list[Array], PyTreeDef], list[Array]]:
    if not isinstance(result, (tuple, list)) or len(result) != 2:
        raise TypeError(
            f"Custom JVP rule {rule} for function {name} must produce a pair (list or tuple of length two) "
            f"representing primal and tangent outputs, but got {result}."
        )
    (outs, tree), (moved, moved_tree) = flatten_arrays(result[0]), flatten_arrays(result[1])
    if tree != moved_tree:
        raise TypeError(
            f"Custom JVP rule {rule} for function {name} must produce primal and tangent outputs with equal "
            f"container (pytree) structures, but got {tree} and {moved_tree} respectively."
        )
    for y, t in zip(outs, moved, strict=True):
        if y.dtype.kind in "fV" and (y.shape != t.shape or y.dtype != t.dtype):
            raise TypeError(
                "Custom JVP rule must produce primal and tangent outputs with corresponding shapes and dtypes. "
                f"Expected {y.aval.str_short()} (tangent type of {y.aval.str_short()}) but got {t.aval.str_short()}."
            )
    return (outs, tree), moved


class custom_vjp(_Custom):
    """A function with a reverse derivative of its own, set by ``defvjp(fwd, bwd)``."""

    fwd: Callable[..., Any] | None = None
    bwd: Callable[..., Any] | None = None

    def defvjp(
        self,
        fwd: Callable[..., Any],
        bwd: Callable[..., Any],
        symbolic_zeros: bool = False,
        optimize_remat: bool = False,
    ) -> None:
        """Sets ``fwd(*args) → (value, residuals)`` and ``bwd(residuals, cotangent) → one cotangent per argument``."""
        self.fwd, self.bwd = fwd, bwd

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        fwd, bwd = self.fwd, self.bwd
        if fwd is None or bwd is None:
            raise AttributeError(f"No VJP defined for custom_vjp function {self._name} using defvjp.")
        call = _Call(self, args, kwargs)
        saved: list[PyTreeDef] = []
        fwd_name, bwd_name = getattr(fwd, "__name__", "fwd"), getattr(bwd, "__name__", "bwd")

        def forward(*ids: int) -> str:
            result = fwd(*call.full([wrap(number) for number in ids]))
            if not isinstance(result, (tuple, list)) or len(result) != 2:
                raise TypeError(_no_pair(fwd_name, self._name, result))
            outs, tree = flatten_arrays(result[0])
            call.out_tree = call.out_tree or tree
            residuals, residual_tree = flatten_arrays(result[1])
            saved[:] = [residual_tree]
            give([*outs, *residuals])
            return str(len(outs))

        def backward(*ids: int) -> str:
            arrays = [wrap(number) for number in ids]
            n = saved[0].num_leaves
            assert call.out_tree is not None
            back = bwd(*call.fixed, saved[0].unflatten(arrays[:n]), call.out_tree.unflatten(arrays[n:]))
            return _give_some(_cotangents(back, call))

        names = f"{self._name} {fwd_name} {bwd_name}"
        numbers = perform(
            "customVjp", guarded(call.run), guarded(forward), guarded(backward), names, *[x._id for x in call.arrays]
        )
        return _rebuilt(call, numbers)


def _give_some(arrays: list[Array | None]) -> str:
    from ..binding import facade

    facade.give(*[0 if x is None else x._id for x in arrays])
    return ""


def _no_pair(fwd: str, name: str, result: Any) -> str:
    return (
        f"Custom VJP fwd rule {fwd} for function {name} must produce a pair (list or tuple of length two) where the "
        "first element represents the primal output (equal to those of the custom_vjp-decorated function "
        f"{name}) and the second element represents residuals (i.e. values stored from the forward pass for use on "
        f"the backward pass), but instead of a pair the fwd rule {fwd} produced {result}."
    )


def _cotangents(back: Any, call: _Call) -> list[Array | None]:
    primals = call.treedef.unflatten(call.arrays)
    out: list[Array | None] = []
    if isinstance(back, (tuple, list)) and len(back) == len(primals):
        for ct, primal in zip(back, primals, strict=True):
            leaves = tree_leaves(primal)
            if ct is None:
                out += [None] * len(leaves)
                continue
            given, tree = tree_flatten(ct, lambda leaf: leaf is None)
            if tree != tree_structure(primal):
                break
            out += [None if leaf is None else flatten_arrays(leaf)[0][0] for leaf in given]
        else:
            for i, (ct, x) in enumerate(zip(out, call.arrays, strict=True)):
                if ct is not None and ct.shape != x.shape:
                    raise ValueError(
                        "Custom VJP bwd rule must produce an output with the same type as the args tuple of the primal "
                        f"function, but at output[{i}] the bwd rule produced an output of type {ct.aval.str_short()} "
                        f"corresponding to an input of type {x.aval.str_short()}, so the shapes do not match"
                    )
            return out
    raise TypeError(
        "Custom VJP bwd rule must produce an output with the same container (pytree) structure as the args tuple of "
        "the primal function, and in particular must produce a tuple of length equal to the number of arguments to "
        f"the primal function, but got bwd output structure {tree_structure(back)} for primal input structure "
        f"{call.treedef}."
    )


def custom_gradient(fun: Callable[..., Any]) -> Callable[..., Any]:
    """A function that returns ``(value, vjp)``: the second part is its reverse derivative."""
    wrapped = custom_vjp(functools.wraps(fun)(lambda *args: fun(*args)[0]))

    def fwd(*args: Any) -> Any:
        value, _ = fun(*args)
        return value, args

    def bwd(args: Any, cotangent: Any) -> Any:
        _, rule = fun(*args)
        back = rule(cotangent)
        return back if isinstance(back, tuple) else (back,)

    wrapped.defvjp(fwd, bwd)
    return wrapped


def checkpoint(
    fun: Any,
    *,
    prevent_cse: bool = True,
    policy: Any = None,
    static_argnums: Any = (),
    static_argnames: Any = (),
    concrete: bool = False,
) -> Any:
    """The same function, but its derivative keeps only the arguments and computes the rest once more."""
    check_callable(fun)
    statics = (static_argnums,) if isinstance(static_argnums, int) else tuple(static_argnums)
    static_names = {static_argnames} if isinstance(static_argnames, str) else set(static_argnames)

    @functools.wraps(fun)
    def fun_remat(*args: Any, **kwargs: Any) -> Any:
        places = [i for i in range(len(args)) if i not in statics]
        fixed = {name: value for name, value in kwargs.items() if name in static_names}
        followed = {name: value for name, value in kwargs.items() if name not in static_names}
        dynamic = tuple(args[i] for i in places)
        arrays, _ = flatten_arrays((dynamic, followed))

        def run(*traced: Any, **keywords: Any) -> Any:
            actual = list(args)
            for place, value in zip(places, traced, strict=True):
                actual[place] = value
            return fun(*actual, **fixed, **keywords)

        whole = fixed or len(places) < len(args)
        names = argument_names(fun, tuple(x if i in places else () for i, x in enumerate(args)), followed)
        types = [x.aval.key for x in arrays]
        body = staged_body(
            run if whole else fun, "checkpoint / remat", dynamic, types, keywords=followed, told=fun, names=names
        )
        return body.out_tree.unflatten(arrays_of(perform("runRemat", body.number, *[x._id for x in arrays])))

    return fun_remat
