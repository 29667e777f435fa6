"""Record values and gradients of JAX's array functions.

usage: pip install "jax==0.10.2"; python golden/recorders/record_functions.py

Writes golden/recordings/functions.json: for each case the function's full name, its arguments, what it gives, and
for functions of floats the gradient of sum(w * result) in each argument that holds float arrays, where
w repeats 1, 1.25, 1.5 over the elements of each result.
"""

import importlib
import math
import warnings

from recording import write

import jax
import jax.numpy as jnp
import numpy as np

warnings.filterwarnings("ignore")
NP, NN, LAX, LA, RANDOM = "jax.numpy.", "jax.nn.", "jax.lax.", "jax.numpy.linalg.", "jax.random."
SPECIAL = "jax.scipy.special."
CASES = []


def f32(*values):
    return jnp.array(np.array(values, dtype=np.float32))


def i32(*values):
    return jnp.array(np.array(values, dtype=np.int32))


NAN, INF = math.nan, math.inf
A = f32([0.5, -1.25, 2.0], [-0.75, 0.25, 1.5])
B = f32([1.5, 0.5, -2.0], [0.75, -1.0, 3.0])
P = f32([0.5, 1.25, 2.0], [0.75, 0.25, 1.5])
U = f32([0.5, -0.25, 0.875], [-0.75, 0.125, 0.0625])
V = f32(0.5, -1.0, 2.0, 1.25)
W = f32(1.5, 0.25, -0.5, 3.0)
S = f32(0.5, 1.0, 2.0, 3.25)
TIES = f32([1.0, 2.0, 2.0], [0.0, -1.0, 0.0])
NANS = f32([1.0, NAN, 2.0], [NAN, -1.5, 0.5])
LONE = f32([NAN, NAN, NAN], [1.0, 2.0, NAN])
EDGES = f32(0.0, INF, -INF, NAN)
ZEROS = f32(0.0, -0.0, 1.0, -2.5)
HALVES = f32([0.5, 1.5, -0.5], [2.5, -1.5, 0.2])
I = i32([3, -1, 2], [0, 5, -4])
J = i32([2, 3, -3], [1, -2, 4])
K = i32(5, 0, 3, 1)
FLAGS = jnp.array([[True, False, True], [True, True, False]])
OTHER = jnp.array([[True, True, False], [False, True, False]])
M = f32([2.0, -1.0, 0.5], [0.25, 1.5, -0.75], [1.0, 0.5, 3.0])
SPD = f32([4.0, 1.0, 0.5], [1.0, 3.0, -0.25], [0.5, -0.25, 2.0])
R = f32([1.0, -0.5, 2.0], [0.5, 1.5, -1.0], [0.25, 0.75, 1.0])
T3 = jnp.arange(12, dtype=jnp.float32).reshape(2, 3, 2) * 0.25 - 1.0


def case(name, *args, grad=True, **kwargs):
    CASES.append((name, args, kwargs, grad))


def each(prefix, names, *args, **kwargs):
    for name in names.split():
        case(prefix + name, *args, **kwargs)


def encode(value):
    if isinstance(value, (jax.Array, np.ndarray)):
        return {"$": record(value)}
    if isinstance(value, (list, tuple)):
        return [encode(v) for v in value]
    if isinstance(value, float) and not math.isfinite(value):
        return {"number": str(value)}
    if value in (jnp.float32, jnp.int32) if isinstance(value, type) else False:
        return value.__name__
    return value


def record(value):
    n = np.asarray(
        jax.random.key_data(value) if jnp.issubdtype(jnp.asarray(value).dtype, jax.dtypes.prng_key) else value
    )
    flat = n.reshape(-1)
    if n.dtype == np.float32:
        data = [float(v) if np.isfinite(v) else str(v) for v in flat]
    elif n.dtype == np.bool_:
        data = [bool(v) for v in flat]
    else:
        data = [int(v) for v in flat]
    return {"shape": list(n.shape), "dtype": str(n.dtype), "data": data}


def function(name):
    module, _, last = name.rpartition(".")
    return getattr(importlib.import_module(module), last)


def results(f, args, kwargs):
    return [jnp.asarray(leaf) for leaf in jax.tree.leaves(f(*args, **kwargs))]


def floats(tree):
    return any(isinstance(x, jax.Array) and x.dtype == jnp.float32 for x in jax.tree.leaves(tree))


