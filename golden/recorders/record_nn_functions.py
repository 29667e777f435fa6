"""Records values and gradients of jax.nn's functions."""

from function_calls import CASES, EDGES, FLAGS, NN, A, M, P, V, case, each, f32, i32, run
from recording import write

# jax.nn.
NNS = (
    "relu relu6 sigmoid tanh softplus silu swish log_sigmoid soft_sign hard_tanh hard_sigmoid hard_silu "
    "hard_swish elu celu selu leaky_relu gelu identity sparse_plus sparse_sigmoid mish squareplus softmax "
    "log_softmax logsumexp logmeanexp standardize"
)
each(NN, NNS, A)
each(NN, NNS, f32(0.0, 1.0, -1.0, 6.0))
each(NN, "relu relu6 sigmoid softplus silu log_sigmoid elu selu gelu", f32(30.0, -30.0, 100.0, -100.0))
each(NN, "softmax log_softmax logsumexp standardize logmeanexp", A, axis=0)
each(NN, "softmax log_softmax logsumexp logmeanexp standardize", A, where=FLAGS, grad=False)
each(NN, "logsumexp logmeanexp", A, axis=1, keepdims=True)
case(NN + "logsumexp", EDGES[:3], grad=False)
case(NN + "gelu", A, approximate=False)
case(NN + "elu", A, 0.5)
case(NN + "celu", A, alpha=2.0)
case(NN + "leaky_relu", A, negative_slope=0.2)
case(NN + "squareplus", A, b=1.0)
case(NN + "glu", V)
case(NN + "glu", M[:2, :2], axis=0)
case(NN + "log1mexp", P)
case(NN + "one_hot", i32(0, 2, 5, -1), 3)
case(NN + "one_hot", i32(0, 2), 3, axis=0)
Q4 = f32([[[0.5, -1.0], [0.25, 2.0]], [[1.0, 0.5], [-0.5, 1.5]], [[-1.0, 0.25], [0.75, -0.5]]])
case(NN + "dot_product_attention", Q4[0], Q4[0] * 0.5, Q4[0] + 0.25)
case(NN + "dot_product_attention", Q4[0], Q4[0] * 0.5, Q4[0] + 0.25, is_causal=True)
case(NN + "dot_product_attention", Q4, Q4 * 0.5, Q4 + 0.25, scale=0.5)

if __name__ == "__main__":
    write("nn_functions", cases=[run(*each_case) for each_case in CASES])
