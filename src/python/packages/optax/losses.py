"""Loss functions. Each gives one number per element or example; average them yourself."""

from typing import Any

import _absent
import jax
import jax.numpy as jnp
from optax._numerics import check_same_shape, check_subdtype


def squared_error(predictions: Any, targets: Any = None) -> Any:
    """(predictions - targets)², element by element.

    TypeError unless predictions are floats, ValueError if the shapes differ.
    """
    check_subdtype(predictions, jnp.floating)
    if targets is not None:
        check_same_shape(predictions, targets)
    return _errors(predictions, targets) ** 2


def l2_loss(predictions: Any, targets: Any = None) -> Any:
    """Half of `squared_error`."""
    return 0.5 * squared_error(jnp.asarray(predictions), targets)


def huber_loss(predictions: Any, targets: Any = None, *, delta: Any = 1.0) -> Any:
    """Half the squared error up to a distance of `delta`, a straight line beyond."""
    check_subdtype(predictions, jnp.floating)
    distance = jnp.abs(_errors(predictions, targets))
    near = jnp.minimum(distance, delta)
    return 0.5 * near**2 + delta * (distance - near)


def log_cosh(predictions: Any, targets: Any = None) -> Any:
    """log(cosh(predictions - targets)), element by element."""
    check_subdtype(predictions, jnp.floating)
    errors = _errors(predictions, targets)
    return jnp.logaddexp(errors, -errors) - jnp.log(2.0).astype(errors.dtype)


def cosine_similarity(predictions: Any, targets: Any, *, epsilon: Any = 0.0, axis: Any = -1, where: Any = None) -> Any:
    """The cosine of the angle between vectors along `axis`; their squared norms at least `epsilon`."""
    check_subdtype(predictions, jnp.floating)
    check_subdtype(targets, jnp.floating)

    def unit(x: Any) -> Any:
        square = jnp.sum(jnp.square(x), axis=axis, keepdims=True, **_where(where))
        return x / jnp.sqrt(jnp.maximum(square, epsilon))

    return jnp.sum(unit(predictions) * unit(targets), axis=axis, **_where(where))


def cosine_distance(predictions: Any, targets: Any, *, epsilon: Any = 0.0, axis: Any = -1, where: Any = None) -> Any:
    """1 - `cosine_similarity`."""
    return 1.0 - cosine_similarity(predictions, targets, epsilon=epsilon, axis=axis, where=where)


def sigmoid_binary_cross_entropy(logits: Any, labels: Any) -> Any:
    """The cross entropy of labels (0 to 1) under sigmoid(logits), element by element."""
    check_subdtype(logits, jnp.floating)
    labels = jnp.asarray(labels).astype(logits.dtype)
    log_p, log_not_p = jax.nn.log_sigmoid(logits), jax.nn.log_sigmoid(-logits)
    return -labels * log_p - (1.0 - labels) * log_not_p


def sigmoid_focal_loss(logits: Any, labels: Any, *, alpha: Any = None, gamma: Any = 2.0) -> Any:
    """Binary cross entropy, weighted by (1 - probability of the label) ** gamma.

    alpha: weight of label 1 against 1 - alpha of label 0.
    """
    check_subdtype(logits, jnp.floating)
    labels = jnp.asarray(labels).astype(logits.dtype)
    loss = sigmoid_binary_cross_entropy(logits, labels)
    p = jax.nn.sigmoid(logits)
    missed = (1 - labels) * p + labels * jax.nn.sigmoid(-logits)
    loss = loss * missed**gamma
    return loss if alpha is None else (alpha * labels + (1.0 - alpha) * (1.0 - labels)) * loss


def softmax_cross_entropy(logits: Any, labels: Any, axis: Any = -1, where: Any = None) -> Any:
    """The cross entropy of distributions `labels` under softmax(logits), summed over `axis`."""
    check_subdtype(logits, jnp.floating)
    if where is not None and where.ndim != logits.ndim:
        where = jnp.expand_dims(where, axis)
    log_p = jax.nn.log_softmax(logits, axis, **_where(where))
    return -jnp.sum(labels * log_p, axis, **_where(where))


def softmax_cross_entropy_with_integer_labels(logits: Any, labels: Any, axis: int = -1, where: Any = None) -> Any:
    """The cross entropy of whole-number labels under softmax(logits) along `axis`.

    logits: (…, classes), labels: (…). TypeError if logits are no floats or labels no ints.
    """
    check_subdtype(logits, jnp.floating)
    check_subdtype(labels, jnp.integer)
    if where is not None and where.ndim != logits.ndim:
        where = jnp.expand_dims(where, axis)
    if not isinstance(axis, int):
        raise ValueError(
            f"Keyword argument 'axis' must be of type 'int' or 'tuple[int, ...]' but actual type is {type(axis)}."
        )
    if not -logits.ndim <= axis < logits.ndim:
        raise ValueError(f"axis {axis} is out of bounds for array of dimension {logits.ndim}")
    axis %= logits.ndim
    total = jax.nn.logsumexp(logits, axis=axis, **_where(where))
    loss = total - _picked(logits, labels, axis)
    return loss if where is None else jnp.where(jnp.any(where, axis), loss, 0.0)


