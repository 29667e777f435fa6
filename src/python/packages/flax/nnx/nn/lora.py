"""LoRA: a low-rank addition to a layer, which is trained while the layer stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import jax
import jax.numpy as jnp
from flax.nnx.module import Module
from flax.nnx.nn import dtypes, initializers
from flax.nnx.nn.linear import Linear
from flax.nnx.variablelib import Param, Variable

_A, _B = initializers.he_uniform(), initializers.zeros
_NO_METADATA: Mapping[str, Any] = MappingProxyType({})


class LoRAParam(Param):
    """A weight of a low-rank addition."""


class LoRA(Module):
    """``x @ lora_a @ lora_b``, plus ``base_module(x)`` if there is one."""

    def __init__(
        self,
        in_features: int,
        lora_rank: int,
        out_features: int,
        *,
        base_module: Any = None,
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        a_initializer: Callable[..., Any] = _A,
        b_initializer: Callable[..., Any] = _B,
        lora_param_type: type[Variable] = LoRAParam,
        promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
        rngs: Any,
        a_metadata: Mapping[str, Any] = _NO_METADATA,
        b_metadata: Mapping[str, Any] = _NO_METADATA,
    ):
        self.in_features = in_features
        self.out_features = out_features
        self.dtype = dtype
        self.param_dtype = param_dtype
        self.lora_param_type = lora_param_type
        self.base_module = base_module
        self.promote_dtype = promote_dtype
        a = a_initializer(rngs.params(), (in_features, lora_rank), param_dtype)
        b = b_initializer(rngs.params(), (lora_rank, out_features), param_dtype)
        self.lora_a = lora_param_type(a, **a_metadata)
        self.lora_b = lora_param_type(b, **b_metadata)

    def __call__(self, x: jax.Array, **kwargs: Any) -> jax.Array:
        x, a, b = self.promote_dtype((x, self.lora_a[...], self.lora_b[...]), dtype=self.dtype)
        out = x @ a @ b
        if self.base_module is not None:
            if not callable(self.base_module):
                raise ValueError("`self.base_module` must be callable.")
            out += self.base_module(x, **kwargs)
        return out


class LoRALinear(Linear):
    """A Linear layer with a low-rank addition in ``lora``."""

    def __init__(
        self,
        in_features: int,
        out_features: int,
        *,
        lora_rank: int,
        lora_dtype: Any = None,
        lora_param_dtype: Any = jnp.float32,
        a_initializer: Callable[..., Any] = _A,
        b_initializer: Callable[..., Any] = _B,
        lora_param_type: type[Variable] = LoRAParam,
        lora_promote_dtype: Callable[..., Any] = dtypes.promote_dtype,
        rngs: Any,
        a_metadata: Mapping[str, Any] = _NO_METADATA,
        b_metadata: Mapping[str, Any] = _NO_METADATA,
        **kwargs: Any,
    ):
        super().__init__(in_features, out_features, rngs=rngs, **kwargs)
        self.lora = LoRA(
            in_features,
            lora_rank,
            out_features,
            dtype=lora_dtype,
            param_dtype=lora_param_dtype,
            a_initializer=a_initializer,
            b_initializer=b_initializer,
            lora_param_type=lora_param_type,
            promote_dtype=lora_promote_dtype,
            rngs=rngs,
            a_metadata=a_metadata,
            b_metadata=b_metadata,
        )

    def __call__(self, x: jax.Array, out_sharding: Any = None) -> jax.Array:
        return super().__call__(x, out_sharding=out_sharding) + self.lora(x)
