"""Transformations made of transformations."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from typing import Any, NamedTuple

import jax
from optax._base import (
    GradientTransformation,
    GradientTransformationExtraArgs,
    set_to_zero,
    with_extra_args_support,
)
from optax._tree_state import ParamsPlaceholder


def chain(*args: GradientTransformation) -> GradientTransformationExtraArgs:
    """Applies transformations one after the other; its state is the tuple of their states.

    `update` raises ValueError for a state of another length.
    """
    steps = [with_extra_args_support(t) for t in args]

    def init_fn(params: Any) -> Any:
        return tuple(step.init(params) for step in steps)

    def update_fn(updates: Any, state: Any, params: Any = None, **extra_args: Any) -> Any:
        if len(steps) != len(state):
            raise ValueError(
                "The number of updates and states has to be the same in chain! Make sure you have called init first!"
            )
        new_state: list[Any] = []
        for step, part in zip(steps, state, strict=True):
            updates, part = step.update(updates, part, params, **extra_args)
            new_state.append(part)
        return updates, tuple(new_state)

    return GradientTransformationExtraArgs(init_fn, update_fn)


def named_chain(*args: tuple[str, GradientTransformation]) -> GradientTransformationExtraArgs:
    """A chain of pairs of name and transformation; its state is a dict by name.

    ValueError if a name occurs twice.
    """
    names = [name for name, _ in args]
    if len(set(names)) != len(names):
        raise ValueError(f"Named transformations must have unique names, but got {names}")
    steps = {name: with_extra_args_support(t) for name, t in args}

    def init_fn(params: Any) -> Any:
        return OrderedDict((name, step.init(params)) for name, step in steps.items())

    def update_fn(updates: Any, state: Any, params: Any = None, **extra_args: Any) -> Any:
        new_state: OrderedDict[str, Any] = OrderedDict()
        for name, step in steps.items():
            updates, new_state[name] = step.update(updates, state[name], params, **extra_args)
        return updates, new_state

    return GradientTransformationExtraArgs(init_fn, update_fn)


class MaskedState(NamedTuple):
    """The state of the transformation inside `masked`."""

    inner_state: Any


class MaskedNode(NamedTuple):
    """Stands where a mask hides a leaf."""


def masked(
    inner: GradientTransformation, mask: Any, *, mask_compatible_extra_args: bool = False
) -> GradientTransformationExtraArgs:
    """Applies `inner` only where `mask` is True; other updates pass unchanged.

    mask: a tree of bools like the parameters or a prefix of it, or a function of the parameters that
    returns one.
    """
    inner = with_extra_args_support(inner)

    def mask_of(tree: Any) -> Any:
        kinds = [callable(leaf) for leaf in jax.tree.leaves(mask)]
        return mask(tree) if kinds and all(kinds) else mask

    def init_fn(params: Any) -> MaskedState:
        if isinstance(params, ParamsPlaceholder):
            return MaskedState(inner_state=inner.init(params))
        return MaskedState(inner_state=inner.init(_hidden(mask_of(params), params)))

    def update_fn(updates: Any, state: Any, params: Any = None, **extra_args: Any) -> Any:
        chosen = mask_of(updates)
        if mask_compatible_extra_args:
            shape = jax.tree.structure(updates)
            extra_args = {
                name: _hidden(chosen, value) if jax.tree.structure(value) == shape else value
                for name, value in extra_args.items()
            }
        seen = None if params is None else _hidden(chosen, params)
        new, inner_state = inner.update(_hidden(chosen, updates), state.inner_state, seen, **extra_args)
        merged = jax.tree.map(lambda m, n, old: n if m else old, chosen, new, updates)
        return merged, MaskedState(inner_state=inner_state)

    return GradientTransformationExtraArgs(init_fn, update_fn)


def _hidden(mask: Any, tree: Any) -> Any:
    return jax.tree.map(lambda m, part: part if m else MaskedNode(), mask, tree)


class PartitionState(NamedTuple):
    """The states of the transformations of `partition`, by label."""

    inner_states: Mapping[Hashable, Any]


MultiTransformState = PartitionState


def partition(
    transforms: Mapping[Hashable, GradientTransformation],
    param_labels: Any,
    *,
    mask_compatible_extra_args: bool = False,
) -> GradientTransformationExtraArgs:
    """Applies to each parameter the transformation of its label.

    param_labels: a tree of labels like the parameters or a prefix of it, or a function of the
    parameters that returns one. `init` raises ValueError for a label without a transformation.
    """
    steps = {label: with_extra_args_support(t) for label, t in transforms.items()}

    def labels_of(tree: Any) -> Any:
        return param_labels(tree) if callable(param_labels) else param_labels

    def part(label: Hashable, labels: Any) -> GradientTransformationExtraArgs:
        mask = jax.tree.map(lambda own: own == label, labels)
        return masked(steps[label], mask, mask_compatible_extra_args=mask_compatible_extra_args)

    def init_fn(params: Any) -> PartitionState:
        labels = labels_of(params)
        used = set(jax.tree.leaves(labels))
        if not used <= set(steps):
            raise ValueError(
                "Some parameters have no corresponding transformation.\n"
                f"Parameter labels: {sorted(used)} \n"
                f"Transforms keys: {sorted(steps)} \n"  # pyright: ignore[reportArgumentType]
            )
        return PartitionState({label: part(label, labels).init(params) for label in steps})

    def update_fn(updates: Any, state: Any, params: Any = None, **extra_args: Any) -> Any:
        labels = labels_of(updates)
        states: dict[Hashable, Any] = {}
        for label in steps:
            updates, states[label] = part(label, labels).update(
                updates, state.inner_states[label], params, **extra_args
            )
        return updates, PartitionState(states)

    return GradientTransformationExtraArgs(init_fn, update_fn)


multi_transform: Callable[..., GradientTransformationExtraArgs] = partition


def freeze(mask: Any) -> GradientTransformation:
    """Sets the updates to zero where `mask` is True."""
    return masked(set_to_zero(), mask)


def selective_transform(optimizer: GradientTransformation, *, freeze_mask: Any) -> GradientTransformation:
    """Applies `optimizer` where `freeze_mask` is False and freezes the rest."""

    def label_fn(params: Any) -> Any:
        del params
        return jax.tree.map(lambda frozen: "freeze" if frozen else "train", freeze_mask)

    return partition({"train": optimizer, "freeze": set_to_zero()}, label_fn)
