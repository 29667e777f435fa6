"""NumPy's elementwise functions on numbers of Python, which hold 64 bits."""

from __future__ import annotations

import math
import operator
import warnings
from collections.abc import Callable
from typing import Any

from ._kinds import as_float, held, is_float
from ._ndarray import ndarray, number_or_array
from ._promotion import Operand, common
from ._shapes import broadcast, spread

_INF = math.inf
_NAN = math.nan


def warn(what: str, name: str) -> None:
    """NumPy's warning about a result that is no finite number."""
    warnings.warn(f"{what} encountered in {name}", RuntimeWarning, skip_file_prefixes=("/lib/",))


def _quotient(a: Any, b: Any) -> float:
    if b:
        return float(a / b)
    if a != a or a == 0:
        return _NAN
    return math.copysign(_INF, a) * math.copysign(1.0, b)


def _floored(a: Any, b: Any) -> Any:
    if b:
        if isinstance(a, float) and math.isinf(a):
            return _NAN
        return a // b
    return _quotient(a, b) if isinstance(a, float) or isinstance(b, float) else 0


def _modulo(a: Any, b: Any) -> Any:
    if b:
        return _NAN if isinstance(a, float) and math.isinf(a) else a % b
    return _NAN if isinstance(a, float) or isinstance(b, float) else 0


def _power(a: Any, b: Any) -> Any:
    if isinstance(a, int) and isinstance(b, int):
        return a**b
    try:
        found = math.pow(a, b)
    except OverflowError:
        return -_INF if a < 0 and b % 2 == 1 else _INF
    except ValueError:
        if a == 0:
            return math.copysign(_INF, a) if b % 2 == 1 else _INF
        return _NAN
    return found


def _larger(a: Any, b: Any) -> Any:
    return a if a >= b or a != a else b


def _smaller(a: Any, b: Any) -> Any:
    return a if a <= b or a != a else b


def _safe(function: Callable[[float], float], at: dict[float, float] | None = None) -> Callable[[Any], float]:
    """A function of ``math`` with the infinities that it raises errors for."""

    def compute(x: Any) -> float:
        if at and x in at:
            return at[x]
        try:
            return function(x)
        except ValueError:
            return _NAN
        except OverflowError:
            return _INF if x > 0 or function in (math.cosh, math.exp) else -_INF

    return compute


def _root3(x: float) -> float:
    return math.cbrt(x)


def _sign(x: Any) -> Any:
    return x if x != x else (x > 0) - (x < 0)


def _logaddexp(a: float, b: float) -> float:
    if a == b:
        return a + math.log(2)
    high, low = max(a, b), min(a, b)
    return high + math.log1p(math.exp(low - high)) if a == a and b == b else _NAN


def _rounded(x: Any) -> Any:
    return x if not math.isfinite(x) else math.copysign(float(round(x)), x)


def _whole_part(function: Callable[[Any], int]) -> Callable[[Any], Any]:
    return lambda x: math.copysign(float(function(x)), x) if math.isfinite(x) else x


def _shift_left(a: int, b: int) -> int:
    return a << b if 0 <= b < 64 else 0


FLOATING: dict[str, Callable[[Any], Any]] = {
    "exp": _safe(math.exp),
    "exp2": _safe(math.exp2),
    "expm1": _safe(math.expm1),
    "log": _safe(math.log, {0: -_INF}),
    "log2": _safe(math.log2, {0: -_INF}),
    "log10": _safe(math.log10, {0: -_INF}),
    "log1p": _safe(math.log1p, {-1: -_INF}),
    "sqrt": _safe(math.sqrt),
    "cbrt": _root3,
    "sin": _safe(math.sin),
    "cos": _safe(math.cos),
    "tan": _safe(math.tan),
    "arcsin": _safe(math.asin),
    "arccos": _safe(math.acos),
    "arctan": math.atan,
    "sinh": _safe(math.sinh),
    "cosh": _safe(math.cosh),
    "tanh": math.tanh,
    "arcsinh": math.asinh,
    "arccosh": _safe(math.acosh),
    "arctanh": _safe(math.atanh, {1: _INF, -1: -_INF}),
    "deg2rad": lambda x: x * (math.pi / 180),
    "rad2deg": lambda x: x * (180 / math.pi),
    "radians": lambda x: x * (math.pi / 180),
    "degrees": lambda x: x * (180 / math.pi),
    "sinc": lambda x: math.sin(math.pi * x) / (math.pi * x) if x else 1.0,
    "fabs": abs,
}
"""Functions whose results are floats; NumPy's other names for some of them follow."""
for _short, _long in {"asin": "arcsin", "acos": "arccos", "atan": "arctan"}.items():
    FLOATING[_short], FLOATING[f"{_short}h"] = FLOATING[_long], FLOATING[f"{_long}h"]