def poly_loss_cross_entropy(logits: Any, labels: Any, *, epsilon: Any = 2.0, axis: Any = -1, where: Any = None) -> Any:
    """`softmax_cross_entropy` plus `epsilon` times (1 - probability of the label)."""
    check_subdtype(logits, jnp.floating)
    check_subdtype(labels, jnp.floating)
    p = jax.nn.softmax(logits, axis=axis, **_where(where))
    missed = jnp.sum(labels * (1 - p), axis=axis, **_where(where))
    return softmax_cross_entropy(logits, labels, axis, where) + epsilon * missed


def kl_divergence(log_predictions: Any, targets: Any, axis: Any = -1, where: Any = None) -> Any:
    """The divergence of `targets` from exp(log_predictions), summed over `axis`."""
    check_subdtype(log_predictions, jnp.floating)
    check_subdtype(targets, jnp.floating)
    log_targets = jnp.where(targets == 0, 0, jnp.log(targets))
    return jnp.sum(targets * (log_targets - log_predictions), axis=axis, **_where(where))


def kl_divergence_with_log_targets(log_predictions: Any, log_targets: Any, axis: Any = -1, where: Any = None) -> Any:
    """The divergence of exp(log_targets) from exp(log_predictions), summed over `axis`."""
    check_subdtype(log_predictions, jnp.floating)
    check_subdtype(log_targets, jnp.floating)
    terms = jnp.exp(log_targets) * (log_targets - log_predictions)
    return jnp.sum(terms, axis=axis, **_where(where))


def generalized_kl_divergence(log_predictions: Any, targets: Any, axis: Any = -1, where: Any = None) -> Any:
    """`kl_divergence` of what need not sum to 1."""
    excess = jnp.sum(jnp.exp(log_predictions) - targets, axis=axis, **_where(where))
    return kl_divergence(log_predictions, targets, axis, where) + excess


def hinge_loss(predictor_outputs: Any, targets: Any) -> Any:
    """max(0, 1 - outputs * targets) for targets of -1 and 1."""
    return jnp.maximum(0, 1 - predictor_outputs * targets)


def perceptron_loss(predictor_outputs: Any, targets: Any) -> Any:
    """max(0, -outputs * targets) for targets of -1 and 1."""
    check_same_shape(predictor_outputs, targets)
    return jnp.maximum(0, -predictor_outputs * targets)


def multiclass_hinge_loss(scores: Any, labels: Any) -> Any:
    """How far the best wrong score comes within 1 of the label's score. scores: (…, classes)."""
    hot = jax.nn.one_hot(labels, scores.shape[-1])
    return jnp.max(scores + 1.0 - hot, axis=-1) - jnp.sum(scores * hot, axis=-1)


def multiclass_perceptron_loss(scores: Any, labels: Any) -> Any:
    """How far the best score is above the label's score. scores: (…, classes)."""
    hot = jax.nn.one_hot(labels, scores.shape[-1])
    return jnp.max(scores, axis=-1) - jnp.sum(scores * hot, axis=-1)


def smooth_labels(labels: Any, alpha: Any, *, axis: int = -1, where: Any = None) -> Any:
    """Distributions with a share `alpha` spread evenly over the classes along `axis`."""
    check_subdtype(labels, jnp.floating)
    classes = labels.shape[axis] if where is None else jnp.sum(where, axis, keepdims=True)
    return (1.0 - alpha) * labels + alpha / classes


def _picked(logits: Any, labels: Any, axis: int) -> Any:
    """The logit of each label; NaN where the label is no class."""
    classes = logits.shape[axis]
    labels = jnp.where(labels < 0, labels + classes, labels)
    places = jnp.arange(classes).reshape(tuple(-1 if a == axis else 1 for a in range(logits.ndim)))
    chosen = jnp.where(jnp.expand_dims(labels, axis) == places, logits, 0.0)
    known = jnp.logical_and(labels >= 0, labels < classes)
    return jnp.where(known, jnp.sum(chosen, axis=axis), jnp.nan)


def _errors(predictions: Any, targets: Any) -> Any:
    return predictions if targets is None else predictions - targets


def _where(where: Any) -> dict[str, Any]:
    return {} if where is None else {"where": where}


__getattr__, __dir__ = _absent.attributes(
    __name__,
    "Optax 0.2.8",
    lacking="binary_dice_loss convex_kl_divergence ctc_loss ctc_loss_with_forward_probs dice_loss "
    "make_fenchel_young_loss multiclass_generalized_dice_loss multiclass_sparsemax_loss ntxent "
    "ranking_softmax_loss safe_softmax_cross_entropy sparsemax_loss triplet_margin_loss",
)
