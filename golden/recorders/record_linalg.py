"""Record values and gradients of jax.numpy.linalg.

usage: pip install "jax==0.10.2"; python golden/recorders/record_linalg.py

Writes golden/recordings/linalg.json in the form of numpy_functions.json. Matrices are well conditioned, so that
results agree to float32 whatever the order of the sums.
"""

import math
from typing import Any

from function_calls import SPD, T3, A, M, R, V, W, f32, i32, run
from recording import write

import jax.numpy as jnp

LA = "jax.numpy.linalg."
CASES = []

FOUR = f32([4.0, 1.0, -0.5, 0.25], [0.5, 3.0, 1.0, -1.0], [-1.0, 0.75, 5.0, 0.5], [0.25, -0.5, 1.5, 2.5])
BATCH = jnp.stack([M, SPD])
PAIR = f32([[2.0, 0.5], [-1.0, 1.5]], [[1.0, -0.25], [0.5, 3.0]])
TALL = f32([2.0, 0.5], [-1.0, 1.5], [0.25, 3.0])


def case(name: str, *args: Any, grad: bool = True, **kwargs: Any) -> None:
    """Adds a call, with its gradient unless it has none."""
    CASES.append((LA + name, args, kwargs, grad))


for order in (None, "fro", "nuc", 1, -1, 2, -2, math.inf, -math.inf):
    case("norm", A, ord=order)
for order in (None, 0, 1, 2, 3, 0.5, math.inf, -math.inf, -2):
    case("norm", V, ord=order)
case("norm", A, axis=1)
case("norm", A, ord=1, axis=0, keepdims=True)
case("norm", T3, ord="fro", axis=(0, 2))
case("norm", T3, ord=1, axis=(2, 0))
case("norm", T3, ord=math.inf, axis=(-1, 0), keepdims=True)
case("norm", T3, ord=2, axis=(0, 1), keepdims=True)
case("norm", T3)
case("norm", T3, keepdims=True)
case("norm", i32(3, 4))
case("matrix_norm", T3, ord=1)
case("matrix_norm", A, keepdims=True)
case("vector_norm", A, ord=3)
case("vector_norm", T3, axis=(0, 1), keepdims=True)
for name in ("inv", "det", "slogdet"):
    for matrix in (M, FOUR, BATCH, PAIR):
        case(name, matrix)
case("inv", i32([2, 1], [1, 1]))
case("inv", f32([1.0, 2.0], [2.0, 4.0]), grad=False)
case("inv", f32([0.0, 0.0], [0.0, 0.0]), grad=False)
case("det", f32([1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]))
case("det", f32([1.0, 2.0], [2.0, 4.0]))
case("det", f32([1.0, 2.0, 3.0, 0.0], [2.0, 4.0, 6.0, 1.0], [0.0, 1.0, 1.0, 2.0], [1.0, 0.0, 2.0, 1.0]))
case("slogdet", f32([1.0, 1.0], [1.0, 1.0]), grad=False)
case("solve", M, f32(1.0, -2.0, 0.5))
case("solve", FOUR, T3.reshape(4, 3))
case("solve", BATCH, R)
case("solve", M, jnp.stack([R, SPD]))
case("cholesky", SPD)
case("cholesky", SPD, upper=True)
case("cholesky", jnp.stack([SPD, jnp.eye(3) * 2 + 0.5]))
case("cholesky", f32([1.0, 2.0], [2.0, 1.0]), grad=False)
for matrix in (M, TALL, FOUR, PAIR):
    case("qr", matrix)
case("qr", TALL.T, grad=False)
case("qr", TALL, "complete", grad=False)
case("qr", M, mode="r")
for matrix in (SPD, FOUR, BATCH):
    case("eigh", matrix)
case("eigh", M, "U", symmetrize_input=False, grad=False)
case("eigvalsh", SPD)
for matrix in (M, TALL, TALL.T, FOUR, PAIR):
    case("svd", matrix, full_matrices=False)
case("svd", TALL, grad=False)
case("svd", A, grad=False)
case("svd", A, compute_uv=False)
case("svdvals", BATCH)
case("pinv", M)
case("pinv", TALL)
case("pinv", A)
case("matrix_rank", A)
case("matrix_rank", f32([1.0, 2.0], [2.0, 4.0]))
case("matrix_rank", BATCH)
for p in (None, 1, -2, "fro", math.inf):
    case("cond", M, p)
case("lstsq", TALL, f32(1.0, -2.0, 0.5))
case("lstsq", TALL, A.T)
case("matrix_power", M, 3)
case("matrix_power", M, 0)
case("matrix_power", M, -2)
case("matrix_power", i32([1, 1], [1, 0]), 5)
case("multi_dot", [A, M, R])
case("multi_dot", [f32(1.0, 2.0), A, f32(0.5, 1.0, -1.0)])
case("multi_dot", [A, M])
case("tensorinv", T3.reshape(2, 1, 2, 3)[:, :, :, :1] + f32([1.0, 0.0], [0.0, 2.0]).reshape(2, 1, 2, 1))
case("tensorsolve", FOUR.reshape(2, 2, 4), f32([1.0, 2.0], [3.0, -1.0]))
case("cross", f32(1.0, 2.0, 3.0), f32([0.5, -1.0, 2.0], [1.0, 0.0, 0.5]))
case("outer", V, W)
case("matmul", A, M)
case("matrix_transpose", T3)
case("diagonal", BATCH, offset=1)
case("trace", BATCH)
case("trace", M, offset=-1)
case("tensordot", A, M, axes=1)
case("vecdot", A, A * 2)


def main() -> None:
    """One case a call."""
    cases = [run(*each) for each in CASES]
    write("linalg", cases=cases)


if __name__ == "__main__":
    main()
