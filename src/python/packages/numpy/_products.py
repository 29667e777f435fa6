"""Products of matrices, and small linear systems, in 64 bits."""

from __future__ import annotations

import math
from typing import Any

from ._elementwise import elementwise
from ._kinds import as_float, held, is_float, joined
from ._ndarray import from_any, made, ndarray, number_or_array
from ._reductions import max_, min_, sum_
from ._shapes import broadcast, grid, strides


def _inner(a: Any, b: Any) -> Any:
    total: Any = 0
    for x, y in zip(a, b, strict=True):
        total += x * y
    return total


def matmul(x1: Any, x2: Any) -> Any:
    """The product of matrices."""
    a, b = from_any(x1), from_any(x2)
    if not a.shape or not b.shape:
        at = 0 if not a.shape else 1
        raise ValueError(
            f"matmul: Input operand {at} does not have enough dimensions (has 0, gufunc core with signature "
            "(n?,k),(k,m?)->(n?,m?) requires 1)"
        )
    left = a.reshape(1, -1) if a.ndim == 1 else a
    right = b.reshape(-1, 1) if b.ndim == 1 else b
    n, k, m = left.shape[-2], left.shape[-1], right.shape[-1]
    if right.shape[-2] != k:
        raise ValueError(
            f"matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
            f"(n?,k),(k,m?)->(n?,m?) (size {right.shape[-2]} is different from {k})"
        )
    outer = broadcast([left.shape[:-2], right.shape[:-2]])
    lefts, rights = _matrices(left, outer), _matrices(right, outer)
    flat = []
    for one, other in zip(lefts, rights, strict=True):
        columns = [other[j::m] for j in range(m)]
        for i in range(n):
            row = one[i * k : (i + 1) * k]
            flat += [_inner(row, column) for column in columns]
    kind = joined(a.dtype.name, b.dtype.name)
    shape = (*outer, *((n,) if a.ndim > 1 else ()), *((m,) if b.ndim > 1 else ()))
    return number_or_array(held(flat, kind), shape, kind)


def _matrices(a: ndarray, outer: tuple[int, ...]) -> list[Any]:
    """The matrices of the last two axes, as flat buffers."""
    from ._arrangements import arrange

    full = arrange("broadcast_to", (a, (*outer, *a.shape[-2:])), {})
    flat, size = full._flat, a.shape[-2] * a.shape[-1]
    return [flat[i * size : (i + 1) * size] for i in range(math.prod(outer))]


def dot(a: Any, b: Any, out: Any = None) -> Any:
    """The product of vectors or matrices."""
    x, y = from_any(a), from_any(b)
    if not x.shape or not y.shape:
        return elementwise("multiply", (a, b))
    if y.ndim <= 2 and x.ndim <= 2:
        if x.shape[-1] != y.shape[-2 if y.ndim > 1 else 0]:
            texts = ["(" + ",".join(map(str, s)) + ("," if len(s) == 1 else "") + ")" for s in (x.shape, y.shape)]
            at = y.ndim - 2 if y.ndim > 1 else 0
            raise ValueError(
                f"shapes {texts[0]} and {texts[1]} not aligned: {x.shape[-1]} (dim {x.ndim - 1}) != "
                f"{y.shape[at]} (dim {at})"
            )
        return matmul(x, y)
    return tensordot(x, y, ((x.ndim - 1,), (y.ndim - 2,)) if y.ndim > 1 else ((x.ndim - 1,), (0,)))


def inner(a: Any, b: Any) -> Any:
    """Sums of products over the last axes."""
    x, y = from_any(a), from_any(b)
    if not x.shape or not y.shape:
        return elementwise("multiply", (a, b))
    return tensordot(x, y, ((x.ndim - 1,), (y.ndim - 1,)))


def vdot(a: Any, b: Any) -> Any:
    """The product of two arrays as vectors."""
    return dot(from_any(a).flatten(), from_any(b).flatten())


def outer(a: Any, b: Any, out: Any = None) -> Any:
    """All products of an element of one and one of the other."""
    return elementwise("multiply", (from_any(a).reshape(-1, 1), from_any(b).reshape(1, -1)))


