"""Boxes around Linen's variables that say more of them than their values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jax


class AxisMetadata:
    """Base of the boxes: a value with what is known of its axes."""

    def unbox(self) -> Any:
        """The value alone."""
        raise NotImplementedError

    def replace_boxed(self, val: Any) -> Any:
        """The same box around another value."""
        raise NotImplementedError


def is_axis_metadata(val: Any) -> bool:
    """Whether a value is such a box."""
    return isinstance(val, AxisMetadata)


def map_axis_meta(fn: Callable[[AxisMetadata], Any], tree: Any) -> Any:
    """A tree with a function applied to its boxes."""
    return jax.tree.map(lambda x: fn(x) if is_axis_metadata(x) else x, tree, is_leaf=is_axis_metadata)


def unbox(tree: Any) -> Any:
    """A tree with the values in place of their boxes."""
    return map_axis_meta(lambda box: box.unbox(), tree)
