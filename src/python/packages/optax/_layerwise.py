"""Optimizers whose steps are in proportion to each layer's weights."""

from typing import Any

from optax._accumulation import trace
from optax._adaptive import scale_by_adam
from optax._adding import add_decayed_weights
from optax._base import GradientTransformationExtraArgs
from optax._combining import chain, masked
from optax._scaling import scale_by_learning_rate, scale_by_trust_ratio

Optimizer = GradientTransformationExtraArgs


def lamb(
    learning_rate: Any,
    b1: Any = 0.9,
    b2: Any = 0.999,
    eps: Any = 1e-6,
    eps_root: Any = 0.0,
    weight_decay: Any = 0.0,
    mask: Any = None,
) -> Optimizer:
    """Adam with weight decay, each layer's step in proportion to its weights."""
    return chain(
        scale_by_adam(b1, b2, eps, eps_root),
        add_decayed_weights(weight_decay, mask),
        scale_by_trust_ratio(),
        scale_by_learning_rate(learning_rate),
    )


def lars(
    learning_rate: Any,
    weight_decay: Any = 0.0,
    weight_decay_mask: Any = True,
    trust_coefficient: Any = 0.001,
    eps: Any = 0.0,
    trust_ratio_mask: Any = True,
    momentum: Any = 0.9,
    nesterov: bool = False,
) -> Optimizer:
    """Momentum, each layer's step in proportion to its weights."""
    ratio = scale_by_trust_ratio(trust_coefficient=trust_coefficient, eps=eps)
    return chain(
        add_decayed_weights(weight_decay, weight_decay_mask),
        masked(ratio, trust_ratio_mask),
        scale_by_learning_rate(learning_rate),
        trace(momentum, nesterov),
    )


def fromage(learning_rate: Any, min_norm: Any = 1e-6) -> Optimizer:
    """Fromage: steps in proportion to the weights, which are scaled down in turn."""
    if callable(learning_rate):
        rate: Any = learning_rate

        def shrink(count: Any) -> Any:
            return 1 / (1 + rate(count) ** 2) ** 0.5

        return chain(
            scale_by_trust_ratio(min_norm),
            scale_by_learning_rate(lambda count: shrink(count) * rate(count)),
            add_decayed_weights(lambda count: shrink(count) - 1),
        )
    factor = 1 / (1 + learning_rate**2) ** 0.5
    return chain(
        scale_by_trust_ratio(min_norm),
        scale_by_learning_rate(learning_rate * factor),
        add_decayed_weights(factor - 1),
    )
