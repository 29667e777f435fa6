"""Record values and gradients of JAX's rarer array functions.

usage: pip install "jax==0.10.2"; python golden/recorders/record_rare_functions.py

Writes golden/recordings/rare_numpy_functions.json in the form of golden/recordings/numpy_functions.json.
"""

from typing import Any

from function_calls import FLAGS, NANS, T3, A, B, I, M, V, W, f32, i32, run
from recording import write

import jax.numpy as jnp

NP, LAX = "jax.numpy.", "jax.lax."
CASES = []
ROWS = i32([1, 2], [1, 2], [0, 1])
REPEATED = i32(3, 1, 2, 1, 3)


def case(name: str, *args: Any, grad: bool = True, **kwargs: Any) -> None:
    """Adds a call, with its gradient unless it has none."""
    CASES.append((name, args, kwargs, grad))


case(NP + "where", FLAGS)
case(NP + "where", REPEATED > 1, size=4, fill_value=9)
case(NP + "select", [A > 1.0, A > 0.0], [A, B], -1.0)
case(NP + "select", [FLAGS], [I])
for mode in ("clip", "wrap"):
    case(NP + "choose", i32(0, 5, -1, 1), [V, W], mode=mode)
case(NP + "choose", i32(0, 1, 1, 0), [V, W])
case(NP + "compress", jnp.array([True, False, True]), V[:3])
case(NP + "compress", jnp.array([False, True]), A, axis=0)
case(NP + "compress", jnp.array([True, False, True, True]), V, size=4, fill_value=7.0)
case(NP + "extract", FLAGS, A)
case(NP + "append", V, 4.0)
case(NP + "append", A, B)
case(NP + "append", A, B, axis=1)
case(NP + "insert", V, 1, 9.0)
case(NP + "insert", V, -1, W)
case(NP + "insert", A, 1, f32(7.0, 8.0), axis=1)
case(NP + "insert", A, i32(0, 2, 2), 5.0, axis=1)
case(NP + "insert", V, i32(3, 1), f32(5.0, 6.0))
case(NP + "delete", V, 1)
case(NP + "delete", A, i32(0, -1), axis=1)
case(NP + "delete", A, 3)
case(NP + "put", V, i32(0, 2), f32(5.0), inplace=False)
case(NP + "put", A, i32(0, -1), W, inplace=False)
case(NP + "place", A, FLAGS, f32(7.0, 8.0), inplace=False)
case(NP + "trim_zeros", i32(0, 0, 1, 0, 2, 0))
case(NP + "unique", REPEATED)
case(NP + "unique", REPEATED, return_index=True, return_inverse=True, return_counts=True)
case(NP + "unique", REPEATED, size=5, fill_value=-1, return_index=True, return_counts=True)
case(NP + "unique", REPEATED, size=2, return_counts=True)
case(NP + "unique", A, return_inverse=True)
case(NP + "unique", ROWS, axis=0, return_inverse=True)
case(NP + "unique", NANS, grad=False)
case(NP + "unique", NANS, equal_nan=False, grad=False)
for name in ("unique_all", "unique_counts", "unique_inverse", "unique_values"):
    case(NP + name, REPEATED)
case(NP + "isin", I, i32(3, -1, 5))
case(NP + "isin", A, B, invert=True)
case(NP + "intersect1d", REPEATED, i32(1, 3, 5, 1))
case(NP + "intersect1d", REPEATED, i32(1, 3, 5), return_indices=True)
for name in ("setdiff1d", "setxor1d", "union1d"):
    case(NP + name, REPEATED, i32(1, 7, 1))
case(NP + "ix_", i32(0, 2), i32(1, 0, 1))
case(NP + "cov", A)
case(NP + "cov", V, W)
case(NP + "cov", A, rowvar=False, bias=True)
case(NP + "cov", A, fweights=i32(1, 2, 1))
case(NP + "cov", A, fweights=i32(1, 2, 1), aweights=f32(0.5, 1.0, 2.0), grad=False)
case(NP + "corrcoef", T3.reshape(3, 4) * f32(1.0, -2.0, 0.5, 3.0))
case(NP + "corrcoef", V, W)
for name in ("bartlett", "blackman", "hamming", "hanning"):
    case(NP + name, 5)
