"""What is known of an array without its values."""

from __future__ import annotations

from typing import Any

from .dtypes import by_name


class ShapedArray:
    """Shape, dtype and weak flag; equal types are one object."""

    __slots__ = ("dtype", "key", "ndim", "shape", "size", "weak_type")

    def __init__(self, key: str, shape: tuple[int, ...], dtype: Any, weak_type: bool) -> None:
        self.key = key
        self.shape = shape
        self.dtype = dtype
        self.weak_type = weak_type
        self.ndim = len(shape)
        size = 1
        for n in shape:
            size *= n
        self.size = size

    def str_short(self, short_dtypes: bool = False) -> str:
        """``float32[2,3]``, or ``f32[2,3]``."""
        text = self.key.lstrip("~")
        if not short_dtypes:
            return text
        name, _, rest = text.partition("[")
        return f"{SHORT.get(name, name)}[{rest}"

    def __repr__(self) -> str:
        return f"ShapedArray({self.str_short()}{', weak_type=True' if self.weak_type else ''})"

    def __str__(self) -> str:
        return self.key


SHORT = {
    "bool": "bool", "int32": "i32", "uint32": "u32", "float32": "f32", "float16": "f16", "bfloat16": "bf16",
    "float64": "f64", "int64": "i64",
}  # fmt: skip

_known: dict[str, ShapedArray] = {}


def aval_from(key: str) -> ShapedArray:
    """The type with a text such as ``~float32[2,3]``."""
    found = _known.get(key)
    if found is None:
        name, _, rest = key.lstrip("~").partition("[")
        shape = tuple(int(n) for n in rest[:-1].split(",")) if rest != "]" else ()
        if len(_known) > 4096:
            _known.clear()
        found = _known[key] = ShapedArray(key, shape, by_name(name), key.startswith("~"))
    return found


def aval_key(shape: tuple[int, ...], dtype: Any, weak: bool = False) -> str:
    """The text of a type."""
    return f"{'~' if weak else ''}{dtype.name}[{','.join(map(str, shape))}]"
