"""Records values and gradients of jax.numpy's, jax.random's and jax.scipy.special's functions."""

from function_calls import (
    CASES,
    EDGES,
    FLAGS,
    HALVES,
    LONE,
    NANS,
    NP,
    OTHER,
    SPD,
    T3,
    TIES,
    ZEROS,
    A,
    B,
    I,
    J,
    K,
    M,
    P,
    R,
    S,
    U,
    V,
    W,
    case,
    each,
    f32,
    i32,
    run,
)
from recording import write

import jax.numpy as jnp

# One float in, one float out.
each(
    NP,
    "exp expm1 exp2 tanh sin cos tan sinh cosh arctan atan arcsinh asinh cbrt square abs absolute "
    "negative positive fabs sinc deg2rad rad2deg degrees radians nan_to_num conj conjugate real",
    A,
)
each(NP, "i0", ZEROS)
each(NP, "i0", f32(0.5, -3.5, 4.5, 19.0, 21.0, -60.0))
each(NP, "i0", EDGES, grad=False)
each(NP, "log log1p log2 log10 sqrt reciprocal", P)
each(NP, "arcsin asin arccos acos arctanh atanh", U)
each(NP, "arccosh acosh", f32([1.5, 2.0, 3.0], [1.25, 4.0, 10.0]))
each(NP, "sign floor ceil trunc rint round around", HALVES)
each(
    NP,
    "exp expm1 log log1p sqrt tanh sin arctan arcsinh isnan isfinite isinf isposinf isneginf sign floor "
    "nan_to_num square abs reciprocal signbit cbrt log2 log10 exp2 sinh cosh isreal iscomplex",
    EDGES,
    grad=False,
)
each(NP, "sqrt cbrt arcsin arccosh arctanh log reciprocal log1p", ZEROS, grad=False)
each(NP, "sinc abs sign signbit sqrt square tanh arcsinh exp2", ZEROS)
each(NP, "logical_not invert bitwise_not bitwise_invert abs sign square negative floor positive", I)
each(NP, "logical_not invert", FLAGS)
each(NP, "sin exp sqrt arctan mean var std rint fabs exp2", I)
case(NP + "round", A, 1)
case(NP + "round", f32(123.456, -0.055, 2.675, 1e6), decimals=2)
case(NP + "nan_to_num", EDGES, nan=7.0, posinf=1.0, neginf=-1.0)
case(NP + "modf", A)
case(NP + "isscalar", 2.0)
case(NP + "isrealobj", A)
case(NP + "iscomplexobj", A)

# Two operands.
each(
    NP,
    "add subtract multiply divide true_divide maximum minimum arctan2 atan2 hypot logaddexp logaddexp2 "
    "copysign fmax fmin heaviside mod remainder floor_divide fmod divmod",
    A,
    B,
)
each(NP, "add multiply maximum minimum logaddexp hypot arctan2 fmax fmin", TIES, f32([1.0, 2.0, 0.0], [0.0, -1.0, 1.0]))
each(
    NP,
    "add subtract multiply divide maximum minimum floor_divide remainder fmod divmod power pow "
    "bitwise_and bitwise_or bitwise_xor left_shift bitwise_left_shift gcd lcm",
    I,
    jnp.abs(J),
)
each(NP, "floor_divide remainder fmod", I, J)
each(NP, "floor_divide remainder mod fmod divmod", i32(7, -7, 0, 5), i32(0, 0, 0, 2))
each(NP, "right_shift bitwise_right_shift", I, jnp.abs(J))
each(NP, "equal not_equal less less_equal greater greater_equal logical_and logical_or logical_xor", TIES, B)
each(NP, "bitwise_and bitwise_or bitwise_xor logical_xor add multiply", FLAGS, OTHER)
each(NP, "power pow float_power", P, B)
case(NP + "power", P, 2.5)
case(NP + "float_power", P, 3.0)
each(NP, "maximum minimum fmax fmin heaviside logaddexp hypot copysign", EDGES, W, grad=False)
each(NP, "floor_divide remainder", f32(7.5, -7.5, 7.5, -7.5), f32(2.0, 2.0, -2.0, -2.5))
case(NP + "add", A, f32(1.0, 2.0, 3.0))
case(NP + "clip", A, -0.5, 1.0)
case(NP + "clip", TIES, 0.0, 2.0)
case(NP + "where", FLAGS, A, B)
each(NP, "isclose allclose", A, A + 1e-7)
case(NP + "isclose", EDGES, EDGES)
case(NP + "isclose", EDGES, EDGES, equal_nan=True)
case(NP + "isclose", I, J)
case(NP + "allclose", A, B, rtol=0.5, atol=3.0)
each(NP, "array_equal array_equiv", A, A)
each(NP, "array_equal array_equiv", A, B)
case(NP + "array_equal", NANS, NANS, equal_nan=True)
case(NP + "array_equiv", f32(1.0, 1.0), f32([1.0], [1.0]))

