"""JAX transformations of modules: `vmap` and `scan`; `jit` and `remat`, which change no number."""

import sys
from collections.abc import Mapping
from typing import Any

import _absent
import jax
import jax.numpy as jnp
from flax.core.filters import CollectionFilter
from flax.core.rng import PathKey
from flax.linen._lifting import Pure, filter_axes, group, lift
from flax.linen.module import Module


class _Broadcast:
    """Marks an argument of `scan` that every step sees whole."""


broadcast = _Broadcast()


def remat(
    target: Any,
    variables: CollectionFilter = True,
    rngs: CollectionFilter = True,
    concrete: bool = False,
    prevent_cse: bool = True,
    static_argnums: Any = (),
    policy: Any = None,
    methods: Any = None,
) -> Any:
    """A module class or function with the same results. Here it saves no memory."""

    def run(module: Module, pure: Pure, args: Any, kwargs: Any) -> Any:
        scope: Any = module.scope
        (chosen,) = group(scope.variables(), [variables])
        (keys,) = group(scope.rngs, [rngs])
        return _sorted(*pure(chosen, keys, args, kwargs))

    return lift(target, "checkpoint", run, methods, variables)


checkpoint = remat


def jit(
    target: Any,
    variables: CollectionFilter = True,
    rngs: CollectionFilter = True,
    static_argnums: Any = (),
    static_argnames: Any = (),
    donate_argnums: Any = (),
    device: Any = None,
    backend: Any = None,
    methods: Any = None,
) -> Any:
    """A module class or function with the same results, for keys drawn as Flax's `jit` draws them.

    Here it compiles nothing by itself: put `jax.jit` around `init` or `apply`.
    """

    def run(module: Module, pure: Pure, args: Any, kwargs: Any) -> Any:
        scope: Any = module.scope
        forked = {stream: PathKey(scope.make_rng(stream)) for stream in scope.rngs}
        (chosen,) = group(scope.variables(), [variables])
        (keys,) = group(forked, [rngs])
        return _sorted(*pure(chosen, keys, args, kwargs))

    return lift(target, "jit", run, methods, variables)


def vmap(
    target: Any,
    variable_axes: Mapping[Any, Any] | None = None,
    split_rngs: Mapping[Any, bool] | None = None,
    in_axes: Any = 0,
    out_axes: Any = 0,
    axis_size: int | None = None,
    axis_name: str | None = None,
    spmd_axis_name: str | None = None,
    metadata_params: Mapping[Any, Any] | None = None,
    methods: Any = None,
) -> Any:
    """A module class or function that runs once for each slice of its inputs.

    variable_axes: for each filter of collections the axis that runs over the copies, None to share.
    split_rngs: for each filter of key streams whether every copy gets its own key.
    """
    filters, axes = filter_axes(variable_axes or {})
    streams, splits = filter_axes(split_rngs or {})

    def run(module: Module, pure: Pure, args: Any, kwargs: Any) -> Any:
        scope: Any = module.scope
        groups = group(scope.variables(), filters)
        size = axis_size or _axis_size((axes, in_axes), (groups, args))
        keys = [_split(g, size) if split else g for g, split in zip(group(scope.rngs, streams), splits, strict=True)]

        def one(parts: Any, rngs: Any, args: Any) -> Any:
            out, changed = pure(_joined(parts), _joined(rngs), args, kwargs)
            return out, group(changed, filters)

        groups = _renamed_axes("remove_axis", groups, axes, metadata_params)

        key_axes = [0 if split else None for split in splits]
        mapped = jax.vmap(one, in_axes=(axes, key_axes, in_axes), out_axes=(out_axes, axes), axis_size=size)
        out, changed = mapped(groups, keys, args)
        return out, _joined(_renamed_axes("add_axis", changed, axes, metadata_params))

    return lift(target, "vmap", run, methods, list(_names(filters)))


