"""Recurrent cells, the layer that runs one over a sequence, and the pair that reads it from both ends."""

from __future__ import annotations

import functools
import warnings
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import jax
import jax.numpy as jnp
from flax.core.sequences import concatenated, flip_sequences, flipped, last_carry
from flax.nnx import filterlib, rnglib
from flax.nnx.module import Module
from flax.nnx.nn import dtypes, initializers
from flax.nnx.nn.linear import Linear
from flax.nnx.pytree_fields import data
from flax.nnx.rng_splits import split_rngs
from flax.nnx.transforms.iteration import Carry, StateAxes
from flax.nnx.transforms.scanning import scan
from jax.nn import sigmoid
from jax.numpy import tanh

__all__ = [
    "RNN",
    "Bidirectional",
    "GRUCell",
    "LSTMCell",
    "OptimizedLSTMCell",
    "RNNCellBase",
    "SimpleCell",
    "flip_sequences",
]
_lecun = initializers.lecun_normal()
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class RNNCellBase(Module):
    """Base of cells: ``cell(carry, inputs)`` gives the next carry and an output."""

    def initialize_carry(self, input_shape: tuple[int, ...], rngs: Any = None, carry_init: Any = None) -> Any:
        """The carry before the first step."""
        raise NotImplementedError

    def __call__(self, carry: Any, inputs: Any) -> Any:
        """One step: the next carry and an output."""
        raise NotImplementedError

    @property
    def num_feature_axes(self) -> int:
        """How many axes of the inputs are features."""
        raise NotImplementedError


def modified_orthogonal(key: Any, shape: Any, dtype: Any = jnp.float32) -> Any:
    """Orthogonal weights, drawn in float32 and then converted."""
    return initializers.orthogonal()(key, shape).astype(dtype)


class _Cell(RNNCellBase):
    """What the cells share: sizes, types, layers and the carry of zeros."""

    states = 1

    def _set_up(
        self,
        in_features: int,
        hidden_features: int,
        dtype: Any,
        param_dtype: Any,
        promote_dtype: Any,
        keep_rngs: bool,
        rngs: Any,
    ) -> None:
        self.in_features = in_features
        self.hidden_features = hidden_features
        self.dtype = dtype
        self.param_dtype = param_dtype
        self.promote_dtype = promote_dtype
        if keep_rngs:
            warnings.warn(
                "keep_rngs argument is deprecated. Please use rngs argument in __call__ instead ", stacklevel=3
            )
            self.rngs = rngs.carry.fork()
        else:
            self.rngs = data(None)

    def _keep_carry_init(self, carry_init: Any) -> None:
        if carry_init:
            warnings.warn(
                "carry_init is provided in __init__. Please, use carry_init argument in `initialize_carry` method "
                "instead to initialize the carry. Otherwise, two instances with same configuration but different "
                "carry_init functions will have different graphdefs.",
                stacklevel=3,
            )
        self.carry_init = carry_init

    def _layer(self, in_features: int, parts: int, use_bias: bool, rngs: Any, **options: Any) -> Linear:
        return Linear(
            in_features,
            parts * self.hidden_features,
            use_bias=use_bias,
            dtype=self.dtype,
            param_dtype=self.param_dtype,
            promote_dtype=self.promote_dtype,
            rngs=rngs,
            **options,
        )

    def initialize_carry(self, input_shape: tuple[int, ...], rngs: Any = None, carry_init: Any = None) -> Any:
        """The carry before the first step; ValueError without keys."""
        rngs = self.rngs if rngs is None else rngs
        if isinstance(rngs, rnglib.Rngs):
            rngs = rngs.carry
        if rngs is None:
            raise ValueError("RNGs must be provided to initialize the cell carry.")
        init = carry_init or self.carry_init or initializers.zeros_init()
        shape = (*input_shape[:-1], self.hidden_features)
        made = tuple(init(rngs(), shape, self.param_dtype) for _ in range(self.states))
        return made if self.states > 1 else made[0]

    @property
    def num_feature_axes(self) -> int:
        """How many axes of the inputs are features."""
        return 1

    def _lstm_step(self, memory: Any, sums: Any) -> Any:
        cell: Any = self
        i, f, g, o = sums
        memory = cell.gate_fn(f) * memory + cell.gate_fn(i) * cell.activation_fn(g)
        state = cell.gate_fn(o) * cell.activation_fn(memory)
        return (memory, state), state