# Reductions.
for name in (
    "sum prod mean max min amax amin var std ptp nansum nanmean nanmax nanmin nanprod nanvar nanstd "
    "median nanmedian average"
).split():
    case(NP + name, A)
    case(NP + name, A, axis=1)
    case(NP + name, A, axis=(0, 1), keepdims=True)
each(NP, "max min amax amin sum prod median ptp", TIES, axis=1)
each(NP, "any all", FLAGS)
each(NP, "any all count_nonzero", FLAGS, axis=0, keepdims=True)
each(NP, "any all", FLAGS, where=OTHER, axis=0)
each(NP, "sum prod mean var std", A, where=FLAGS)
each(NP, "sum prod mean var std", A, axis=1, where=FLAGS)
each(NP, "sum prod max min", A, initial=1.5)
each(NP, "max min", A, axis=0, initial=0.5, where=FLAGS)
each(NP, "sum prod mean", I)
each(NP, "sum prod mean count_nonzero max min", FLAGS.astype(jnp.int32))
each(NP, "sum prod count_nonzero", FLAGS)
each(NP, "sum mean", I, dtype=jnp.float32)
each(NP, "var std", A, axis=0, ddof=1)
case(NP + "var", A, correction=1)
each(NP, "argmax argmin", TIES)
each(NP, "argmax argmin nanargmax nanargmin", A, axis=1)
each(NP, "argmax argmin", A, axis=0, keepdims=True)
each(NP, "nansum nanprod nanmean nanmax nanmin nanvar nanstd nanmedian nancumsum nancumprod", NANS)
each(NP, "nansum nanprod nanmean nanmax nanmin nanvar nanstd nanmedian nanargmax nanargmin", NANS, axis=1)
each(NP, "nansum nanmean nanmax nanmedian nanargmax nanstd", LONE, axis=1, grad=False)
each(NP, "sum mean max min argmax argmin median std", NANS, grad=False)
case(NP + "average", A, axis=1, weights=f32(1.0, 2.0, 0.5))
case(NP + "average", A, weights=P)
case(NP + "average", A, axis=0, returned=True)
for q in (25.0, 50.0, 90.0):
    case(NP + "percentile", A, q)
for method in "linear lower higher midpoint nearest".split():
    case(NP + "quantile", A, 0.3, axis=1, method=method)
case(NP + "quantile", A, f32(0.25, 0.75), axis=0)
each(NP, "nanquantile quantile", NANS, 0.6, axis=1, grad=False)
case(NP + "nanpercentile", NANS, 60.0)
case(NP + "percentile", A, f32(10.0, 50.0), keepdims=True)

# Running and neighbouring values.
for name in "cumsum cumprod nancumsum nancumprod".split():
    case(NP + name, A)
    case(NP + name, A, axis=0)
    case(NP + name, A, axis=1)
