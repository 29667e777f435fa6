"""Activation functions: those of `jax.nn`, and one with a parameter."""

from typing import Any

import _absent
import jax.numpy as jnp
from flax.linen.module import Module, compact


class PReLU(Module):
    """A leaky ReLU whose slope below zero is the parameter `negative_slope`, of shape ()."""

    param_dtype: Any = jnp.float32
    negative_slope_init: float = 0.01

    @compact
    def __call__(self, inputs: Any) -> Any:
        """The inputs where they are positive, scaled by the slope elsewhere."""
        slope = self.param("negative_slope", lambda _: jnp.asarray(self.negative_slope_init, self.param_dtype))
        return jnp.where(inputs >= 0, inputs, jnp.asarray(slope, inputs.dtype) * inputs)


def normalize(
    x: Any,
    axis: Any = -1,
    mean: Any = None,
    variance: Any = None,
    epsilon: Any = 1e-05,
    where: Any = None,
    *,
    algorithm: str = "fast",
) -> Any:
    """`jax.nn.standardize`: zero mean and unit variance along an axis."""
    import jax

    return jax.nn.standardize(x, axis, mean, variance, epsilon, where, algorithm=algorithm)


__getattr__, __dir__ = _absent.attributes(
    __name__,
    "Flax 0.12.8",
    {
        "jax.nn": "celu elu gelu glu hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu "
        "log_sigmoid log_softmax logsumexp one_hot relu relu6 selu sigmoid silu soft_sign softmax "
        "softplus standardize swish",
        "jax.numpy": "tanh",
    },
)
