"""NumPy's rules for element types: what types become together, and what each of them can hold."""

from __future__ import annotations

import math
import struct
from array import array as buffer
from typing import Any

CODES = {
    "bool": "B", "int8": "b", "uint8": "B", "int16": "h", "uint16": "H", "int32": "i", "uint32": "I", "int64": "q",
    "uint64": "Q", "float16": "f", "bfloat16": "f", "float32": "f", "float64": "d",
}  # fmt: skip
"""Type codes of the buffers that hold elements. Floats of 16 bits stand rounded in 32."""

BITS = {"bool": 1, "int8": 8, "uint8": 8, "int16": 16, "uint16": 16, "float16": 16, "bfloat16": 16}
BITS |= {"int32": 32, "uint32": 32, "float32": 32, "int64": 64, "uint64": 64, "float64": 64}

WIDE = frozenset(("int64", "uint64", "float64"))
"""Types that the page's own arrays do not have."""


def is_float(name: str) -> bool:
    """Whether a type is a floating one."""
    return "float" in name


def joined(a: str, b: str) -> str:
    """NumPy's type of a result of two types."""
    if a == b:
        return a
    if "bfloat16" in (a, b):
        other = b if a == "bfloat16" else a
        return "bfloat16" if BITS[other] <= 8 else "float32" if other == "float16" else joined("float32", other)
    floats = [name for name in (a, b) if name.startswith("float")]
    if floats:
        # A float has to hold the integer beside it: int32 and float32 give float64.
        whole = max([2 * BITS[name] for name in (a, b) if name not in (*floats, "bool")], default=16)
        return f"float{min(max([whole, *(BITS[name] for name in floats)]), 64)}"
    signed = [name for name in (a, b) if name.startswith("int")]
    unsigned = [name for name in (a, b) if name.startswith("uint")]
    if signed and unsigned:
        bits = max(BITS[signed[0]], 2 * BITS[unsigned[0]])
        return "float64" if bits > 64 else f"int{bits}"
    return max(a, b, key=lambda name: BITS[name])


def as_float(name: str) -> str:
    """The floating type that a function such as ``exp`` computes a type in."""
    return name if is_float(name) else f"float{min(max(2 * BITS[name], 16), 64)}"


def whole(value: Any) -> int:
    """A number without its fraction; what is no number becomes the least one, as a conversion in C does."""
    if isinstance(value, float) and not math.isfinite(value):
        return -(2**63)
    return int(value)


def wrapped_around(number: int, name: str) -> int:
    """An integer as so many bits hold it."""
    bits = BITS[name]
    number %= 1 << bits
    return number - (1 << bits) if name[0] == "i" and number >> (bits - 1) else number


def check_fits(number: int, name: str) -> None:
    """OverflowError for an int of Python that the type cannot hold."""
    if is_float(name) or name == "bool" or wrapped_around(number, name) == number:
        return
    if BITS[name] == 64 and not (name == "uint64" and number < 0):
        raise OverflowError("Python int too large to convert to C long")
    raise OverflowError(f"Python integer {number} out of bounds for {name}")


def _half(value: float) -> float:
    try:
        return float(struct.unpack("e", struct.pack("e", value))[0])
    except OverflowError:
        return math.copysign(math.inf, value)


def _brain(value: float) -> float:
    if value != value or math.isinf(value):
        return value
    bits = struct.unpack("I", buffer("f", [value]).tobytes())[0]
    bits += 0x7FFF + (bits >> 16 & 1)
    return float(struct.unpack("f", struct.pack("I", bits & 0xFFFF0000))[0])


def held(values: Any, name: str) -> Any:
    """Numbers as a buffer of a type: floats rounded, integers wrapped around."""
    code = CODES[name]
    if name == "bool":
        return buffer(code, [1 if value else 0 for value in values])
    if code == "d" or code == "f":
        if name == "float16":
            values = [_half(value) for value in values]
        elif name == "bfloat16":
            values = [_brain(value) for value in values]
        return buffer(code, values)
    try:
        return buffer(code, values)
    except OverflowError, TypeError:
        return buffer(code, [wrapped_around(whole(value), name) for value in values])