def tensordot(a: Any, b: Any, axes: Any = 2) -> Any:
    """Sums of products over some axes of each."""
    x, y = from_any(a), from_any(b)
    if isinstance(axes, int):
        first, second = list(range(x.ndim - axes, x.ndim)), list(range(axes))
    else:
        first, second = ([one] if isinstance(one, int) else list(one) for one in axes)
    first, second = [one % x.ndim for one in first], [one % y.ndim for one in second]
    kept = [[i for i in range(z.ndim) if i not in used] for z, used in ((x, first), (y, second))]
    k = math.prod(x.shape[i] for i in first)
    if [x.shape[i] for i in first] != [y.shape[i] for i in second]:
        raise ValueError("shape-mismatch for sum")
    left = x.transpose([*kept[0], *first]).reshape(-1, k) if k else x.reshape(0, 0)
    right = y.transpose([*second, *kept[1]]).reshape(k, -1)
    found = matmul(left, right)
    shape = tuple(x.shape[i] for i in kept[0]) + tuple(y.shape[i] for i in kept[1])
    return number_or_array(found._flat[:], shape, found.dtype.name)


def trace(a: Any, offset: int = 0, axis1: int = 0, axis2: int = 1, dtype: Any = None, out: Any = None) -> Any:
    """The sum along a diagonal."""
    from ._arrangements import arrange

    return sum_(arrange("diagonal", (a, offset, axis1, axis2), {}), -1)


def einsum(subscripts: str, *operands: Any, **_: Any) -> Any:
    """A sum of products by letters; every letter that the result lacks is summed over."""
    text = subscripts.replace(" ", "")
    inputs, _arrow, asked = text.partition("->")
    terms = inputs.split(",")
    letters = "".join(terms)
    if "." in text:
        raise NotImplementedError("np.einsum with ... works in NumPy but not here.")
    output = asked if "->" in text else "".join(sorted(x for x in set(letters) if letters.count(x) == 1))
    arrays = [from_any(one) for one in operands]
    sizes: dict[str, int] = {}
    for term, one in zip(terms, arrays, strict=True):
        if len(term) != one.ndim:
            raise ValueError(
                "einstein sum subscripts string contains too many subscripts for operand 0"
                if len(term) > one.ndim
                else "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis "
                "provided to broadcast the extra dimensions."
            )
        for letter, n in zip(term, one.shape, strict=True):
            if sizes.setdefault(letter, n) != n:
                raise ValueError(f"operands could not be broadcast together with remapped shapes: {letter}")
    order = output + "".join(letter for letter in sizes if letter not in output)
    lengths = [sizes[letter] for letter in order]
    columns = []
    for term, one in zip(terms, arrays, strict=True):
        steps = [sum(s for x, s in zip(term, strides(one.shape), strict=True) if x == letter) for letter in order]
        flat = one._flat
        columns.append([flat[place] for place in grid(lengths, steps)])
    products = columns[0]
    for column in columns[1:]:
        products = [x * y for x, y in zip(products, column, strict=True)]
    kind = arrays[0].dtype.name
    for one in arrays[1:]:
        kind = joined(kind, one.dtype.name)
    shape = tuple(sizes[letter] for letter in output)
    each = math.prod(lengths[len(output) :])
    sums = [_inner(products[i * each : (i + 1) * each], [1] * each) for i in range(math.prod(shape))]
    return number_or_array(held(sums, kind), shape, kind)


PRODUCTS: dict[str, Any] = {
    "matmul": matmul, "dot": dot, "inner": inner, "vdot": vdot, "outer": outer, "tensordot": tensordot, "trace": trace,
    "einsum": einsum,
}  # fmt: skip
"""Functions by NumPy's names."""


