"""Records values and derivatives where good guesses are wrong: at zeros, ties, bounds and infinities."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from function_calls import INF, LAX, NAN, NN, NP, encode, function
from recording import write

import jax
import jax.numpy as jnp
import numpy as np

SPECIAL, OPTAX = "jax.scipy.special.", "optax."
MAGNITUDES = [1e5, 5e5, 1e6, 1e7, 1e9, 19.9e9, 1e11, 1e13, 1e15, 1e20]
POINTS = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 3.0, -3.0, 6.0, 20.0, -20.0, 100.0, -100.0, 1e-3, -1e-3]
POINTS += [INF, -INF, NAN, 1e-40, -1e-40, 1e-20, -1e-20, *MAGNITUDES, -5e5, -1e9, -1e15, -1e20]
OPERANDS = [0.0, -0.0, 1.0, -1.0, 0.5, 2.0, -3.0, INF, -INF, NAN, 1e-40, 1e20]
PAIRS = [list(side) for side in zip(*itertools.product(OPERANDS, OPERANDS), strict=True)]
# Where XLA's own formula gives nothing sensible for denormals, or both sides are rounding alone near 0.
NORMAL = [x for x in POINTS if x == 0 or not abs(x) < 1e-30]
COARSE = [x for x in NORMAL if abs(x) != 1e-3]
NORMAL_PAIRS = [list(side) for side in zip(*itertools.product(*[[x for x in OPERANDS if x != 1e-40]] * 2), strict=True)]
SMALL_PAIRS = [list(side) for side in zip(*itertools.product(*[[x for x in OPERANDS if x != 1e20]] * 2), strict=True)]
CASES: list[dict[str, Any]] = []


def numbers(value: Any) -> list[Any]:
    """Float32 as exact doubles, with text for what JSON lacks."""
    return [float(v) if np.isfinite(v) else str(v) for v in np.asarray(value, dtype=np.float32).reshape(-1)]


def plain(value: Any) -> Any:
    """A number as it is recorded: one that JSON does not tell from a whole number stands as text."""
    whole = isinstance(value, float) and value.is_integer()
    return {"number": str(value)} if whole else encode(value)


def total(f: Callable[..., Any]) -> Callable[..., Any]:
    """The sum of what a function gives, as it is differentiated: each element counts once."""
    return lambda *args: jnp.sum(f(*args))


def derivatives(f: Callable[..., Any], args: list[Any]) -> dict[str, Any]:
    """Value, forward tangent along ones, gradients in each argument, and gradients of each gradient's sum."""
    at = range(len(args))
    first = [jax.grad(total(f), argnums=i) for i in at]
    ones = tuple(jnp.ones_like(x) for x in args)
    return {
        "value": numbers(f(*args)),
        "tangent": numbers(jax.jvp(f, tuple(args), ones)[1]),
        "first": [numbers(g(*args)) for g in first],
        "second": [[numbers(jax.grad(total(g), argnums=j)(*args)) for j in at] for g in first],
    }


def case(name: str, *args: Any, **kwargs: Any) -> None:
    """Adds a call; lists of numbers are arrays in which derivatives are taken."""
    f = function(name)
    places = [i for i, a in enumerate(args) if isinstance(a, list)]

    def call(*moved: Any) -> Any:
        given = list(args)
        for place, value in zip(places, moved, strict=True):
            given[place] = value
        return f(*given, **kwargs)

    arrays = [jnp.array(np.array(args[i], dtype=np.float32)) for i in places]
    encoded: list[Any] = [
        {"array": list(np.shape(a)), "data": numbers(a)} if isinstance(a, list) else plain(a) for a in args
    ]
    CASES.append({"f": name, "args": encoded, "kwargs": kwargs, **derivatives(call, arrays)})


def each(prefix: str, names: str, *args: Any, **kwargs: Any) -> None:
    """Adds the same call of several functions."""
    for name in names.split():
        case(prefix + name, *args, **kwargs)


# Functions of one number.
each(
    LAX,
    "neg exp expm1 log log1p sqrt rsqrt tanh logistic sin cos tan abs sign floor ceil round erf exp2 sinh cosh "
    "asin acos atan asinh acosh atanh erfc erf_inv lgamma digamma square reciprocal",
    POINTS,
)
each(LAX, "cbrt", NORMAL)
for power in (0, 1, 2, 3, -1, -2):
    case(LAX + "integer_pow", POINTS, power)
