"""Records values and gradients of jax.lax's functions."""

from function_calls import CASES, EDGES, FLAGS, LAX, T3, TIES, A, B, I, J, M, P, R, U, V, case, each, f32, i32, run
from recording import write

import jax.numpy as jnp

# jax.lax.
each(
    LAX,
    "abs atan asinh cbrt ceil cos cosh erf erfc exp exp2 expm1 floor logistic neg sign sin sinh square "
    "tan tanh is_finite",
    A,
)
each(LAX, "log log1p rsqrt sqrt reciprocal lgamma digamma", P, grad=False)
each(LAX, "log log1p rsqrt sqrt reciprocal lgamma digamma", P)
each(LAX, "acos asin atanh erf_inv", U)
each(LAX, "erf erfc", f32(0.0, 4.5, -5.0, 2.5))
each(LAX, "bessel_i0e bessel_i1e", f32(0.5, -3.5, 4.5, 0.0, 19.0, 21.0, -60.0))
each(LAX, "bessel_i0e bessel_i1e", EDGES, grad=False)
for order in (0.0, 1.0, 2.0, 5.0):
    case(LAX + "polygamma", jnp.full((4,), order, "float32"), f32(0.5, 1.0, 2.5, 30.0), grad=False)
case(LAX + "polygamma", jnp.ones(4), f32(-1.5, -0.25, 0.0, -2.0), grad=False)
case(LAX + "zeta", f32(2.0, 3.0, 1.5, 1.0, 0.5), f32(1.0, 0.5, 4.0, 2.0, 2.0), grad=False)
case(LAX + "zeta", f32(2.0, 3.0, 2.5, 2.0), f32(-1.5, -0.5, -0.5, -1.0), grad=False)
case(LAX + "lgamma", f32(-0.5, 12.5, 1.0, 100.0), grad=False)
case(LAX + "acosh", f32(1.5, 2.0, 5.0, 1.25))
each(LAX, "add sub mul div max min atan2 rem eq ne lt le gt ge", A, B)
case(LAX + "pow", P, B)
each(LAX, "add sub mul div max min rem bitwise_and bitwise_or bitwise_xor", I, J)
case(LAX + "bitwise_not", I)
case(LAX + "integer_pow", A, 3)
case(LAX + "clamp", -0.5, A, 1.0)
each(LAX, "reduce_sum reduce_max reduce_min reduce_prod", A, (1,))
each(LAX, "reduce_and reduce_or", FLAGS, (0,))
each(LAX, "cumsum cumprod cummax cummin cumlogsumexp", V)
each(LAX, "cumsum cumprod cummax cummin cumlogsumexp", A, 1, True)
case(LAX + "dot_general", T3, T3, (((2,), (2,)), ((0,), (0,))))
case(LAX + "dot", M, R)
case(LAX + "convert_element_type", A, "int32")
case(LAX + "broadcast", V, (2,))
case(LAX + "broadcast_in_dim", f32(1.0, 2.0), (2, 3), (0,))
case(LAX + "broadcasted_iota", "int32", (2, 3), 1)
case(LAX + "iota", "float32", 4)
case(LAX + "full", (2, 3), 1.5)
case(LAX + "collapse", T3, 1)
case(LAX + "concatenate", [A, B], 0)
case(LAX + "expand_dims", A, (0, 3))
case(LAX + "squeeze", T3[:1], (0,))
case(LAX + "reshape", A, (3, 2))
case(LAX + "transpose", T3, (2, 0, 1))
case(LAX + "rev", T3, (0, 2))
case(LAX + "select", FLAGS, A, B)
case(LAX + "slice", A, (0, 1), (2, 3))
case(LAX + "slice", V, (0,), (4,), (2,))
case(LAX + "slice_in_dim", A, 1, None, 1, 1)
case(LAX + "stop_gradient", A)
for start in (-1, 1, 7):
    case(LAX + "dynamic_slice", A, (i32(0)[0], i32(start)[0]), (1, 2))
    case(LAX + "dynamic_slice_in_dim", V, i32(start)[0], 2)
    case(LAX + "dynamic_index_in_dim", A, i32(start)[0], 1, keepdims=False)
    case(LAX + "dynamic_update_slice", A, f32([7.0, 8.0]), (i32(start)[0], i32(start)[0]))
case(LAX + "sort", TIES)
case(LAX + "top_k", A, 2)
case(LAX + "top_k", TIES, 2)

if __name__ == "__main__":
    write("lax_functions", cases=[run(*each_case) for each_case in CASES])
