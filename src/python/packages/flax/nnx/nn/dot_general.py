"""``dot_general``: the product over any axes that linear layers use unless given another."""

from __future__ import annotations

import math
from typing import Any

import jax
import jax.numpy as jnp


def dot_general(
    lhs: jax.Array,
    rhs: jax.Array,
    dimension_numbers: Any,
    precision: Any = None,
    preferred_element_type: Any = None,
    *,
    out_sharding: Any = None,
) -> jax.Array:
    """Contract and batch axes as ``((lhs_contracted, rhs_contracted), (lhs_batch, rhs_batch))``.

    The result has the batch axes, then the free axes of ``lhs``, then those of ``rhs``.
    TypeError if contracted axes differ in size.
    """
    del out_sharding
    (lhs_contracted, rhs_contracted), (lhs_batch, rhs_batch) = dimension_numbers
    if not all(0 <= axis < lhs.ndim for axis in (*lhs_contracted, *lhs_batch)):
        raise TypeError(
            "dot_general requires lhs dimension numbers to be nonnegative and less than the number of axes of the lhs "
            f"value, got lhs_batch of {lhs_batch} and lhs_contracting of {lhs_contracted} for lhs of rank {lhs.ndim}"
        )
    options = {"precision": precision, "preferred_element_type": preferred_element_type}
    given = {name: value for name, value in options.items() if value is not None}
    if not lhs_batch and lhs_contracted == (lhs.ndim - 1,) and rhs_contracted == (0,) and rhs.ndim == 2:
        return jnp.matmul(lhs, rhs, **given)
    sizes = [
        tuple(lhs.shape[a] for a in lhs_contracted),
        tuple(rhs.shape[a] for a in rhs_contracted),
    ]
    if sizes[0] != sizes[1]:
        raise TypeError(
            f"dot_general requires contracting dimensions to have the same shape, got {sizes[0]} and {sizes[1]}."
        )
    lhs_free = [a for a in range(lhs.ndim) if a not in (*lhs_contracted, *lhs_batch)]
    rhs_free = [a for a in range(rhs.ndim) if a not in (*rhs_contracted, *rhs_batch)]
    batch = tuple(lhs.shape[a] for a in lhs_batch)
    rows, columns = tuple(lhs.shape[a] for a in lhs_free), tuple(rhs.shape[a] for a in rhs_free)
    inner = math.prod(sizes[0])
    left = jnp.transpose(lhs, (*lhs_batch, *lhs_free, *lhs_contracted))
    right = jnp.transpose(rhs, (*rhs_batch, *rhs_contracted, *rhs_free))
    product = jnp.matmul(
        left.reshape((*batch, math.prod(rows), inner)),
        right.reshape((*batch, inner, math.prod(columns))),
        **given,
    )
    return product.reshape((*batch, *rows, *columns))