each(
    NP,
    "abs sign positive negative reciprocal log2 log10 exp2 deg2rad rad2deg nan_to_num fabs trunc rint floor "
    "arcsinh arctanh arccosh tanh square sqrt",
    POINTS,
)
each(NP, "cbrt", NORMAL)
each(NP, "sinc", COARSE)
each(
    NN,
    "relu relu6 sigmoid softplus silu elu celu selu leaky_relu hard_tanh hard_sigmoid hard_silu log_sigmoid mish "
    "soft_sign sparse_plus sparse_sigmoid squareplus log1mexp",
    POINTS,
)
case(NN + "gelu", POINTS, approximate=True)
case(NN + "gelu", POINTS, approximate=False)
each(SPECIAL, "i0 i0e i1 i1e", [0.0, -0.0, 0.5, -2.0, 5.0, 19.0, -30.0])
each(SPECIAL, "expit logit erf erfc erfinv gammaln digamma entr ndtr log_ndtr", POINTS)
each(OPTAX, "log_cosh huber_loss squared_error l2_loss", POINTS)

# Functions of two numbers, one of them plain.
for power in (0.0, 1.0, 2.0, 3.0, -1.0, 0, 1, 2, 3, -1, -2):
    case(NP + "power", POINTS, power)
for power in (0.5, -0.5):
    case(NP + "power", NORMAL, power)
for base in (0.0, 1.0, 2.0, 0.5):
    case(NP + "power", base, POINTS)
case(NP + "clip", POINTS, -1.0, 1.0)
case(LAX + "clamp", -1.0, POINTS, 1.0)
case(LAX + "clamp", 0.0, POINTS, 0.0)
case(NP + "clip", POINTS, 1.0, 1.0)
for divisor in (3.0, 10.0, 0.0, 1e-40, INF):
    case(NP + "divide", POINTS, divisor)
each(NP, "remainder fmod floor_divide", POINTS, 1.0)
each(NP, "maximum minimum fmax fmin", POINTS, 0.0)
each(NP, "logaddexp", POINTS, 0.0)

# Functions of two numbers.
each(LAX, "add sub mul div max min rem", *PAIRS)
each(LAX, "pow atan2", *NORMAL_PAIRS)
each(
    NP,
    "divide maximum minimum fmax fmin hypot logaddexp logaddexp2 remainder fmod floor_divide copysign",
    *PAIRS,
)
each(NP, "power float_power arctan2", *NORMAL_PAIRS)
each(SPECIAL, "xlogy xlog1py rel_entr kl_div", *PAIRS)
each(OPTAX, "huber_loss squared_error log_cosh hinge_loss", *PAIRS)
each(OPTAX, "sigmoid_binary_cross_entropy", *SMALL_PAIRS)
case(LAX + "clamp", [-1.0, -1.0, 0.0, 1.0, 0.0, NAN], [-1.0, 0.0, 0.0, 0.0, NAN, 0.0], [1.0, 0.0, 0.0, -1.0, 1.0, 1.0])
case(NP + "clip", [-1.0, 0.0, 0.0, 0.0, NAN, 0.0], [-1.0, -1.0, 0.0, 1.0, 0.0, NAN], [1.0, 0.0, 0.0, -1.0, 1.0, 1.0])

# Functions of many numbers, at ties and zeros.
VECTORS = (
    [1.0, 2.0, 2.0, -1.0],
    [0.0, 0.0, 0.0, 0.0],
    [0.0, -0.0, -1.0, -0.0],
    [0.0, 2.0, 0.0, 3.0],
    [0.0, 2.0, 4.0, 3.0],
    [1.0, -INF, 2.0, -INF],
    [-INF, -INF, -INF, -INF],
    [INF, 1.0, INF, 0.0],
    [1.0, NAN, 2.0, 2.0],
    [0.5, -1e30, -1e30, 1.0],
    [1e20, 1e20, -1e20, 1.0],
    [1e-20, 1e-20, 2e-20, 0.0],
)
for vector in VECTORS:
    each(
        NP,
        "sum mean prod max min ptp var std median cumsum sort nanmax nanmin nansum nanmean nanprod nanvar nanstd",
        vector,
    )
    # 1e20 · 1e20 - inf is finite where it is one rounding, as in a fused step.
    if vector[0] != 1e20:
        case(NP + "cumprod", vector)
    each(NP + "linalg.", "norm", vector)
    for order in (1, 3):
        case(NP + "linalg.norm", vector, ord=order)
    each(NN, "softmax log_softmax logsumexp standardize glu", vector)
    each(LAX, "cummax cummin cumlogsumexp cumprod", vector)

write("edge_values", cases=CASES)
