"""A small stand-in for NumPy.

It has what programs that use JAX need of NumPy: arrays of NumPy's types, of 64 bits too, with views and changes in
place, elementwise functions, reductions, sorting, products, ``allclose`` and ``testing.assert_allclose``. Functions
that only the page's arrays have compute in 32 bits and refuse arrays of 64. ``numpy.random`` draws NumPy's own numbers.
"""

from __future__ import annotations

from typing import Any

from jax._src.dtypes import (
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
from jax._src.names import missing_name as _missing_name
from jax._src.numpy_extra import get_printoptions, printoptions, set_printoptions

from . import linalg, random, testing
from ._functions import FUNCTIONS as _FUNCTIONS
from ._limits import finfo, iinfo
from ._ndarray import ndarray
from ._operators import bind_operators as _bind_operators
from ._scalars import bool_, float16, float32, float64, int8, int16, int32, int64, uint8, uint16, uint32, uint64

bool = bool_
int_ = int64
float_ = double = float64
single = float32
pi = 3.141592653589793
e = 2.718281828459045
inf = float("inf")
nan = float("nan")
newaxis = None
__version__ = "2.4.6"

_bind_operators()
_own = dict(globals())
globals().update({name: value for name, value in _FUNCTIONS.items() if name not in _own})


def __getattr__(name: str) -> Any:
    return _missing_name("numpy", name, globals())
