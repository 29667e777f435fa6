"""NumPy's functions on arrays that never change."""

from __future__ import annotations

from typing import Any

from .._src import names as _names
from .._src.array import Array
from .._src.creation import arange, array, asarray, empty, full, ones, zeros
from .._src.dtypes import (
    complexfloating,
    dtype,
    floating,
    generic,
    inexact,
    integer,
    issubdtype,
    number,
    signedinteger,
    unsignedinteger,
)
from .._src.functions import FUNCTIONS as _FUNCTIONS
from .._src.numpy_extra import (
    astype,
    bool_,
    can_cast,
    finfo,
    float16,
    float32,
    float64,
    bfloat16,
    frombuffer,
    iinfo,
    int8,
    int16,
    int32,
    int64,
    isdtype,
    isscalar,
    issubclass_,
    ndim,
    promote_types,
    result_type,
    shape,
    size,
    uint8,
    uint16,
    uint32,
    uint64,
    iscomplexobj,
    isrealobj,
    iterable,
    printoptions,
    set_printoptions,
    get_printoptions,
    vectorize,
    complex64,
    complex128,
    broadcast_shapes,
    apply_along_axis,
    array_equal,
    array_repr,
    array_str,
    save,
    load,
    fromfunction,
)

ndarray = Array
bool = bool_
int_ = int32
uint = uint32
float_ = float32
single = float32
double = float64
pi = 3.141592653589793
e = 2.718281828459045
inf = float("inf")
nan = float("nan")
euler_gamma = 0.5772156649015329
newaxis = None

_own = dict(globals())
globals().update({name: value for name, value in _FUNCTIONS["jax.numpy"].items() if name not in _own})


def __getattr__(name: str) -> Any:
    raise _names.missing_name("jax.numpy", name, globals())
