"""Rules from names of a model's axes to those of a mesh, and Variables laid by them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import jax
from flax.core.meta import get_global_mesh
from jax.sharding import NamedSharding, PartitionSpec, reshard

_rules: list[Any] = [()]


def set_logical_axis_rules(rules: Any) -> None:
    """Sets the rules: pairs of a name and an axis of a mesh."""
    _rules[-1] = rules


def get_logical_axis_rules() -> Any:
    """The rules that hold."""
    return _rules[-1]


@contextmanager
def logical_axis_rules(rules: Any) -> Iterator[None]:
    """For a ``with`` block, these rules hold."""
    _rules.append(rules)
    try:
        yield
    finally:
        _rules.pop()


def composite_rules(rule1: Any, rule2: Any) -> Any:
    """Both sets of rules; ValueError where they disagree."""
    if not rule1 or not rule2:
        return rule1 or rule2 or ()
    rules = dict(rule1)
    for alias, value in rule2:
        if alias in rules and rules[alias] != value:
            raise ValueError(f"Inconsistent logical axis annotations for {alias}: {rules[alias]} vs {value}")
        rules[alias] = value
    return tuple(rules.items())


def from_sharding_rules(sharding: Any, sharding_rules: Any) -> tuple[Any, ...]:
    """Names of axes, replaced as the rules say."""
    rules = dict(sharding_rules)
    return tuple(rules[str(name)] if name and str(name) in rules else name for name in sharding)


def shard_value(value: Any, out_sharding: Any, sharding_rules: Any, mesh: Any) -> Any:
    """A Variable's value laid as its metadata say; ValueError where no mesh is known."""
    if not out_sharding:
        return value
    rules = dict(composite_rules(get_logical_axis_rules(), sharding_rules))
    names = out_sharding.spec if isinstance(out_sharding, NamedSharding) else out_sharding
    spec = PartitionSpec(*[rules.get(name, name) for name in names])
    if isinstance(out_sharding, NamedSharding):
        mesh = out_sharding.mesh
    elif mesh is None:
        mesh = get_global_mesh()
    if mesh is None:
        raise ValueError(
            "An auto mesh context or metadata is required if creating a variable with annotation "
            f"out_sharding={spec!r}. For more guidance, see "
            "https://flax.readthedocs.io/en/latest/flip/4844-var-eager-sharding.html."
        )
    sharding = NamedSharding(mesh, spec)
    if mesh.are_all_axes_explicit:
        return reshard(value, sharding)
    return jax.lax.with_sharding_constraint(value, sharding)
