"""Optimizers: chains that end with the learning rate. `update` gives what `apply_updates` adds."""

import functools
from typing import Any

from optax._accumulation import ema, trace
from optax._adaptive import (
    scale_by_adam,
    scale_by_adamax,
    scale_by_adan,
    scale_by_amsgrad,
    scale_by_belief,
    scale_by_lion,
    scale_by_radam,
    scale_by_yogi,
)
from optax._adding import add_decayed_weights
from optax._base import GradientTransformationExtraArgs, identity
from optax._combining import chain
from optax._scaling import scale, scale_by_learning_rate, scale_by_sign
from optax._squares import (
    scale_by_adadelta,
    scale_by_rms,
    scale_by_rprop,
    scale_by_rss,
    scale_by_stddev,
)

Optimizer = GradientTransformationExtraArgs


def sgd(
    learning_rate: Any,
    momentum: Any = None,
    nesterov: bool = False,
    accumulator_dtype: Any = None,
) -> Optimizer:
    """Stochastic gradient descent: minus the learning rate times the gradient.

    learning_rate: a number or a schedule. momentum: how much of earlier updates is kept (0 to 1).
    """
    kept = identity() if momentum is None else trace(momentum, nesterov, accumulator_dtype)
    return chain(kept, scale_by_learning_rate(learning_rate))


def adam(
    learning_rate: Any,
    b1: Any = 0.9,
    b2: Any = 0.999,
    eps: Any = 1e-8,
    eps_root: Any = 0.0,
    mu_dtype: Any = None,
    *,
    nesterov: bool = False,
) -> Optimizer:
    """Adam: the average of gradients over the root of the average of their squares."""
    moments = scale_by_adam(b1, b2, eps, eps_root, mu_dtype, nesterov=nesterov)
    return chain(moments, scale_by_learning_rate(learning_rate))


nadam = functools.partial(adam, nesterov=True)


def adamw(
    learning_rate: Any,
    b1: Any = 0.9,
    b2: Any = 0.999,
    eps: Any = 1e-8,
    eps_root: Any = 0.0,
    mu_dtype: Any = None,
    weight_decay: Any = 1e-4,
    mask: Any = None,
    *,
    nesterov: bool = False,
) -> Optimizer:
    """Adam with weight decay that is not scaled by the gradients; `mask` says which weights."""
    moments = scale_by_adam(b1, b2, eps, eps_root, mu_dtype, nesterov=nesterov)
    decay = add_decayed_weights(weight_decay, mask)
    return chain(moments, decay, scale_by_learning_rate(learning_rate))


nadamw = functools.partial(adamw, nesterov=True)


def adamax(learning_rate: Any, b1: Any = 0.9, b2: Any = 0.999, eps: Any = 1e-8) -> Optimizer:
    """Adam with the decaying maximum of gradients in the place of their squares."""
    return chain(scale_by_adamax(b1, b2, eps), scale_by_learning_rate(learning_rate))


def adamaxw(
    learning_rate: Any,
    b1: Any = 0.9,
    b2: Any = 0.999,
    eps: Any = 1e-8,
    weight_decay: Any = 1e-4,
    mask: Any = None,
) -> Optimizer:
    """Adamax with weight decay."""
    decay = add_decayed_weights(weight_decay, mask)
    return chain(scale_by_adamax(b1, b2, eps), decay, scale_by_learning_rate(learning_rate))


def amsgrad(
    learning_rate: Any,
    b1: Any = 0.9,
    b2: Any = 0.999,
    eps: Any = 1e-8,
    eps_root: Any = 0.0,
    mu_dtype: Any = None,
    bias_correction_mu: bool = True,
    bias_correction_nu: bool = True,
) -> Optimizer:
    """Adam with the largest average of squares so far."""
    moments = scale_by_amsgrad(b1, b2, eps, eps_root, mu_dtype, bias_correction_mu, bias_correction_nu)
    return chain(moments, scale_by_learning_rate(learning_rate))


def adabelief(
    learning_rate: Any,
    b1: Any = 0.9,
    b2: Any = 0.999,
    eps: Any = 1e-16,
    eps_root: Any = 1e-16,
    *,
    nesterov: bool = False,
) -> Optimizer:
    """Adam with squares of the distance of gradients from their average."""
    moments = scale_by_belief(b1, b2, eps, eps_root, nesterov=nesterov)
    return chain(moments, scale_by_learning_rate(learning_rate))


