"""Initialisers: each gives a function of ``(key, shape, dtype)``."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from .array import as_array, wrap
from .binding import JsException, facade, to_js, translated
from .creation import shape_argument
from .dtypes import requested

Init = Callable[..., Any]


def _dtype_name(dtype: Any) -> str:
    return requested(dtype, "initializer").name


def _shape(shape: Any) -> Any:
    return to_js(list(shape_argument(shape)))


def _axes(axes: Any) -> Any:
    return axes if isinstance(axes, int) else to_js(list(axes))


def variance_scaling(
    scale: Any,
    mode: str,
    distribution: str,
    in_axis: Any = -2,
    out_axis: Any = -1,
    batch_axis: Any = (),
    dtype: Any = None,
) -> Init:
    """Weights of variance ``scale / fan``, where fan counts inputs, outputs or their mean."""
    default = "float32" if dtype is None else dtype
    number = float(scale)

    def init(key: Any, shape: Any, dtype: Any = default, out_sharding: Any = None) -> Any:
        x = as_array(key, "init", 0)
        places = (_axes(in_axis), _axes(out_axis), _axes(batch_axis))
        try:
            return wrap(
                facade.scaledWeights(x._id, _shape(shape), _dtype_name(dtype), number, mode, distribution, *places)
            )
        except JsException as error:
            raise translated(error) from None

    return init


def scaled(name: str, scale: float, mode: str, distribution: str) -> Callable[..., Init]:
    """A named case of :func:`variance_scaling`."""

    def make(in_axis: Any = -2, out_axis: Any = -1, batch_axis: Any = (), dtype: Any = None) -> Init:
        return variance_scaling(scale, mode, distribution, in_axis, out_axis, batch_axis, dtype)

    make.__name__ = make.__qualname__ = name
    make.__doc__ = f"Weights of variance {scale:g} / {mode}, drawn from {distribution}."
    return make


def _drawn(distribution: str, scale: Any, default: Any, lower: float, upper: float) -> Init:
    number = float(scale)
    default = "float32" if default is None else default

    def init(key: Any, shape: Any, dtype: Any = default, out_sharding: Any = None) -> Any:
        x = as_array(key, "init", 0)
        try:
            return wrap(
                facade.drawnWeights(x._id, _shape(shape), _dtype_name(dtype), distribution, number, lower, upper)
            )
        except JsException as error:
            raise translated(error) from None

    return init


def normal(stddev: Any = 1e-2, dtype: Any = None) -> Init:
    """Normal weights of a standard deviation."""
    return _drawn("normal", stddev, dtype, 0.0, 0.0)


def uniform(scale: Any = 1e-2, dtype: Any = None) -> Init:
    """Uniform weights in [0, scale)."""
    return _drawn("uniform", scale, dtype, 0.0, 0.0)


def truncated_normal(stddev: Any = 1e-2, dtype: Any = None, lower: Any = -2.0, upper: Any = 2.0) -> Init:
    """Normal weights cut off at ``lower`` and ``upper`` standard deviations, not corrected for the cut."""
    return _drawn("truncated_normal", stddev, dtype, float(lower), float(upper))


def orthogonal(scale: Any = 1.0, column_axis: int = -1, dtype: Any = None) -> Init:
    """Weights with orthonormal columns along ``column_axis`` (rows where there are fewer), times ``scale``.

    ValueError for fewer than two axes.
    """
    default = "float32" if dtype is None else dtype

    def init(key: Any, shape: Any, dtype: Any = default, out_sharding: Any = None) -> Any:
        from .. import numpy as jnp
        from .. import random

        if len(shape) < 2:
            raise ValueError("orthogonal initializer requires at least a 2D shape")
        if 0 in shape:
            return jnp.zeros(shape, dtype=dtype)
        axis = range(len(shape))[column_axis]
        columns = shape[axis]
        rows = (*shape[:axis], *shape[axis + 1 :])
        flat = random.orthogonal(key, math.prod(rows), (), dtype, columns)
        return jnp.array(scale, dtype) * jnp.moveaxis(flat.reshape(*rows, columns), -1, axis)

    return init


def delta_orthogonal(scale: Any = 1.0, column_axis: int = -1, dtype: Any = None) -> Init:
    """Weights of a convolution that are zero but for the kernel's middle, which is orthogonal.

    ValueError for shapes of other than 3, 4 or 5 axes, and for more inputs than outputs.
    """
    middle = orthogonal(scale, column_axis, dtype)
    default = "float32" if dtype is None else dtype

    def init(key: Any, shape: Any, dtype: Any = default, out_sharding: Any = None) -> Any:
        from .. import numpy as jnp

        if len(shape) not in (3, 4, 5):
            raise ValueError("Delta orthogonal initializer requires a 3D, 4D or 5D shape.")
        if shape[-1] < shape[-2]:
            raise ValueError("`fan_in` must be less or equal than `fan_out`. ")
        place = tuple((length - 1) // 2 for length in shape[:-2])
        return jnp.zeros(shape, dtype=dtype).at[place].set(middle(key, shape[-2:], dtype))

    return init


def constant(value: Any, dtype: Any = None) -> Init:
    """Weights that all are ``value``."""
    default = "float32" if dtype is None else dtype

    def init(key: Any, shape: Any, dtype: Any = default, out_sharding: Any = None) -> Any:
        return _full(shape, value, dtype)

    return init


def _full(shape: Any, value: Any, dtype: Any) -> Any:
    from .. import numpy as jnp

    return jnp.full(shape, value, dtype=dtype)


def zeros(key: Any, shape: Any, dtype: Any = None, out_sharding: Any = None) -> Any:
    """All zeros; itself an initialiser. The key is not looked at."""
    return _full(shape, 0, "float32" if dtype is None else dtype)


def ones(key: Any, shape: Any, dtype: Any = None, out_sharding: Any = None) -> Any:
    """All ones; itself an initialiser. The key is not looked at."""
    return _full(shape, 1, "float32" if dtype is None else dtype)