def scan(
    target: Any,
    variable_axes: Mapping[Any, int] | None = None,
    variable_broadcast: CollectionFilter = False,
    variable_carry: CollectionFilter = False,
    split_rngs: Mapping[Any, bool] | None = None,
    in_axes: Any = 0,
    out_axes: Any = 0,
    length: int | None = None,
    reverse: bool = False,
    unroll: int = 1,
    data_transform: Any = None,
    metadata_params: Mapping[Any, Any] | None = None,
    methods: Any = None,
    _split_transpose: bool = False,
    check_constancy_invariants: bool = True,
) -> Any:
    """A module class or function that runs as a loop: `(carry, x) → (carry, y)` for each slice `x`.

    variable_axes: collections with a copy for each step, along this axis. variable_broadcast:
    collections that all steps share. variable_carry: collections that each step passes on.
    split_rngs: for each filter of key streams whether every step gets its own key.
    """
    filters, axes = filter_axes(variable_axes or {})
    streams, splits = filter_axes(split_rngs or {})
    all_filters = [variable_broadcast, variable_carry, *filters]

    def run(module: Module, pure: Pure, args: Any, kwargs: Any) -> Any:
        scope: Any = module.scope
        shared, carried, *stacked = group(scope.variables(), all_filters)
        start, *rest = args
        arg_axes = in_axes if isinstance(in_axes, (tuple, list)) else (in_axes,) * len(rest)
        steps = length or _axis_size((axes, list(arg_axes)), (stacked, rest))
        rngs = group(scope.rngs, streams)
        keys = [_split(g, steps) for g, split in zip(rngs, splits, strict=True) if split]
        fixed_keys = [g for g, split in zip(rngs, splits, strict=True) if not split]
        looped = [i for i, a in enumerate(arg_axes) if a is not broadcast and a is not None]
        stacked = _renamed_axes("remove_axis", stacked, axes, metadata_params)
        xs = (
            [_to_front(g, a) for g, a in zip(stacked, axes, strict=True)],
            keys,
            [_to_front(rest[i], arg_axes[i]) for i in looped],
        )

        def step(shared: Any, carry: Any, x: Any) -> tuple[Any, Any, Any]:
            kept, value = carry
            parts, step_keys, sliced = x
            given = list(rest)
            for i, part in zip(looped, sliced, strict=True):
                given[i] = part
            variables = _joined([shared, kept, *parts])
            every = _joined([*step_keys, *fixed_keys])
            (value, y), changed = pure(variables, every, (value, *given), kwargs)
            new_shared, new_kept, *new = group(changed, all_filters)
            return new_shared, ({**kept, **new_kept}, value), (y, new)

        # Flax runs the body once to find what all steps share, and counts the keys of that run too.
        first = jax.tree_util.tree_map(lambda leaf: leaf[0], xs)
        new_shared, (made, _), _ = step(shared, (carried, start), first)
        shared, carried = {**shared, **new_shared}, carried or made

        def body(carry: Any, x: Any) -> tuple[Any, Any]:
            return step(shared, carry, x)[1:]

        (carried, value), (ys, new) = jax.lax.scan(
            body, (carried, start), xs, length=steps, reverse=reverse, unroll=unroll
        )
        new = [_from_front(g, a) for g, a in zip(new, axes, strict=True)]
        new = _renamed_axes("add_axis", new, axes, metadata_params)
        return (value, _from_front(ys, out_axes)), _joined([new_shared, carried, *new])

    return lift(target, "scan", run, methods, list(_names(all_filters)))


def _renamed_axes(change: str, groups: Any, axes: Any, params: Any) -> Any:
    """Groups of variables whose boxes, where there are any, know that an axis came or went."""
    boxes = sys.modules.get("flax.core.meta")
    if boxes is None:
        return groups
    return [
        g if axis is None else getattr(boxes, change)(g, axis, dict(params or {}))
        for g, axis in zip(groups, axes, strict=True)
    ]


def _names(filters: Any) -> Any:
    """The union of filters that are names; True where one of them is no name."""
    for held in filters:
        if held is False:
            continue
        if isinstance(held, str):
            yield held
        elif isinstance(held, (list, tuple, set, frozenset)):
            yield from held


def _sorted(out: Any, changed: Any) -> tuple[Any, Any]:
    """Result and variables, their keys in order, as they come out of a JAX transformation."""
    return jax.tree_util.tree_map(lambda leaf: leaf, (out, changed))


def _joined(parts: Any) -> dict[str, Any]:
    return {name: value for part in parts for name, value in part.items()}


def _split(keys: Any, size: int) -> Any:
    return {n: PathKey(jax.random.split(k.base, size), k.steps) for n, k in keys.items()}


def _to_front(tree: Any, axis: int) -> Any:
    return jax.tree_util.tree_map(lambda x: x if axis == 0 else jnp.moveaxis(x, axis, 0), tree)


def _from_front(tree: Any, axis: Any) -> Any:
    if isinstance(axis, (tuple, list)):
        return type(axis)(_from_front(part, one) for part, one in zip(tree, axis, strict=True))
    return jax.tree_util.tree_map(lambda x: x if axis == 0 else jnp.moveaxis(x, 0, axis), tree)


def _axis_size(axes: Any, trees: Any) -> int:
    """The one size of the mapped axes. ValueError if they differ or there is none."""
    sizes: set[int] = set()

    def visit(axis: Any, tree: Any) -> None:
        if isinstance(axis, (tuple, list)):
            for a, t in zip(axis, tree, strict=True):
                visit(a, t)
        elif isinstance(axis, int):
            sizes.update(leaf.shape[axis] for leaf in jax.tree_util.tree_leaves(tree)[:1])

    visit(axes, trees)
    if len(sizes) > 1:
        raise ValueError(f"Inconsistent batch axis sizes: {sizes}")
    if not sizes:
        raise ValueError("axis_size should be specified manually.")
    return sizes.pop()


__getattr__, __dir__ = _absent.attributes(
    __name__,
    "Flax 0.12.8",
    lacking="add_metadata_axis cond custom_vjp fold_rngs grad jvp map_variables named_call remat_scan "
    "switch value_and_grad vjp while_loop",
)