class LSTMCell(_Cell):
    """A long short-term memory: gates decide what is kept, taken in and shown."""

    states = 2

    def __init__(
        self,
        in_features: int,
        hidden_features: int,
        *,
        gate_fn: Callable[..., Any] = sigmoid,
        activation_fn: Callable[..., Any] = tanh,
        kernel_init: Any = _lecun,
        recurrent_kernel_init: Any = modified_orthogonal,
        bias_init: Any = initializers.zeros_init(),  # noqa: B008
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        carry_init: Any = None,
        promote_dtype: Any = dtypes.promote_dtype,
        keep_rngs: bool = False,
        rngs: Any,
        kernel_metadata: Mapping[str, Any] = _NOTHING,
        recurrent_kernel_metadata: Mapping[str, Any] = _NOTHING,
        bias_metadata: Mapping[str, Any] = _NOTHING,
    ):
        self._set_up(in_features, hidden_features, dtype, param_dtype, promote_dtype, keep_rngs, rngs)
        self.gate_fn = gate_fn
        self.activation_fn = activation_fn
        of_input = functools.partial(
            self._layer, in_features, 1, False, rngs, kernel_init=kernel_init, kernel_metadata=kernel_metadata
        )
        of_state = functools.partial(
            self._layer,
            hidden_features,
            1,
            True,
            rngs,
            kernel_init=recurrent_kernel_init,
            bias_init=bias_init,
            kernel_metadata=recurrent_kernel_metadata,
            bias_metadata=bias_metadata,
        )
        self.ii = of_input()
        self.if_ = of_input()
        self.ig = of_input()
        self.io = of_input()
        self.hi = of_state()
        self.hf = of_state()
        self.hg = of_state()
        self.ho = of_state()
        self._keep_carry_init(carry_init)

    def __call__(self, carry: Any, inputs: Any) -> Any:
        """One step: the next carry and an output."""
        memory, state = carry
        pairs = ((self.ii, self.hi), (self.if_, self.hf), (self.ig, self.hg), (self.io, self.ho))
        return self._lstm_step(memory, [of_input(inputs) + of_state(state) for of_input, of_state in pairs])


class OptimizedLSTMCell(_Cell):
    """The same, with one layer for all four gates; its weights are drawn together."""

    states = 2

    def __init__(
        self,
        in_features: int,
        hidden_features: int,
        *,
        gate_fn: Callable[..., Any] = sigmoid,
        activation_fn: Callable[..., Any] = tanh,
        kernel_init: Any = _lecun,
        recurrent_kernel_init: Any = initializers.orthogonal(),  # noqa: B008
        bias_init: Any = initializers.zeros_init(),  # noqa: B008
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        carry_init: Any = None,
        promote_dtype: Any = dtypes.promote_dtype,
        keep_rngs: bool = False,
        rngs: Any,
        kernel_metadata: Mapping[str, Any] = _NOTHING,
        recurrent_kernel_metadata: Mapping[str, Any] = _NOTHING,
        bias_metadata: Mapping[str, Any] = _NOTHING,
    ):
        self._set_up(in_features, hidden_features, dtype, param_dtype, promote_dtype, keep_rngs, rngs)
        self.gate_fn = gate_fn
        self.activation_fn = activation_fn
        self.dense_i = self._layer(
            in_features, 4, False, rngs, kernel_init=kernel_init, kernel_metadata=kernel_metadata
        )
        self.dense_h = self._layer(
            hidden_features,
            4,
            True,
            rngs,
            kernel_init=recurrent_kernel_init,
            bias_init=bias_init,
            kernel_metadata=recurrent_kernel_metadata,
            bias_metadata=bias_metadata,
        )
        self._keep_carry_init(carry_init)

    def __call__(self, carry: Any, inputs: Any) -> Any:
        """One step: the next carry and an output."""
        memory, state = carry
        return self._lstm_step(memory, jnp.split(self.dense_i(inputs) + self.dense_h(state), 4, axis=-1))


