"""Linear algebra of small matrices, computed on the CPU in float64 and rounded once."""

from __future__ import annotations

from typing import Any, NamedTuple

from .._src.functions import FUNCTIONS as _FUNCTIONS
from .._src.names import missing_name as _missing_name

_TABLE = _FUNCTIONS["jax.numpy.linalg"]


class SlogdetResult(NamedTuple):
    """What ``slogdet`` gives."""

    sign: Any
    logabsdet: Any


class EighResult(NamedTuple):
    """What ``eigh`` gives."""

    eigenvalues: Any
    eigenvectors: Any


class QRResult(NamedTuple):
    """What ``qr`` gives."""

    Q: Any
    R: Any


class SVDResult(NamedTuple):
    """What ``svd`` gives."""

    U: Any
    S: Any
    Vh: Any


globals().update(_TABLE)


def slogdet(a: Any, *, method: str | None = None) -> SlogdetResult:
    """Sign of the determinant, and the logarithm of its absolute value."""
    return SlogdetResult(*_TABLE["slogdet"](a, method=method))


def eigh(a: Any, UPLO: str | None = None, symmetrize_input: bool = True) -> EighResult:  # noqa: N803
    """Eigenvalues of symmetric matrices in ascending order, and eigenvectors as columns."""
    return EighResult(*_TABLE["eigh"](a, UPLO, symmetrize_input))


def qr(a: Any, mode: str = "reduced") -> Any:
    """Orthogonal Q and upper triangle R of a matrix; with ``mode="r"`` R alone."""
    found = _TABLE["qr"](a, mode)
    return QRResult(*found) if isinstance(found, tuple) else found


def svd(
    a: Any,
    full_matrices: bool = True,
    compute_uv: bool = True,
    hermitian: bool = False,
    subset_by_index: Any = None,
) -> Any:
    """Singular values, the largest first, between their left and right vectors."""
    found = _TABLE["svd"](a, full_matrices, compute_uv, hermitian, subset_by_index)
    return SVDResult(*found) if isinstance(found, tuple) else found


def __getattr__(name: str) -> Any:
    return _missing_name("jax.numpy.linalg", name, globals())
