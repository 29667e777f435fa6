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
from .._src.index_tricks import c_, index_exp, mgrid, ogrid, r_, s_
from .._src.numpy_extra import (
    apply_along_axis,
    array_equal,
    array_repr,
    array_str,
    broadcast_shapes,
    frombuffer,
    fromfunction,
    get_printoptions,
    iscomplexobj,
    isrealobj,
    isscalar,
    issubclass_,
    iterable,
    load,
    ndim,
    printoptions,
    save,
    set_printoptions,
    shape,
    size,
    vectorize,
)
from .._src.numpy_parts import (
    apply_over_axes,
    delete,
    insert,
    mask_indices,
    piecewise,
    unique_all,
    unique_counts,
    unique_inverse,
)
from .._src.numpy_types import (
    astype,
    bfloat16,
    bool_,
    can_cast,
    complex64,
    complex128,
    finfo,
    float16,
    float32,
    float64,
    iinfo,
    int8,
    int16,
    int32,
    int64,
    isdtype,
    promote_types,
    result_type,
    uint8,
    uint16,
    uint32,
    uint64,
)
from . import linalg

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
    return _names.missing_name("jax.numpy", name, globals())