class SimpleCell(_Cell):
    """One layer of the inputs and one of the carry, added and activated."""

    def __init__(
        self,
        in_features: int,
        hidden_features: int,
        *,
        dtype: Any = jnp.float32,
        param_dtype: Any = jnp.float32,
        carry_init: Any = None,
        residual: bool = False,
        activation_fn: Callable[..., Any] = tanh,
        kernel_init: Any = _lecun,
        recurrent_kernel_init: Any = initializers.orthogonal(),  # noqa: B008
        bias_init: Any = initializers.zeros_init(),  # noqa: B008
        promote_dtype: Any = dtypes.promote_dtype,
        keep_rngs: bool = False,
        rngs: Any,
        kernel_metadata: Mapping[str, Any] = _NOTHING,
        recurrent_kernel_metadata: Mapping[str, Any] = _NOTHING,
        bias_metadata: Mapping[str, Any] = _NOTHING,
    ):
        self._set_up(in_features, hidden_features, dtype, param_dtype, promote_dtype, keep_rngs, rngs)
        self.residual = residual
        self.activation_fn = activation_fn
        self.dense_h = self._layer(
            hidden_features,
            1,
            False,
            rngs,
            kernel_init=recurrent_kernel_init,
            kernel_metadata=recurrent_kernel_metadata,
        )
        self.dense_i = self._layer(
            in_features,
            1,
            True,
            rngs,
            kernel_init=kernel_init,
            bias_init=bias_init,
            kernel_metadata=kernel_metadata,
            bias_metadata=bias_metadata,
        )
        self._keep_carry_init(carry_init)

    def __call__(self, carry: Any, inputs: Any) -> Any:
        """One step: the next carry, which is the output too."""
        state = self.dense_i(inputs) + self.dense_h(carry)
        if self.residual:
            state += carry
        state = self.activation_fn(state)
        return state, state


class GRUCell(_Cell):
    """A gated recurrent unit."""

    def __init__(
        self,
        in_features: int,
        hidden_features: int,
        *,
        gate_fn: Callable[..., Any] = sigmoid,
        activation_fn: Callable[..., Any] = tanh,
        kernel_init: Any = _lecun,
        recurrent_kernel_init: Any = initializers.orthogonal(),  # noqa: B008
        bias_init: Any = initializers.zeros_init(),  # noqa: B008
        dtype: Any = None,
        param_dtype: Any = jnp.float32,
        carry_init: Any = None,
        promote_dtype: Any = dtypes.promote_dtype,
        keep_rngs: bool = False,
        rngs: Any,
        kernel_metadata: Mapping[str, Any] = _NOTHING,
        recurrent_kernel_metadata: Mapping[str, Any] = _NOTHING,
        bias_metadata: Mapping[str, Any] = _NOTHING,
    ):
        self._set_up(in_features, hidden_features, dtype, param_dtype, promote_dtype, keep_rngs, rngs)
        self.gate_fn = gate_fn
        self.activation_fn = activation_fn
        self.dense_i = self._layer(
            in_features,
            3,
            True,
            rngs,
            kernel_init=kernel_init,
            bias_init=bias_init,
            kernel_metadata=kernel_metadata,
            bias_metadata=bias_metadata,
        )
        self.dense_h = self._layer(
            hidden_features,
            3,
            False,
            rngs,
            kernel_init=recurrent_kernel_init,
            kernel_metadata=recurrent_kernel_metadata,
        )
        self._keep_carry_init(carry_init)

    def __call__(self, carry: Any, inputs: Any) -> Any:
        """One step: the next carry, which is the output too."""
        in_r, in_z, in_n = jnp.split(self.dense_i(inputs), 3, axis=-1)
        of_r, of_z, of_n = jnp.split(self.dense_h(carry), 3, axis=-1)
        r = self.gate_fn(in_r + of_r)
        z = self.gate_fn(in_z + of_z)
        n = self.activation_fn(in_n + r * of_n)
        state = (1.0 - z) * n + z * carry
        return state, state


def _carry_stream(rngs: Any, error: Exception) -> Any:
    if rngs is True:
        return rnglib.RngStream(0, tag="carry")
    if isinstance(rngs, rnglib.Rngs):
        return rngs.carry.fork()
    if rngs is False:
        return data(None)
    raise error