case(NP + "cumprod", ZEROS)
each(NP, "cumsum cumprod", I, axis=1)
case(NP + "cumsum", FLAGS)
each(NP, "cumulative_sum cumulative_prod", A, axis=1)
each(NP, "cumulative_sum cumulative_prod", V, include_initial=True)
case(NP + "diff", A)
case(NP + "diff", V, n=2)
case(NP + "diff", A, axis=0, prepend=0.5, append=1.0)
case(NP + "diff", FLAGS)
case(NP + "ediff1d", A, to_begin=f32(9.0), to_end=f32(1.0, 2.0))
case(NP + "gradient", A, axis=1)
case(NP + "gradient", A)
case(NP + "gradient", V, 0.5)
case(NP + "gradient", V, S)
case(NP + "trapezoid", A)
case(NP + "trapezoid", V, S)
case(NP + "trapezoid", A, dx=0.5, axis=0)

# Order.
each(NP, "sort argsort", A)
each(NP, "sort argsort", A, axis=0, descending=True)
each(NP, "sort argsort", TIES, axis=1)
each(NP, "sort argsort", TIES, axis=1, descending=True)
each(NP, "sort argsort", A, axis=None)
each(NP, "sort argsort", I)
each(NP, "sort argsort", EDGES, grad=False)
case(NP + "lexsort", (V, f32(1.0, 0.0, 1.0, 0.0)))
case(NP + "partition", S, 2)
case(NP + "argpartition", S, 2)
for side in ("left", "right"):
    case(NP + "searchsorted", S, f32([0.0, 1.0], [2.5, 9.0]), side=side)
case(NP + "searchsorted", K, 2, sorter=jnp.argsort(K))
case(NP + "digitize", A, f32(-1.0, 0.25, 1.0))
case(NP + "digitize", A, f32(1.0, 0.25, -1.0), right=True)
case(NP + "bincount", K)
case(NP + "bincount", K, weights=V, minlength=8)
case(NP + "bincount", K, length=4)
case(NP + "histogram", A, bins=4)
case(NP + "histogram", A, bins=f32(-2.0, 0.0, 1.0, 2.0), density=True, grad=False)
case(NP + "histogram", A, bins=3, range=(-1.0, 1.0), weights=P, grad=False)
case(NP + "histogram_bin_edges", A, bins=4)

# Shapes.
case(NP + "split", A, 3, axis=1)
case(NP + "split", V, [1, 3])
case(NP + "array_split", V, 3)
case(NP + "hsplit", A, [1])
case(NP + "vsplit", A, 2)
case(NP + "dsplit", T3, 2)
case(NP + "unstack", A, axis=1)
for reps in (2, (2, 1), (2, 1, 2)):
    case(NP + "tile", A, reps)
case(NP + "repeat", A, 2)
case(NP + "repeat", A, 2, axis=1)
case(NP + "repeat", V, i32(1, 0, 2, 1))
case(NP + "repeat", V, i32(1, 0, 2, 1), total_repeat_length=6)
case(NP + "roll", A, 1)
case(NP + "roll", A, -1, axis=1)
case(NP + "roll", A, (1, 2), axis=(0, 1))
for k in (1, 2, 3):
    case(NP + "rot90", A, k)