def norm(x: Any, ord: Any = None, axis: Any = None, keepdims: bool = False) -> Any:
    """The length of vectors, or a norm of matrices."""
    a = from_any(x)
    a = a if is_float(a.dtype.name) else a.astype("float64")
    if axis is None and (ord is None or a.ndim == 1):
        axis = tuple(range(a.ndim))
    elif axis is None:
        axis = (0, 1)
    axes = axis if isinstance(axis, tuple) else (axis,)
    size = elementwise("absolute", (a,))
    if ord is None or ord == "fro" or (ord == 2 and len(axes) == 1):
        return elementwise("sqrt", (sum_(elementwise("multiply", (a, a)), axis, keepdims=keepdims),))
    if len(axes) == 1:
        if ord in (math.inf, -math.inf):
            return (max_ if ord > 0 else min_)(size, axis, keepdims=keepdims)
        if ord == 0:
            return sum_(elementwise("not_equal", (a, 0)), axis, keepdims=keepdims).astype(a.dtype)
        return elementwise(
            "power", (sum_(elementwise("power", (size, float(ord))), axis, keepdims=keepdims), 1.0 / ord)
        )
    if ord in (1, -1, math.inf, -math.inf):
        along, over = (axes[0], axes[1]) if abs(ord) == 1 else (axes[1], axes[0])
        sums = sum_(size, along, keepdims=True)
        found = (max_ if ord > 0 else min_)(sums, over, keepdims=True)
        return found if keepdims else found.reshape([n for i, n in enumerate(a.shape) if i not in axes])[()]
    raise NotImplementedError(f"np.linalg.norm of float64 matrices with ord={ord!r} works in NumPy but not here.")


def _eliminated(a: list[list[float]], b: list[list[float]]) -> float:
    """Solves a system in place by Gauss's elimination with pivots; the determinant."""
    n, sign = len(a), 1.0
    for i in range(n):
        pivot = max(range(i, n), key=lambda row: abs(a[row][i]))
        if a[pivot][i] == 0:
            return 0.0
        if pivot != i:
            a[i], a[pivot], b[i], b[pivot], sign = a[pivot], a[i], b[pivot], b[i], -sign
        for row in range(i + 1, n):
            factor = a[row][i] / a[i][i]
            a[row] = [x - factor * y for x, y in zip(a[row], a[i], strict=True)]
            b[row] = [x - factor * y for x, y in zip(b[row], b[i], strict=True)]
    for i in reversed(range(n)):
        for row in range(i + 1, n):
            b[i] = [x - a[i][row] * y for x, y in zip(b[i], b[row], strict=True)]
        b[i] = [x / a[i][i] for x in b[i]]
    return sign * math.prod(a[i][i] for i in range(n))


class LinAlgError(ValueError):
    """A matrix that a function of linear algebra cannot take."""


LinAlgError.__module__ = "numpy.linalg"


def _square(a: Any) -> tuple[ndarray, int, list[Any]]:
    array = from_any(a)
    if array.ndim < 2:
        raise LinAlgError(f"{array.ndim}-dimensional array given. Array must be at least two-dimensional")
    if array.shape[-1] != array.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    n = array.shape[-1]
    matrices = _matrices(array, array.shape[:-2])
    return array, n, [[list(map(float, flat[i * n : i * n + n])) for i in range(n)] for flat in matrices]


def det(a: Any) -> Any:
    """Determinants."""
    array, n, matrices = _square(a)
    kind = as_float(array.dtype.name)
    values = [_eliminated(matrix, [[] for _ in range(n)]) for matrix in matrices]
    return number_or_array(held(values, kind), array.shape[:-2], kind)


def solve(a: Any, b: Any) -> Any:
    """The x with ``a @ x`` equal to b."""
    array, n, matrices = _square(a)
    right = from_any(b)
    vector = right.ndim == 1
    sides = right.reshape(-1, 1) if vector else right
    m = sides.shape[-1]
    flat: list[float] = []
    for matrix, side in zip(matrices, _matrices(sides, array.shape[:-2]), strict=True):
        rows = [list(map(float, side[i * m : i * m + m])) for i in range(n)]
        if n and _eliminated(matrix, rows) == 0:
            raise LinAlgError("Singular matrix")
        flat += [x for row in rows for x in row]
    kind = as_float(joined(array.dtype.name, right.dtype.name))
    return made(held(flat, kind), (*array.shape[:-1], *(() if vector else (m,))), kind)


def inv(a: Any) -> Any:
    """Inverses."""
    array, n, _ = _square(a)
    unit = made(held([float(i == j) for i in range(n) for j in range(n)], "float64"), (n, n), "float64")
    found = solve(array, unit)
    return found.astype(as_float(array.dtype.name))


LINALG: dict[str, Any] = {"norm": norm, "det": det, "solve": solve, "inv": inv, "matmul": matmul, "outer": outer}
"""Functions of ``numpy.linalg``."""
