"""Numbers that must not overflow, divide by zero or lose digits."""

import struct
from typing import Any

import jax.numpy as jnp


def safe_increment(count: Any) -> Any:
    """`count` + 1, or the largest number of its dtype. ValueError if that is neither int nor float."""
    dtype = jnp.asarray(count).dtype
    if jnp.issubdtype(dtype, jnp.integer):
        limit = jnp.iinfo(dtype).max
    elif jnp.issubdtype(dtype, jnp.floating):
        limit = float(jnp.finfo(dtype).max)
    else:
        raise ValueError(
            f"Cannot safely increment count with dtype {dtype}, valid dtypes are subdtypes of "
            '"jnp.integer" or "jnp.floating".'
        )
    top = jnp.array(limit, dtype)
    return jnp.where(count < top, count + jnp.array(1, dtype), top)


safe_int32_increment = safe_increment


def power(base: Any, count: Any) -> Any:
    """`base ** count` in float32, exactly rounded where both are known.

    1 - 0.999**3 cancels three digits: a power that is off in its last one would show in every step.
    """
    try:
        known = float(base), int(count)
    except Exception:  # a value under jit: leave it to the device
        return base ** jnp.asarray(count).astype(jnp.float32)
    (single,) = struct.unpack("f", struct.pack("f", known[0]))
    return jnp.asarray(single ** known[1], jnp.float32)


def safe_norm(x: Any, min_norm: Any, ord: Any = None, axis: Any = None, keepdims: bool = False) -> Any:
    """The norm of `x`, at least `min_norm`, with a gradient that is finite at zero."""
    norm = _norm(x, ord, axis, True)
    x = jnp.where(norm <= min_norm, jnp.ones_like(x), x)
    norm = norm if keepdims else jnp.squeeze(norm, axis=axis)
    return jnp.where(norm <= min_norm, min_norm, _norm(x, ord, axis, keepdims))


def _norm(x: Any, ord: Any, axis: Any, keepdims: bool) -> Any:
    if ord is None or (ord == 2 and isinstance(axis, int)):
        return jnp.sqrt(jnp.sum(x * x, axis=axis, keepdims=keepdims))
    return jnp.linalg.norm(x, ord=ord, axis=axis, keepdims=keepdims)


def safe_root_mean_squares(x: Any, min_rms: Any) -> Any:
    """The root of the mean of squares of `x`, at least `min_rms`."""
    rms = jnp.sqrt(jnp.mean(x * x))
    x = jnp.where(rms <= min_rms, jnp.ones_like(x), x)
    return jnp.where(rms <= min_rms, min_rms, jnp.sqrt(jnp.mean(x * x)))


def check_subdtype(array: Any, kind: Any) -> None:
    """TypeError unless the dtype of `array` is of this kind, such as `jnp.floating`."""
    dtype = jnp.result_type(array)
    if not jnp.issubdtype(dtype, kind):
        raise TypeError(
            "Expected the input to have a dtype that is a subdtype of <class 'numpy."
            f"{kind.__name__}'>, got {dtype} instead"
        )


def check_same_shape(a: Any, b: Any) -> None:
    """ValueError unless both have the same shape."""
    shape_a, shape_b = jnp.shape(a), jnp.shape(b)
    if shape_a != shape_b:
        raise ValueError(f"Shape mismatch: got {shape_a} and {shape_b}.")