case(NP + "hanning", 1)
case(NP + "kaiser", 5, 2.5)
case(NP + "diag_indices_from", M)
case(NP + "tril_indices_from", A)
case(NP + "triu_indices_from", A, 1)
case(NP + "ravel_multi_index", [i32(0, 1), i32(2, 1)], (2, 3))
for mode in ("clip", "wrap"):
    case(NP + "ravel_multi_index", [i32(0, 5), i32(-2, 1)], (2, 3), mode=mode)
case(NP + "unravel_index", i32(0, 5, -1, 9, -20), (2, 3))
case(NP + "polyadd", V, W[:2])
case(NP + "polysub", V[:1], W)
case(NP + "polymul", V, W[:3])
case(NP + "polyder", V)
case(NP + "polyder", V, 2)
case(NP + "polyint", V)
case(NP + "polyint", V, m=2, k=f32(1.0, 2.0))
case(NP + "poly", V)
case(NP + "polyfit", f32(0.25, 0.5, 1.0, 1.5), V, 1)
case(NP + "polyfit", f32(0.0, 0.5, 1.0, 1.5), V, 2, w=W, grad=False)
case(NP + "imag", A)
case(NP + "copy", A)
case(NP + "bitwise_count", I)
case(NP + "ldexp", A, I)
case(NP + "unwrap", f32(0.0, 3.0, 6.5, -2.0, 12.0))
case(NP + "unwrap", A * 6, axis=0, period=4.0)
case(NP + "moveaxis", T3, (0, 1), (-1, 0))
case(NP + "expand_dims", A, (0, -1))
case(NP + "trace", T3, axis1=1, axis2=2)

case(LAX + "dynamic_update_slice_in_dim", A, B[:, :2], i32(1)[0], 1)
case(LAX + "dynamic_update_slice_in_dim", A, B[:1], i32(5)[0], 0)
case(LAX + "dynamic_update_index_in_dim", A, V[:3], i32(1)[0], 0)
case(LAX + "dynamic_update_index_in_dim", A, W[:2], i32(-1)[0], 1)
case(LAX + "index_in_dim", A, -1, 1)
case(LAX + "index_in_dim", A, 0, keepdims=False)
case(LAX + "index_take", A, [i32(0, 1, 1), i32(2, 0, 1)], (0, 1))
case(LAX + "select_n", FLAGS, A, B)
case(LAX + "select_n", i32(0, 2, 1, 0), V, W, V * 2)
case(LAX + "batch_matmul", jnp.stack([M, M * 2]), jnp.stack([M, M + 1]))
case(LAX + "shift_left", jnp.abs(I), i32([1, 2, 3], [0, 1, 2]))
case(LAX + "shift_right_arithmetic", I, i32([1, 2, 1], [0, 1, 2]))
case(LAX + "shift_right_logical", I, i32([1, 2, 1], [0, 1, 2]))
case(LAX + "population_count", I)
case(LAX + "clz", jnp.abs(I))
case(LAX + "sort_key_val", V, W)
case(LAX + "sort_key_val", i32(3, 1, 3, 1), V)
case(LAX + "full_like", A, 2.5)
case(LAX + "broadcast_to_rank", V, 3)
case(LAX + "split", A, (1, 2), 1)
case(LAX + "tile", V, (2,))
case(LAX + "pad", A, 0.5, ((1, 0, 0), (0, 1, 1)))
case(LAX + "pad", A, -1.0, ((0, -1, 0), (-1, 2, 0)))
case(LAX + "round", f32(0.5, 1.5, -0.5, 2.25), grad=False)
case(LAX + "argmax", A, 1, "int32")
case(LAX + "argmin", A, 0, "int32")
case(LAX + "reduce_xor", FLAGS, (0,))


def main() -> None:
    """One case a call."""
    cases = [run(*each) for each in CASES]
    write("rare_functions", cases=cases)


if __name__ == "__main__":
    main()
