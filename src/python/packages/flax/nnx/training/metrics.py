"""Metrics that are collected over many batches."""

from __future__ import annotations

import dataclasses
from typing import Any

import jax
import jax.numpy as jnp
from flax.nnx import filterlib, graphlib
from flax.nnx.pytreelib import Pytree
from flax.nnx.variablelib import Variable


class MetricState(Variable):
    """What a metric has collected."""


class Metric(Pytree):
    """Base class of metrics: ``reset``, ``update(**kwargs)``, ``compute``."""

    def __init__(self) -> None:
        raise NotImplementedError("Must override `__init__()` method.")

    def reset(self) -> None:
        """Forget what was collected."""
        raise NotImplementedError("Must override `reset()` method.")

    def update(self, **kwargs: Any) -> None:
        """Collect one batch."""
        raise NotImplementedError("Must override `update()` method.")

    def compute(self) -> Any:
        """The metric of all that was collected."""
        raise NotImplementedError("Must override `compute()` method.")

    def split(self, *filters: filterlib.Filter) -> tuple[Any, ...]:
        """``nnx.split`` of the metric."""
        return graphlib.split(self, *filters)


def _argument(kwargs: dict[str, Any], name: str) -> Any:
    if name not in kwargs:
        raise TypeError(f"Expected keyword argument '{name}'")
    return kwargs[name]


def _zero(dtype: Any) -> jax.Array:
    return jnp.array(0, dtype=dtype)


class Average(Metric):
    """The mean of all numbers given as ``values`` (or the keyword ``argname``)."""

    def __init__(self, argname: str = "values"):
        self.argname = argname
        self.total = MetricState(_zero(jnp.float32))
        self.count = MetricState(_zero(jnp.int32))

    def reset(self) -> None:
        self.total[...] = _zero(jnp.float32)
        self.count[...] = _zero(jnp.int32)

    def update(self, mask: jax.Array | None = None, **kwargs: Any) -> None:
        """Collect an array or a number; ``mask`` chooses elements of an array."""
        values = _argument(kwargs, self.argname)
        is_number = isinstance(values, (int, float))
        if mask is not None and is_number:
            raise ValueError(f"If mask is provided, {self.argname} should be a jax array")
        if is_number:
            self.total[...] += values
            self.count[...] += 1
        elif mask is None:
            self.total[...] += values.sum()
            self.count[...] += values.size
        else:
            self.total[...] += (values * mask.astype(values.dtype)).sum()
            self.count[...] += mask.sum().astype(self.count.dtype)

    def compute(self) -> jax.Array:
        """The mean, NaN before the first update."""
        return self.total / self.count


@jax.tree_util.register_dataclass
@dataclasses.dataclass(frozen=True)
class Statistics:
    """What :class:`Welford` computes."""

    mean: jax.Array
    standard_error_of_mean: jax.Array
    standard_deviation: jax.Array


class Welford(Metric):
    """Mean and spread of all numbers, collected without keeping them."""

    def __init__(self, argname: str = "values"):
        self.argname = argname
        self.count = MetricState(_zero(jnp.int32))
        self.mean = MetricState(_zero(jnp.float32))
        self.m2 = MetricState(_zero(jnp.float32))

    def reset(self) -> None:
        self.count[...] = _zero(jnp.uint32)
        self.mean[...] = _zero(jnp.float32)
        self.m2[...] = _zero(jnp.float32)

    def update(self, **kwargs: Any) -> None:
        """Collect an array or a number."""
        values = _argument(kwargs, self.argname)
        is_number = isinstance(values, (int, float))
        count = 1 if is_number else values.size
        before = self.count[...]
        self.count[...] += count
        # Batches are joined by their means and sums of squares around them (Chan et al.).
        delta = (values if is_number else values.mean()) - self.mean
        self.mean[...] += delta * count / self.count
        inside = 0.0 if is_number else values.var() * count
        self.m2[...] += inside + delta * delta * count * before / self.count

    def compute(self) -> Statistics:
        """Mean, its standard error and the standard deviation."""
        variance = self.m2 / self.count
        deviation = variance**0.5
        return Statistics(
            mean=self.mean[...],
            standard_error_of_mean=deviation / self.count**0.5,
            standard_deviation=deviation,
        )


class Accuracy(Average):
    """The share of right predictions; with a ``threshold`` of two classes."""

    def __init__(self, threshold: float | None = None, *args: Any, **kwargs: Any):
        if threshold is not None and not isinstance(threshold, float):
            raise TypeError(f"Expected threshold to be a float, got {type(threshold)}")
        self.threshold = threshold
        super().__init__(*args, **kwargs)

    def update(  # type: ignore[override]
        self, *, logits: jax.Array, labels: jax.Array, mask: jax.Array | None = None, **_: Any
    ) -> None:
        """Collect ``logits`` ``(..., classes)`` and int32 ``labels`` ``(...)``."""
        binary = self.threshold is not None
        if binary and logits.ndim != labels.ndim:
            raise ValueError(
                f"For binary classification, expected logits.ndim==labels.ndim, got {logits.ndim} and {labels.ndim}"
            )
        if not binary and logits.ndim != labels.ndim + 1:
            raise ValueError(
                "For multi-class classification, expected logits.ndim==labels.ndim+1, got "
                f"{logits.ndim} and {labels.ndim}"
            )
        if labels.dtype != jnp.int32:
            raise ValueError(f"Expected labels.dtype==jnp.int32, got {labels.dtype}")
        if self.threshold is not None:
            right = (logits >= self.threshold) == (labels > 0)
        else:
            right = logits.argmax(axis=-1) == labels
        super().update(values=right, mask=mask)


class MultiMetric(Metric):
    """Several metrics by name, updated together with the same keywords."""

    def __init__(self, **metrics: Metric):
        self._metric_names = tuple(metrics)
        for name, metric in metrics.items():
            setattr(self, name, metric)

    def reset(self) -> None:
        """Forget what all metrics have collected."""
        for name in self._metric_names:
            getattr(self, name).reset()

    def update(self, **updates: Any) -> None:
        """Update each metric; ``mask`` is an array for all or a dict with one for each name."""
        mask = updates.pop("mask", None)
        for name in self._metric_names:
            own = mask.get(name) if isinstance(mask, dict) else mask
            extra = {} if own is None else {"mask": own}
            getattr(self, name).update(**updates, **extra)

    def compute(self) -> dict[str, Any]:
        """The metrics' values by name."""
        return {name: getattr(self, name).compute() for name in self._metric_names}