class RNN(Module):
    """A cell that runs over the steps of a sequence."""

    def __init__(
        self,
        cell: RNNCellBase,
        *,
        time_major: bool = False,
        return_carry: bool = False,
        reverse: bool = False,
        keep_order: bool = False,
        unroll: int = 1,
        state_axes: Mapping[str, Any] | None = None,
        broadcast_rngs: Any = None,
        rngs: Any = True,
    ):
        self.cell = cell
        self.time_major = time_major
        self.return_carry = return_carry
        self.reverse = reverse
        self.keep_order = keep_order
        self.unroll = unroll
        told = ValueError(f"Expected rngs to be a jax.Array, int, Rngs, or bool. Got {type(rngs)}.")
        self.rngs = _carry_stream(rngs, told)
        self.state_axes = state_axes or StateAxes({...: Carry})
        self.broadcast_rngs = broadcast_rngs

    def __call__(
        self,
        inputs: Any,
        *,
        initial_carry: Any = None,
        seq_lengths: Any = None,
        return_carry: bool | None = None,
        time_major: bool | None = None,
        reverse: bool | None = None,
        keep_order: bool | None = None,
        rngs: Any = None,
    ) -> Any:
        """Outputs of all steps; with ``return_carry`` also the last carry, before them."""
        return_carry = self.return_carry if return_carry is None else return_carry
        time_major = self.time_major if time_major is None else time_major
        reverse = self.reverse if reverse is None else reverse
        keep_order = self.keep_order if keep_order is None else keep_order
        feature_axes = self.cell.num_feature_axes
        time_axis = 0 if time_major else inputs.ndim - (feature_axes + 1)
        batch = len(inputs.shape[1:-feature_axes] if time_major else inputs.shape[:time_axis])
        if reverse:
            inputs = flipped(inputs, seq_lengths, batch, time_major)
        rngs = self.rngs if rngs is None else rngs
        if isinstance(rngs, rnglib.Rngs):
            rngs = rngs.carry.fork()
        carry = initial_carry
        if carry is None:
            carry = self.cell.initialize_carry(inputs.shape[:time_axis] + inputs.shape[time_axis + 1 :], rngs)
        sliced = seq_lengths is not None and return_carry
        axes = StateAxes({filterlib.All(rnglib.RngState, self.broadcast_rngs): None, **self.state_axes})

        @split_rngs(splits=1, only=self.broadcast_rngs, squeeze=True)
        @functools.partial(
            scan,
            in_axes=(axes, Carry, time_axis),
            out_axes=(Carry, (0, time_axis)) if sliced else (Carry, time_axis),
            unroll=self.unroll,
        )
        def run(cell: Any, carry: Any, x: Any) -> Any:
            carry, y = cell(carry, x)
            return (carry, (carry, y)) if sliced else (carry, y)

        carry, outputs = run(self.cell, carry, inputs)
        if sliced:
            carries, outputs = outputs
            carry = last_carry(carries, seq_lengths)
        if reverse and keep_order:
            outputs = flipped(outputs, seq_lengths, batch, time_major)
        return (carry, outputs) if return_carry else outputs


class Bidirectional(Module):
    """Two recurrent layers, one from the start and one from the end, whose outputs are merged."""

    def __init__(
        self,
        forward_rnn: Any,
        backward_rnn: Any,
        *,
        merge_fn: Callable[[Any, Any], Any] = concatenated,
        time_major: bool = False,
        return_carry: bool = False,
        rngs: Any = True,
    ):
        self.forward_rnn = forward_rnn
        self.backward_rnn = backward_rnn
        self.merge_fn = merge_fn
        self.time_major = time_major
        self.return_carry = return_carry
        told = TypeError(f"rngs must be a Rngs, jax.Array, int, or bool, but got {type(rngs)}.")
        self.rngs = rngs if isinstance(rngs, rnglib.RngStream) else _carry_stream(rngs, told)

    def __call__(
        self,
        inputs: Any,
        *,
        initial_carry: Any = None,
        rngs: Any = None,
        seq_lengths: Any = None,
        return_carry: bool | None = None,
        time_major: bool | None = None,
        reverse: bool | None = None,
        keep_order: bool | None = None,
    ) -> Any:
        """Merged outputs of all steps; with ``return_carry`` also both last carries, before them."""
        del reverse, keep_order
        rngs = self.rngs if rngs is None else rngs
        starts = (None, None) if initial_carry is None else initial_carry
        options: dict[str, Any] = {
            "rngs": rngs.carry if isinstance(rngs, rnglib.Rngs) else rngs,
            "seq_lengths": seq_lengths,
            "return_carry": True,
            "time_major": self.time_major if time_major is None else time_major,
        }
        ahead, first = self.forward_rnn(inputs, initial_carry=starts[0], reverse=False, **options)
        back, second = self.backward_rnn(inputs, initial_carry=starts[1], reverse=True, keep_order=True, **options)
        outputs = jax.tree_util.tree_map(self.merge_fn, first, second)
        shown = self.return_carry if return_carry is None else return_carry
        return ((ahead, back), outputs) if shown else outputs