case(NP + "rot90", T3, 1, axes=(1, 2))
each(NP, "flip fliplr flipud", A)
case(NP + "flip", A, axis=1)
each(NP, "atleast_1d atleast_2d atleast_3d", 2.0)
each(NP, "atleast_1d atleast_2d atleast_3d", V)
each(NP, "atleast_1d atleast_2d atleast_3d", A, V)
each(NP, "concatenate stack hstack vstack dstack column_stack concat", [A, B])
each(NP, "hstack vstack dstack column_stack stack", [V, W])
each(NP, "concatenate concat stack", [A, B], axis=1)
case(NP + "block", [[A, B], [B, A]])
case(NP + "block", [[V, W]])
case(NP + "append", A, B)
case(NP + "append", A, B, axis=0)
case(NP + "rollaxis", T3, 2)
case(NP + "rollaxis", T3, 0, 3)
case(NP + "permute_dims", T3, (2, 0, 1))
case(NP + "vander", V)
case(NP + "vander", V, 3, increasing=True)
case(NP + "resize", A, (3, 3))
case(NP + "resize", A, (2, 2))
case(NP + "broadcast_arrays", A, f32(1.0, 2.0, 3.0))
case(NP + "broadcast_to", f32(1.0, 2.0, 3.0), (2, 3))
case(NP + "reshape", A, (3, -1))
case(NP + "ravel", A)
case(NP + "transpose", T3, (1, 2, 0))
case(NP + "swapaxes", T3, 0, 2)
case(NP + "moveaxis", T3, 0, -1)
case(NP + "squeeze", f32([[0.5], [1.5]]))
case(NP + "expand_dims", A, 1)
for mode in "edge reflect symmetric wrap maximum minimum mean linear_ramp median".split():
    case(NP + "pad", V, (2, 3), mode=mode)
    case(NP + "pad", A, ((1, 0), (2, 1)), mode=mode)
case(NP + "pad", A, 1)
case(NP + "pad", A, ((1, 0), (0, 2)), constant_values=1.5)
case(NP + "pad", V, (1, 2), mode="constant", constant_values=(7.0, 8.0))
case(NP + "pad", V, (6, 5), mode="reflect")
case(NP + "pad", V, (2, 1), mode="linear_ramp", end_values=(5.0, -1.0))
case(NP + "pad", V, (2, 1), mode="mean", stat_length=2)

# Products.
each(NP, "dot inner vdot outer kron vecdot", V, W)
case(NP + "tensordot", V, W, axes=1)
case(NP + "tensordot", A, B)
case(NP + "tensordot", A, B, axes=([1], [1]))
each(NP, "matmul dot kron", M, R)
each(NP, "vdot kron vecdot inner", A, B)
case(NP + "vecdot", A, B, axis=0)
case(NP + "matvec", M, f32(1.0, 2.0, -1.0))
case(NP + "vecmat", f32(1.0, 2.0, -1.0), M)
case(NP + "matrix_transpose", T3)
case(NP + "cross", A, B)
case(NP + "cross", f32(1.0, 2.0), f32(3.0, -1.0))
case(NP + "cross", M, R, axis=0)
for text in ("ij,ij->ij", "ij,kj->ik", "ij,ij", "ij,kj", "ij->ji", "ij->", "ij->j", "ba"):
    operands = (A, B) if "," in text else (A,)
    case(NP + "einsum", text, *operands)
case(NP + "einsum", "ii->i", M)
case(NP + "einsum", "ii", M)
case(NP + "einsum", "ij,jk,kl->il", M, R, SPD)
case(NP + "einsum", "i,j->ij", V, W)
case(NP + "einsum", "...ij,jk->...ik", T3, f32([1.0, -1.0], [0.5, 2.0]))
case(NP + "einsum", "b...,b...->...", T3, T3 * 2)
case(NP + "einsum", "ij,i,j->", A, f32(1.0, 2.0), f32(0.5, -1.0, 2.0))
for mode in ("full", "same", "valid"):
    case(NP + "convolve", V, f32(1.0, -0.5, 0.25), mode=mode)
    case(NP + "correlate", V, f32(1.0, -0.5, 0.25), mode=mode)
    case(NP + "correlate", f32(1.0, -0.5), V, mode=mode)
    case(NP + "convolve", f32(1.0, -0.5), V, mode=mode)
case(NP + "polyval", f32(1.0, -2.0, 0.5), A)
case(NP + "interp", f32([0.0, 0.75, 1.5], [2.5, 3.25, 9.0]), S, V)
case(NP + "interp", f32([0.0, 0.75, 1.5], [2.5, 3.25, 9.0]), S, V, left=-7.0, right=7.0)

if __name__ == "__main__":
    write("numpy_functions", cases=[run(*each_case) for each_case in CASES])