def weighted(values):
    total = 0.0
    for value in values:
        if value.dtype == jnp.float32:
            w = jnp.resize(f32(1.0, 1.25, 1.5), value.size).reshape(value.shape) if value.size else value
            total = total + jnp.sum(jnp.where(jnp.isfinite(value), value, 0) * w)
    return total


def run(name, args, kwargs, grad):
    f = function(name)
    values = results(f, args, kwargs)
    entry = {"f": name, "args": encode(args), "kwargs": encode_keywords(kwargs), "values": [record(v) for v in values]}
    argnums = [i for i, a in enumerate(args) if floats(a)]
    if grad and argnums and any(v.dtype == jnp.float32 for v in values):
        loss = lambda *a: weighted(results(f, a, kwargs))
        # Lists may hold whole numbers, which have no gradient.
        grads = jax.grad(loss, argnums=argnums, allow_int=True)(*args)
        entry["grads"] = [
            {"argnum": i, "leaves": [record(leaf) for leaf in jax.tree.leaves(g)]}
            for i, g in zip(argnums, grads, strict=False)
        ]
    return entry


def encode_keywords(kwargs):
    return {k: encode(v) for k, v in kwargs.items()}


# One float in, one float out.
each(
    NP,
    "exp expm1 exp2 tanh sin cos tan sinh cosh arctan atan arcsinh asinh cbrt square abs absolute negative positive fabs sinc deg2rad rad2deg degrees radians nan_to_num conj conjugate real",
    A,
)
each(NP, "log log1p log2 log10 sqrt reciprocal", P)
each(NP, "arcsin asin arccos acos arctanh atanh", U)
each(NP, "arccosh acosh", f32([1.5, 2.0, 3.0], [1.25, 4.0, 10.0]))
each(NP, "sign floor ceil trunc rint round around", HALVES)
each(
    NP,
    "exp expm1 log log1p sqrt tanh sin arctan arcsinh isnan isfinite isinf isposinf isneginf sign floor nan_to_num square abs reciprocal signbit cbrt log2 log10 exp2 sinh cosh isreal iscomplex",
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
    "add subtract multiply divide true_divide maximum minimum arctan2 atan2 hypot logaddexp logaddexp2 copysign fmax fmin heaviside mod remainder floor_divide fmod divmod",
    A,
    B,
)
each(NP, "add multiply maximum minimum logaddexp hypot arctan2 fmax fmin", TIES, f32([1.0, 2.0, 0.0], [0.0, -1.0, 1.0]))
each(
    NP,
    "add subtract multiply divide maximum minimum floor_divide remainder fmod divmod power pow bitwise_and bitwise_or bitwise_xor left_shift bitwise_left_shift gcd lcm",
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
for name in "sum prod mean max min amax amin var std ptp nansum nanmean nanmax nanmin nanprod nanvar nanstd median nanmedian average".split():
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

# jax.nn.
NNS = "relu relu6 sigmoid tanh softplus silu swish log_sigmoid soft_sign hard_tanh hard_sigmoid hard_silu hard_swish elu celu selu leaky_relu gelu identity sparse_plus sparse_sigmoid mish squareplus softmax log_softmax logsumexp logmeanexp standardize"
each(NN, NNS, A)
each(NN, NNS, f32(0.0, 1.0, -1.0, 6.0))
each(NN, "relu relu6 sigmoid softplus silu log_sigmoid elu selu gelu", f32(30.0, -30.0, 100.0, -100.0))
each(NN, "softmax log_softmax logsumexp standardize logmeanexp", A, axis=0)
each(NN, "softmax log_softmax logsumexp logmeanexp standardize", A, where=FLAGS, grad=False)
each(NN, "logsumexp logmeanexp", A, axis=1, keepdims=True)
case(NN + "logsumexp", EDGES[:3], grad=False)
case(NN + "gelu", A, approximate=False)
case(NN + "elu", A, 0.5)
case(NN + "celu", A, alpha=2.0)
case(NN + "leaky_relu", A, negative_slope=0.2)
case(NN + "squareplus", A, b=1.0)
case(NN + "glu", V)
case(NN + "glu", M[:2, :2], axis=0)
case(NN + "log1mexp", P)
case(NN + "one_hot", i32(0, 2, 5, -1), 3)
case(NN + "one_hot", i32(0, 2), 3, axis=0)
Q4 = f32([[[0.5, -1.0], [0.25, 2.0]], [[1.0, 0.5], [-0.5, 1.5]], [[-1.0, 0.25], [0.75, -0.5]]])
case(NN + "dot_product_attention", Q4[0], Q4[0] * 0.5, Q4[0] + 0.25)
case(NN + "dot_product_attention", Q4[0], Q4[0] * 0.5, Q4[0] + 0.25, is_causal=True)
case(NN + "dot_product_attention", Q4, Q4 * 0.5, Q4 + 0.25, scale=0.5)

# jax.lax.
each(
    LAX,
    "abs atan asinh cbrt ceil cos cosh erf erfc exp exp2 expm1 floor logistic neg sign sin sinh square tan tanh is_finite",
    A,
)
each(LAX, "log log1p rsqrt sqrt reciprocal lgamma digamma", P, grad=False)
each(LAX, "log log1p rsqrt sqrt reciprocal lgamma digamma", P)
each(LAX, "acos asin atanh erf_inv", U)
each(LAX, "erf erfc", f32(0.0, 4.5, -5.0, 2.5))
for order in (0.0, 1.0, 2.0, 5.0):
    case(LAX + "polygamma", jnp.full((4,), order, "float32"), f32(0.5, 1.0, 2.5, 30.0), grad=False)
case(LAX + "polygamma", jnp.ones(4), f32(-1.5, -0.25, 0.0, -2.0), grad=False)
case(LAX + "zeta", f32(2.0, 3.0, 1.5, 1.0, 0.5), f32(1.0, 0.5, 4.0, 2.0, 2.0), grad=False)
case(LAX + "zeta", f32(2.0, 3.0, 2.5, 2.0), f32(-1.5, -0.5, -0.5, -1.0), grad=False)
case(LAX + "lgamma", f32(-0.5, 12.5, 1.0, 100.0), grad=False)
case(LAX + "acosh", f32(1.5, 2.0, 5.0, 1.25))
each(LAX, "add sub mul div max min atan2 rem eq ne lt le gt ge", A, B)
case(LAX + "pow", P, B)
each(LAX, "add sub mul div max min rem bitwise_and bitwise_or bitwise_xor", I, J)
case(LAX + "bitwise_not", I)
case(LAX + "integer_pow", A, 3)
case(LAX + "clamp", -0.5, A, 1.0)
each(LAX, "reduce_sum reduce_max reduce_min reduce_prod", A, (1,))
each(LAX, "reduce_and reduce_or", FLAGS, (0,))
each(LAX, "cumsum cumprod cummax cummin cumlogsumexp", V)
each(LAX, "cumsum cumprod cummax cummin cumlogsumexp", A, 1, True)
case(LAX + "dot_general", T3, T3, (((2,), (2,)), ((0,), (0,))))
case(LAX + "dot", M, R)
case(LAX + "convert_element_type", A, "int32")
case(LAX + "broadcast", V, (2,))
case(LAX + "broadcast_in_dim", f32(1.0, 2.0), (2, 3), (0,))
case(LAX + "broadcasted_iota", "int32", (2, 3), 1)
case(LAX + "iota", "float32", 4)
case(LAX + "full", (2, 3), 1.5)
case(LAX + "collapse", T3, 1)
case(LAX + "concatenate", [A, B], 0)
case(LAX + "expand_dims", A, (0, 3))
case(LAX + "squeeze", T3[:1], (0,))
case(LAX + "reshape", A, (3, 2))
case(LAX + "transpose", T3, (2, 0, 1))
case(LAX + "rev", T3, (0, 2))
case(LAX + "select", FLAGS, A, B)
case(LAX + "slice", A, (0, 1), (2, 3))
case(LAX + "slice", V, (0,), (4,), (2,))
case(LAX + "slice_in_dim", A, 1, None, 1, 1)
case(LAX + "stop_gradient", A)
for start in (-1, 1, 7):
    case(LAX + "dynamic_slice", A, (i32(0)[0], i32(start)[0]), (1, 2))
    case(LAX + "dynamic_slice_in_dim", V, i32(start)[0], 2)
    case(LAX + "dynamic_index_in_dim", A, i32(start)[0], 1, keepdims=False)
    case(LAX + "dynamic_update_slice", A, f32([7.0, 8.0]), (i32(start)[0], i32(start)[0]))
case(LAX + "sort", TIES)
case(LAX + "top_k", A, 2)
case(LAX + "top_k", TIES, 2)


def main():
    cases = [run(*each_case) for each_case in CASES]
    write("functions", cases=cases)


if __name__ == "__main__":
    main()