KEEPING: dict[str, Callable[[Any], Any]] = {
    "negative": operator.neg,
    "positive": operator.pos,
    "absolute": abs,
    "abs": abs,
    "sign": _sign,
    "square": lambda x: x * x,
    "invert": operator.invert,
    "bitwise_not": operator.invert,
    "bitwise_invert": operator.invert,
    "floor": _whole_part(math.floor),
    "ceil": _whole_part(math.ceil),
    "trunc": _whole_part(math.trunc),
    "fix": _whole_part(math.trunc),
    "rint": _rounded,
    "reciprocal": lambda x: _quotient(1.0, x) if isinstance(x, float) else (1 // x if x > 0 else -(1 // -x)),
}
"""Functions whose results have the operand's type."""
_NOT_FOR_INTEGERS = frozenset("floor ceil trunc fix rint".split())

TESTS: dict[str, Callable[[Any], Any]] = {
    "isnan": lambda x: x != x,
    "isinf": lambda x: isinstance(x, float) and math.isinf(x),
    "isfinite": math.isfinite,
    "isposinf": lambda x: x == _INF,
    "isneginf": lambda x: x == -_INF,
    "signbit": lambda x: math.copysign(1.0, x) < 0,
    "logical_not": lambda x: not x,
}

JOINING: dict[str, Callable[[Any, Any], Any]] = {
    "add": operator.add,
    "subtract": operator.sub,
    "multiply": operator.mul,
    "floor_divide": _floored,
    "mod": _modulo,
    "remainder": _modulo,
    "power": _power,
    "pow": _power,
    "maximum": _larger,
    "minimum": _smaller,
    "fmax": lambda a, b: b if a != a else a if b != b else max(a, b),
    "fmin": lambda a, b: b if a != a else a if b != b else min(a, b),
    "fmod": lambda a, b: math.fmod(a, b) if b else (_NAN if isinstance(a, float) else 0),
    "bitwise_and": operator.and_,
    "bitwise_or": operator.or_,
    "bitwise_xor": operator.xor,
    "left_shift": _shift_left,
    "right_shift": lambda a, b: a >> b,
    "bitwise_left_shift": _shift_left,
    "bitwise_right_shift": lambda a, b: a >> b,
    "gcd": math.gcd,
    "lcm": math.lcm,
    "heaviside": lambda a, b: a if a != a else b if a == 0 else float(a > 0),
}
"""Functions whose results have the type that the operands have together."""

JOINING_FLOATS: dict[str, Callable[[Any, Any], Any]] = {
    "divide": _quotient,
    "true_divide": _quotient,
    "arctan2": math.atan2,
    "atan2": math.atan2,
    "hypot": math.hypot,
    "logaddexp": _logaddexp,
    "copysign": math.copysign,
    "float_power": _power,
    "nextafter": math.nextafter,
}
"""Functions of two operands whose results are floats."""

COMPARING: dict[str, Callable[[Any, Any], Any]] = {
    "equal": operator.eq,
    "not_equal": operator.ne,
    "less": operator.lt,
    "less_equal": operator.le,
    "greater": operator.gt,
    "greater_equal": operator.ge,
    "logical_and": lambda a, b: bool(a) and bool(b),
    "logical_or": lambda a, b: bool(a) or bool(b),
    "logical_xor": lambda a, b: bool(a) != bool(b),
}

_TRUTH_REFUSED = {
    "subtract": "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or "
    "the logical_xor function instead.",
    "negative": "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the "
    "logical_not function instead.",
}


def _as_truths(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function as it is of booleans: a sum is "or", a product "and"."""
    if name in _TRUTH_REFUSED:
        raise TypeError(_TRUTH_REFUSED[name])
    return (lambda x: not x) if function is operator.invert else function


def elementwise(name: str, args: tuple[Any, ...], scalar: bool = False) -> Any:
    """A function of the tables above applied to what is given; `scalar` if an operator of a scalar asks."""
    operands = [Operand(one) for one in args]
    shared = common(operands)
    function, result = _typed(name, shared)
    if name in ("power", "pow") and not is_float(shared) and any(n < 0 for n in operands[1].flat):
        raise ValueError("Integers to negative integer powers are not allowed.")
    shape = broadcast([one.shape for one in operands])
    if name in COMPARING or name in TESTS:
        flats = [one.flat for one in operands]
    else:
        flats = [_cast(one, result) for one in operands]
    _warn_about(name, flats, result, "scalar " if scalar else "")
    if len(flats) == 1:
        values = [function(x) for x in flats[0]]
    elif operands[1].shape == () and operands[0].shape == shape:
        b = flats[1][0]
        values = [function(a, b) for a in flats[0]]
    else:
        pairs = [spread(flat, one.shape, shape) for flat, one in zip(flats, operands, strict=True)]
        values = [function(a, b) for a, b in zip(*pairs, strict=True)]
    data = held(values, result)
    return number_or_array(data, shape, result)


def _typed(name: str, shared: str) -> tuple[Callable[..., Any], str]:
    if name in FLOATING:
        return FLOATING[name], as_float(shared)
    if name in JOINING_FLOATS:
        wide = name in ("divide", "true_divide", "float_power") and not is_float(shared)
        return JOINING_FLOATS[name], "float64" if wide else as_float(shared)
    if name in COMPARING:
        return COMPARING[name], "bool"
    if name in TESTS:
        return TESTS[name], "bool"
    function = KEEPING.get(name) or JOINING[name]
    if name == "heaviside":
        return function, as_float(shared)
    if shared == "bool":
        return _as_truths(name, function), "int8" if name in ("floor_divide", "mod", "remainder", "power") else "bool"
    if name in _NOT_FOR_INTEGERS and not is_float(shared):
        return operator.pos, shared
    return function, shared


def _cast(one: Operand, kind: str) -> Any:
    """The operand's elements as the type of the computation has them."""
    if is_float(kind):
        if one.type == kind or (one.type is not None and is_float(one.type)):
            return one.flat
        flat = [float(value) for value in one.flat]
        return held(flat, kind) if kind != "float64" else flat
    return one.flat


def _warn_about(name: str, flats: list[Any], kind: str, before: str) -> None:
    if name in ("divide", "true_divide", "floor_divide", "mod", "remainder"):
        tops, bottoms = flats
        if any(b == 0 for b in bottoms):
            nothing = len(tops) == len(bottoms) and all(a == 0 for a, b in zip(tops, bottoms, strict=True) if b == 0)
            shown = {"true_divide": "divide", "mod": "remainder"}.get(name, name)
            warn("invalid value" if nothing and is_float(kind) else "divide by zero", before + shown)
    elif name in ("log", "log2", "log10", "sqrt"):
        if name != "sqrt" and any(x == 0 for x in flats[0]):
            warn("divide by zero", name)
        if any(x < 0 for x in flats[0]):
            warn("invalid value", name)


def known(name: str) -> bool:
    """Whether a function is among the tables."""
    return any(name in table for table in (FLOATING, KEEPING, TESTS, JOINING, JOINING_FLOATS, COMPARING))


def result_kind(name: str, args: tuple[Any, ...]) -> str:
    """The type of a function's result."""
    return _typed(name, common([Operand(one) for one in args]))[1]


def in_place(name: str, target: ndarray, other: Any) -> ndarray:
    """An operation that writes its result where the first operand stands; refused where that loses the kind."""
    if not target._writable:
        raise ValueError("output array is read-only")
    operand = Operand(other)
    kind = _typed(name, common([Operand(target), operand]))[1]
    own = target.dtype.name
    if _loses(own, kind):
        shown = {"true_divide": "divide", "mod": "remainder", "pow": "power"}.get(name, name)
        raise _cannot_cast(shown, kind, own)
    shape = broadcast([target.shape, operand.shape])
    if shape != target.shape:
        texts = [str(one).replace(" ", "") for one in (target.shape, operand.shape, shape)]
        raise ValueError(
            f"non-broadcastable output operand with shape {texts[0]} doesn't match the broadcast shape {texts[2]}"
        )
    found = elementwise(name, (target, other))
    flat = found._flat if isinstance(found, ndarray) else [found.item()]
    target._write(range(target.size), held(flat, own))
    return target


def _letter(kind: str) -> str:
    return "f" if is_float(kind) else "b" if kind == "bool" else kind[0]


def _loses(own: str, kind: str) -> bool:
    order = {"b": 0, "u": 1, "i": 2, "f": 3}
    return order[_letter(own)] < order[_letter(kind)]


class UFuncTypeError(TypeError):
    """A result that the array it is written to cannot hold."""


UFuncTypeError.__module__ = "numpy._core._exceptions"


def _cannot_cast(name: str, kind: str, own: str) -> TypeError:
    return UFuncTypeError(
        f"Cannot cast ufunc '{name}' output from dtype('{kind}') to dtype('{own}') with casting rule 'same_kind'"
    )