def adan(
    learning_rate: Any,
    b1: Any = 0.98,
    b2: Any = 0.92,
    b3: Any = 0.99,
    eps: Any = 1e-8,
    eps_root: Any = 1e-8,
    weight_decay: Any = 0.0,
    mask: Any = None,
) -> Optimizer:
    """Adan: Adam that looks at the changes of gradients as well."""
    moments = scale_by_adan(b1, b2, b3, eps, eps_root)
    decay = add_decayed_weights(weight_decay, mask)
    return chain(moments, decay, scale_by_learning_rate(learning_rate))


def radam(
    learning_rate: Any,
    b1: Any = 0.9,
    b2: Any = 0.999,
    eps: Any = 1e-8,
    eps_root: Any = 0.0,
    threshold: Any = 5.0,
    *,
    nesterov: bool = False,
) -> Optimizer:
    """Rectified Adam: careful with squares while few have been seen."""
    moments = scale_by_radam(b1, b2, eps, eps_root, threshold, nesterov=nesterov)
    return chain(moments, scale_by_learning_rate(learning_rate))


def yogi(learning_rate: Any, b1: Any = 0.9, b2: Any = 0.999, eps: Any = 1e-3) -> Optimizer:
    """Yogi: Adam whose average of squares grows slowly."""
    return chain(scale_by_yogi(b1, b2, eps), scale_by_learning_rate(learning_rate))


def lion(
    learning_rate: Any,
    b1: Any = 0.9,
    b2: Any = 0.99,
    mu_dtype: Any = None,
    weight_decay: Any = 1e-3,
    mask: Any = None,
) -> Optimizer:
    """Lion: steps of one size in the direction of momentum, with weight decay."""
    decay = add_decayed_weights(weight_decay, mask)
    return chain(scale_by_lion(b1, b2, mu_dtype), decay, scale_by_learning_rate(learning_rate))


def adagrad(learning_rate: Any, initial_accumulator_value: Any = 0.1, eps: Any = 1e-7) -> Optimizer:
    """Adagrad: gradients over the root of the sum of all their squares."""
    squares = scale_by_rss(initial_accumulator_value, eps)
    return chain(squares, scale_by_learning_rate(learning_rate))


def adadelta(
    learning_rate: Any = None,
    rho: Any = 0.9,
    eps: Any = 1e-6,
    weight_decay: Any = 0.0,
    weight_decay_mask: Any = None,
) -> Optimizer:
    """Adadelta: steps of the size of recent steps."""
    decay = add_decayed_weights(weight_decay, weight_decay_mask)
    return chain(decay, scale_by_adadelta(rho, eps), scale_by_learning_rate(learning_rate))


def rmsprop(
    learning_rate: Any,
    decay: Any = 0.9,
    eps: Any = 1e-8,
    initial_scale: Any = 0.0,
    eps_in_sqrt: bool = True,
    centered: bool = False,
    momentum: Any = None,
    nesterov: bool = False,
    bias_correction: bool = False,
) -> Optimizer:
    """RMSProp: gradients over the root of the moving average of their squares.

    centered: over their moving standard deviation.
    """
    squares = scale_by_stddev if centered else scale_by_rms
    return chain(
        squares(decay, eps, initial_scale, eps_in_sqrt, bias_correction),
        scale_by_learning_rate(learning_rate),
        identity() if momentum is None else trace(momentum, nesterov),
    )


def rprop(
    learning_rate: Any,
    eta_minus: Any = 0.5,
    eta_plus: Any = 1.2,
    min_step_size: Any = 1e-6,
    max_step_size: Any = 50.0,
) -> Optimizer:
    """Rprop: only the signs of gradients count; each weight has its own step size."""
    steps = scale_by_rprop(learning_rate, eta_minus, eta_plus, min_step_size, max_step_size)
    return chain(steps, scale(-1.0))


def sign_sgd(learning_rate: Any) -> Optimizer:
    """Steps of one size against the sign of the gradient."""
    return chain(scale_by_sign(), scale_by_learning_rate(learning_rate))


def signum(learning_rate: Any, beta: Any = 0.9, accumulator_dtype: Any = None) -> Optimizer:
    """Steps of one size against the sign of the gradients' moving average."""
    average = ema(beta, debias=False, accumulator_dtype=accumulator_dtype)
    return chain(average, scale_by_sign(), scale_by_learning_rate(learning_rate))
