"""MessagePack as Flax writes it: maps, lists, texts, numbers, and arrays as an extension of type 1.

Format: https://github.com/msgpack/msgpack/blob/master/spec.md
"""

import struct
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

_ARRAY = 1
_CODES = {
    "bool": "?",
    "int8": "b",
    "int16": "h",
    "int32": "i",
    "int64": "q",
    "uint8": "B",
    "uint16": "H",
    "uint32": "I",
    "uint64": "Q",
    "float16": "e",
    "float32": "f",
    "float64": "d",
}
_INTEGERS = ((0xCC, "B"), (0xCD, "H"), (0xCE, "I"), (0xCF, "Q"), (0xD0, "b"), (0xD1, "h"), (0xD2, "i"), (0xD3, "q"))
_LENGTHS = ("B", "H", "I")


def pack(value: Any) -> bytes:
    """The bytes of a tree of dicts and lists. TypeError for what the format has no form for."""
    if value is None or value is True or value is False:
        return {None: b"\xc0", False: b"\xc2", True: b"\xc3"}[value]
    if isinstance(value, (jax.Array, np.ndarray)):
        return _extension(_ARRAY, _array_bytes(value))
    kind = type(value)
    if kind is int:
        return _integer(value)
    if kind is float:
        return b"\xcb" + struct.pack(">d", value)
    if kind is str:
        text = value.encode()
        return (bytes([0xA0 | len(text)]) if len(text) < 32 else _head((0xD9, 0xDA, 0xDB), len(text))) + text
    if kind is bytes:
        return _head((0xC4, 0xC5, 0xC6), len(value)) + value
    if kind is dict:
        return _sized(0x80, 0xDE, len(value)) + b"".join(pack(k) + pack(v) for k, v in value.items())
    if kind is list:
        return _sized(0x90, 0xDC, len(value)) + b"".join(map(pack, value))
    raise TypeError(f"can not serialize {kind.__name__!r} object")


def _integer(value: int) -> bytes:
    if -32 <= value < 128:
        return struct.pack("b", value)
    for code, form in _INTEGERS[4 if value < 0 else 0 :]:
        try:
            return bytes([code]) + struct.pack(f">{form}", value)
        except struct.error:
            continue
    raise OverflowError("Integer value out of range")


def _head(codes: tuple[int, ...], length: int) -> bytes:
    at = 0 if length < 2**8 else 1 if length < 2**16 else 2
    return bytes([codes[at]]) + struct.pack(f">{_LENGTHS[at]}", length)


def _sized(short: int, long: int, length: int) -> bytes:
    if length < 16:
        return bytes([short | length])
    if length < 2**16:
        return bytes([long]) + struct.pack(">H", length)
    return bytes([long + 1]) + struct.pack(">I", length)


def _extension(kind: int, data: bytes) -> bytes:
    if len(data) in (1, 2, 4, 8, 16):
        return bytes([0xD3 + len(data).bit_length(), kind]) + data
    return _head((0xC7, 0xC8, 0xC9), len(data)) + bytes([kind]) + data


def _array_bytes(x: Any) -> bytes:
    name = x.dtype.name
    values = x.ravel()
    if name == "bfloat16":
        raw = struct.pack(f"<{x.size}f", *jnp.asarray(values, jnp.float32).tolist())
        data = b"".join(raw[i + 2 : i + 4] for i in range(0, len(raw), 4))
    elif name in _CODES:
        data = struct.pack(f"<{x.size}{_CODES[name]}", *values.tolist())
    else:
        raise TypeError(f"can not serialize an array of {name}")
    return pack([list(x.shape), name, data])


def unpack(data: bytes) -> Any:
    """The tree of those bytes; arrays are NumPy's. ValueError for what is no such text."""
    value, end = _read(data, 0)
    if end != len(data):
        raise ValueError("unpack(b) received extra data.")
    return value


def _read(data: bytes, at: int) -> tuple[Any, int]:
    if at >= len(data):
        raise ValueError("Unpack failed: incomplete input")
    code, at = data[at], at + 1
    if code < 0x80 or code >= 0xE0:
        return (code if code < 0x80 else code - 256), at
    if code < 0x90:
        return _map(data, at, code & 15)
    if code < 0xA0:
        return _list(data, at, code & 15)
    if code < 0xC0:
        return data[at : at + (code & 31)].decode(), at + (code & 31)
    if code in (0xC0, 0xC2, 0xC3):
        return {0xC0: None, 0xC2: False, 0xC3: True}[code], at
    if code in (0xCA, 0xCB):
        return _number(data, at, "f" if code == 0xCA else "d")
    if 0xCC <= code <= 0xD3:
        return _number(data, at, dict(_INTEGERS)[code])
    if 0xD4 <= code <= 0xD8:
        return _extended(data, at, 2 ** (code - 0xD4))
    first, form = next(row for row in _HEADS if row[0] <= code < row[0] + len(row[1]))
    size, at = _number(data, at, form[code - first])
    reader = {0xC4: _bytes, 0xC7: _extended, 0xD9: _text, 0xDC: _list, 0xDE: _map}[first]
    return reader(data, at, size)


_HEADS = ((0xC4, "BHI"), (0xC7, "BHI"), (0xD9, "BHI"), (0xDC, "HI"), (0xDE, "HI"))


def _number(data: bytes, at: int, form: str) -> tuple[Any, int]:
    size = struct.calcsize(f">{form}")
    return struct.unpack(f">{form}", data[at : at + size])[0], at + size


def _bytes(data: bytes, at: int, size: int) -> tuple[Any, int]:
    return data[at : at + size], at + size


def _text(data: bytes, at: int, size: int) -> tuple[Any, int]:
    return data[at : at + size].decode(), at + size


def _list(data: bytes, at: int, size: int) -> tuple[Any, int]:
    values: list[Any] = []
    for _ in range(size):
        value, at = _read(data, at)
        values.append(value)
    return values, at


def _map(data: bytes, at: int, size: int) -> tuple[Any, int]:
    flat, at = _list(data, at, 2 * size)
    return dict(zip(flat[::2], flat[1::2], strict=True)), at


def _extended(data: bytes, at: int, size: int) -> tuple[Any, int]:
    kind, body = data[at], data[at + 1 : at + 1 + size]
    if kind != _ARRAY:
        raise ValueError(f"This page reads arrays, but no MessagePack extension of type {kind}.")
    shape, name, raw = unpack(body)
    if name == "bfloat16":
        wide = b"".join(b"\0\0" + raw[i : i + 2] for i in range(0, len(raw), 2))
        values: Any = struct.unpack(f"<{len(raw) // 2}f", wide)
    else:
        values = struct.unpack(f"<{len(raw) // struct.calcsize(_CODES[name])}{_CODES[name]}", raw)
    return np.array(list(values), dtype=name).reshape(tuple(shape)), at + 1 + size
