"""Functions of ``jax.lax`` on arrays, by the functions of ``jax.numpy`` and by primitives."""

from __future__ import annotations

import functools
from typing import Any

from .array import Array, as_array, wrap
from .binding import JsException, facade, to_js, translated
from .functions import FUNCTIONS

_NUMPY = FUNCTIONS["jax.numpy"]

# lax's name → jax.numpy's, where both do the same on operands of one dtype.
_SAME = {
    "abs": "abs", "acos": "arccos", "acosh": "arccosh", "add": "add", "asin": "arcsin", "asinh": "arcsinh",
    "atan": "arctan", "atan2": "arctan2", "atanh": "arctanh", "bitwise_and": "bitwise_and",
    "bitwise_not": "bitwise_not", "bitwise_or": "bitwise_or", "bitwise_xor": "bitwise_xor", "cbrt": "cbrt",
    "ceil": "ceil", "cos": "cos", "cosh": "cosh", "div": "divide", "eq": "equal", "exp": "exp", "exp2": "exp2",
    "expand_dims": "expand_dims", "expm1": "expm1", "floor": "floor", "full_like": "full_like",
    "ge": "greater_equal", "gt": "greater", "is_finite": "isfinite", "le": "less_equal", "log": "log",
    "log1p": "log1p", "lt": "less", "max": "maximum", "min": "minimum", "mul": "multiply", "ne": "not_equal",
    "neg": "negative", "nextafter": "nextafter", "pow": "power", "reciprocal": "reciprocal", "rem": "fmod",
    "sign": "sign", "sin": "sin", "sinh": "sinh", "sqrt": "sqrt", "square": "square", "squeeze": "squeeze",
    "sub": "subtract", "tan": "tan", "tanh": "tanh",
}  # fmt: skip

ALIASES: dict[str, Any] = {lax: _NUMPY[name] for lax, name in _SAME.items() if name in _NUMPY}


def dot_general(
    lhs: Any,
    rhs: Any,
    dimension_numbers: Any,
    precision: Any = None,
    preferred_element_type: Any = None,
    *,
    out_sharding: Any = None,
) -> Any:
    """The general dot product: ``((lhs contracting, rhs contracting), (lhs batch, rhs batch))``."""
    x, y = as_array(lhs, "dot_general", 0), as_array(rhs, "dot_general", 1)
    (lhs_contract, rhs_contract), (lhs_batch, rhs_batch) = dimension_numbers
    axes = [to_js([int(i) for i in part]) for part in (lhs_contract, rhs_contract, lhs_batch, rhs_batch)]
    try:
        product = wrap(facade.dotGeneral(x._id, y._id, *axes))
    except JsException as error:
        raise translated(error) from None
    return product if preferred_element_type is None else product.astype(preferred_element_type)


def dot(lhs: Any, rhs: Any, precision: Any = None, preferred_element_type: Any = None) -> Any:
    """The product of vectors and matrices."""
    return _NUMPY["dot"](lhs, rhs)


def select(pred: Any, on_true: Any, on_false: Any) -> Any:
    """Elements of one array where ``pred`` is true, of another one elsewhere."""
    return _NUMPY["where"](pred, on_true, on_false)


def clamp(min: Any, x: Any, max: Any) -> Any:
    """Values kept between two bounds."""
    return _NUMPY["clip"](x, min, max)


def reshape(operand: Any, new_sizes: Any, dimensions: Any = None, *, out_sharding: Any = None) -> Any:
    """The same elements in another shape."""
    return _NUMPY["reshape"](operand, new_sizes)


def transpose(operand: Any, permutation: Any) -> Any:
    """Axes in another order."""
    return _NUMPY["transpose"](operand, tuple(permutation))


def concatenate(operands: Any, dimension: int) -> Any:
    """Joins arrays along an axis."""
    return _NUMPY["concatenate"](list(operands), dimension)


def broadcast(operand: Any, sizes: Any, *, out_sharding: Any = None) -> Any:
    """New axes in front, along which the array is repeated."""
    x = as_array(operand, "broadcast", 0)
    return _NUMPY["broadcast_to"](x, (*sizes, *x.shape))


def broadcast_in_dim(operand: Any, shape: Any, broadcast_dimensions: Any, *, out_sharding: Any = None) -> Any:
    """An array repeated to a shape; its axes become those named."""
    x = as_array(operand, "broadcast_in_dim", 0)
    lengths = [1] * len(shape)
    for axis, n in zip(broadcast_dimensions, x.shape, strict=True):
        lengths[axis] = n
    return _NUMPY["broadcast_to"](x.reshape(tuple(lengths)), tuple(shape))


def convert_element_type(operand: Any, new_dtype: Any) -> Any:
    """The array in another dtype."""
    return as_array(operand, "convert_element_type", 0).astype(new_dtype)


def full(shape: Any, fill_value: Any, dtype: Any = None, *, sharding: Any = None) -> Any:
    """An array of one repeated value."""
    from .creation import full as make

    return make(shape, fill_value, dtype)


def iota(dtype: Any, size: int) -> Any:
    """The numbers from 0 up to but without ``size``."""
    from .creation import arange

    return arange(size, dtype=dtype)


def slice_in_dim(operand: Any, start_index: Any, limit_index: Any, stride: int = 1, axis: int = 0) -> Any:
    """A slice along one axis."""
    x = as_array(operand, "slice_in_dim", 0)
    index = [slice(None)] * x.ndim
    index[axis] = slice(start_index, limit_index, stride)
    return x[tuple(index)]


def integer_pow(x: Any, y: int) -> Any:
    """A whole power."""
    return as_array(x, "integer_pow", 0) ** y


def rev(operand: Any, dimensions: Any) -> Any:
    """Axes read backwards."""
    return _NUMPY["flip"](operand, tuple(dimensions))


_CONVERTING = frozenset("convert_element_type full iota stop_gradient select_n".split())
"""What takes an object that converts itself, such as a Param, as well as an array."""


def strict(function: Any, name: str) -> Any:
    """A function that takes arrays and numbers alone, as JAX's primitives do."""
    if name in _CONVERTING:
        return function

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        for value in (*args, *kwargs.values()):
            _refuse_converting(value)
        return function(*args, **kwargs)

    return call


def _refuse_converting(value: Any) -> None:
    if isinstance(value, (Array, int, float, str)) or value is None:
        return
    if isinstance(value, (list, tuple)):
        for one in value:
            _refuse_converting(one)
    elif hasattr(type(value), "__jax_array__") and not hasattr(type(value), "__array__"):
        raise ValueError(
            "Triggering __jax_array__() during abstractification is no longer supported. To avoid this error, either "
            "explicitly convert your object using jax.numpy.array(), or register your object as a pytree."
        )


OWN: dict[str, Any] = {
    function.__name__: function
    for function in (
        broadcast, broadcast_in_dim, clamp, concatenate, convert_element_type, dot, dot_general, full, integer_pow,
        iota, reshape, rev, select, slice_in_dim, transpose,
    )
}  # fmt: skip
