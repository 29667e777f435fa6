"""Records arrays themselves: dtypes, creation, indexing, members, and the errors of all of these.

    python golden/recorders/record_arrays.py

writes golden/recordings/arrays.json. A case is a Python expression with what it gave: arrays with their values,
anything else as text, an error with type and text, and the first warning. TypeScript's spelling of each
expression stands in src/jax/testing/contract/array-cases/.
"""

import json
import pathlib
import re
import warnings
from typing import Any

from recording import write_parts

import jax
import jax.numpy as jnp
import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
x = jnp.arange(12.0).reshape(3, 4)
v = jnp.arange(5.0)
i = jnp.arange(5)
b = jnp.array([True, False, True])
s = jnp.array([7, -7, 7, -7, 5, -5, -2147483648])
t = jnp.array([2, 2, -2, -2, 0, 0, -1])
u8 = jnp.array([250, 5], jnp.uint8)
i8 = jnp.array([-128, 100], jnp.int8)
u32 = jnp.array([4000000000, 7], jnp.uint32)
h = jnp.array([0.1, 1 / 3, 1000.0, -2.5], jnp.float16)
bf = jnp.array([0.1, 1 / 3, 1000.0, -2.5], jnp.bfloat16)
odd = jnp.array([300.7, -1.5, jnp.nan, 1e10, -1e10, 0.0])
cube = jnp.arange(24.0).reshape(2, 3, 4)
NAMES = dict(globals())

GROUPS = json.loads((HERE / "array_expressions.json").read_text())


def number(value: Any) -> float | str:
    """A float; what JSON has not is text."""
    value = float(value)
    return value if np.isfinite(value) else str(value)


def data_of(a: Any) -> list[Any]:
    """The flat values of an array."""
    flat = np.asarray(a).reshape(-1)
    if flat.dtype == np.bool_:
        return [bool(each) for each in flat]
    if np.issubdtype(flat.dtype, np.integer):
        return [int(each) for each in flat]
    return [number(each) for each in flat]


def value_of(value: Any) -> dict[str, Any]:
    """An array, a list of values, or anything else as text."""
    if isinstance(value, (jax.Array, np.ndarray, np.generic)) and not isinstance(value, (str, np.str_)):
        array = jnp.asarray(value)
        return {
            "shape": list(array.shape),
            "dtype": str(array.dtype),
            "weak": bool(array.weak_type),
            "data": data_of(array),
        }
    if isinstance(value, (tuple, list)):
        return {"list": [value_of(each) for each in value]}
    return {"text": str(value)}


def record(expression: str) -> dict[str, Any]:
    """What an expression gives, or the error that it raises, and its first warning."""
    case = {"python": expression}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            case.update(value_of(eval(expression, dict(NAMES))))
        except Exception as error:
            text = re.sub(r" at [^ ]*:\d+", "", str(error))
            case.update({"type": type(error).__name__, "error": re.sub(r"0x[0-9a-f]+", "0x…", text)})
    if caught:
        case["warning"] = str(caught[0].message)
    return case


if __name__ == "__main__":
    write_parts("arrays", {group: [record(each) for each in lines] for group, lines in GROUPS.items()})
