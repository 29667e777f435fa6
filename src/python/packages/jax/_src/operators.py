"""Arithmetic, comparison and the other operators of arrays."""

from __future__ import annotations

from typing import Any

from .array import Array, ArrayImpl, call, maybe_array, scalar, wrap
from .binding import JsException, calls, facade, translated
from .errors import too_large
from .table import position

_SYMBOLS_OF_LISTS = (list, tuple)
_ORDERS = ("<", "<=", ">", ">=")
_INT32 = range(-(2**31), 2**31)
_PATHS = {"@": ("a", "b"), "/": ("x1", "x2"), "%": ("x1", "x2"), "//": ("x1", "x2"), "** or pow()": ("x1", "x2")}
"""What JAX calls the operands of its functions, where these are not x and y."""


def _other(x: Array, other: Any, symbol: str, reflected: bool = False) -> Any:
    """The other operand as an array; None where Python's own rules decide. TypeError for what JAX refuses."""
    if type(other) is int and x.aval.dtype.kind == "f" and -(2**31) <= other < 2**31:
        # A float beside a float: no conversion appears in a jaxpr.
        return scalar(float(other))
    if type(other) is int and other not in _INT32:
        raise too_large(other, _PATHS.get(symbol, ("x", "y"))[not reflected])
    found = maybe_array(other)
    if found is not None:
        return found
    if isinstance(other, _SYMBOLS_OF_LISTS):
        raise _unsupported(symbol, type(x).__name__, type(other).__name__, reflected)
    # Equality with anything is False, and a text may be repeated or joined by its own rules.
    own_rules = symbol in ("==", "!=") or (reflected and other is not None)
    if (other is None or isinstance(other, str)) and not own_rules:
        kind = f"{type(x).__module__}.{type(x).__name__}" if x._id > 0 else type(x).__name__
        raise _unsupported(symbol, kind, type(other).__name__, reflected)
    return None


def _unsupported(symbol: str, own: str, other: str, reflected: bool) -> TypeError:
    if symbol in _ORDERS:
        return TypeError(f"'{symbol}' not supported between instances of '{own}' and '{other}'")
    left, right = (other, own) if reflected else (own, other)
    return TypeError(f"unsupported operand type(s) for {symbol}: '{left}' and '{right}'")


def _binary(name: str, symbol: str) -> tuple[Any, Any]:
    index = position("jax.numpy", name)

    def forward(self: Array, other: Any) -> Array:
        known = other.__class__ is ArrayImpl or isinstance(other, Array)
        y = other if known else _other(self, other, symbol)
        if y is None:
            return NotImplemented
        try:
            return wrap(calls[index](self._id, y._id))
        except JsException as error:
            raise translated(error) from None

    def backward(self: Array, other: Any) -> Array:
        x = _other(self, other, symbol, reflected=True)
        if x is None:
            return NotImplemented
        return call(index, x._id, self._id)

    return forward, backward


def _comparison(name: str, symbol: str) -> Any:
    return _binary(name, symbol)[0]


def _unary(name: str) -> Any:
    index = position("jax.numpy", name)

    def apply(self: Array) -> Array:
        return call(index, self._id)

    return apply


def _power(self: Array, other: Any, modulo: Any = None) -> Array:
    if type(other) is int:
        try:
            return wrap(facade.integerPower(self._id, other))
        except JsException as error:
            raise translated(error) from None
    y = other if isinstance(other, Array) else _other(self, other, "** or pow()")
    return NotImplemented if y is None else call(_POWER, self._id, y._id)


_POWER = position("jax.numpy", "power")


def _both(name: str, function: str, symbol: str) -> None:
    forward, backward = _binary(function, symbol)
    setattr(Array, f"__{name}__", forward)
    setattr(Array, f"__r{name}__", backward)


for _name, _function, _symbol in (
    ("add", "add", "+"),
    ("sub", "subtract", "-"),
    ("mul", "multiply", "*"),
    ("truediv", "divide", "/"),
    ("mod", "remainder", "%"),
    ("matmul", "matmul", "@"),
    ("floordiv", "floor_divide", "//"),
    ("and", "bitwise_and", "&"),
    ("or", "bitwise_or", "|"),
    ("xor", "bitwise_xor", "^"),
    ("lshift", "left_shift", "<<"),
    ("rshift", "right_shift", ">>"),
):
    if position("jax.numpy", _function) >= 0:
        _both(_name, _function, _symbol)

for _name, _function, _symbol in (
    ("lt", "less", "<"),
    ("le", "less_equal", "<="),
    ("gt", "greater", ">"),
    ("ge", "greater_equal", ">="),
    ("eq", "equal", "=="),
    ("ne", "not_equal", "!="),
):
    setattr(Array, f"__{_name}__", _comparison(_function, _symbol))

for _name, _function in (("neg", "negative"), ("abs", "absolute"), ("invert", "bitwise_not")):
    if position("jax.numpy", _function) >= 0:
        setattr(Array, f"__{_name}__", _unary(_function))

Array.__pos__ = lambda self: self
Array.__pow__ = _power
Array.__rpow__ = _binary("power", "** or pow()")[1]
Array.__divmod__ = lambda self, other: (self // other, self % other)
Array.__rdivmod__ = lambda self, other: (other // self, other % self)
