"""Recurrent cells, the layer that runs one over a sequence, and the pair that reads it from both ends."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

import jax
import jax.numpy as jnp
from flax.core.frozen_dict import FrozenDict
from flax.core.sequences import concatenated, flip_sequences, flipped, last_carry
from flax.linen import transforms
from flax.linen.dtypes import promote_dtype
from flax.linen.initializers import ones_init, zeros_init
from flax.linen.linear import Dense
from flax.linen.module import Module, compact, nowrap
from jax.nn import sigmoid
from jax.nn.initializers import lecun_normal, orthogonal
from jax.numpy import tanh

__all__ = [
    "RNN",
    "Bidirectional",
    "GRUCell",
    "LSTMCell",
    "MGUCell",
    "OptimizedLSTMCell",
    "RNNCellBase",
    "SimpleCell",
    "flip_sequences",
]
_lecun = lecun_normal()


class RNNCellBase(Module):
    """Base of cells: ``cell(carry, inputs)`` gives the next carry and an output."""

    @nowrap
    def initialize_carry(self, rng: Any, input_shape: tuple[int, ...]) -> Any:
        """The carry before the first step."""
        raise NotImplementedError

    @property
    def num_feature_axes(self) -> int:
        """How many axes of the inputs are features."""
        raise NotImplementedError


class _Cell(RNNCellBase):
    """What the cells of one feature axis share."""

    @property
    def num_feature_axes(self) -> int:
        """How many axes of the inputs are features."""
        return 1

    @nowrap
    def initialize_carry(self, rng: Any, input_shape: tuple[int, ...]) -> Any:
        """The carry before the first step."""
        cell: Any = self
        return cell.carry_init(rng, (*input_shape[:-1], cell.features), cell.param_dtype)

    @nowrap
    def _dense(self, name: str, kernel_init: Any, use_bias: bool) -> Dense:
        cell: Any = self
        return Dense(
            cell.features,
            use_bias=use_bias,
            kernel_init=kernel_init,
            bias_init=cell.bias_init,
            dtype=cell.dtype,
            param_dtype=cell.param_dtype,
            name=name,
        )

    @nowrap
    def _of_input(self, name: str, use_bias: bool) -> Dense:
        return self._dense(name, self.kernel_init, use_bias)  # type: ignore[attr-defined]

    @nowrap
    def _of_state(self, name: str, use_bias: bool) -> Dense:
        return self._dense(name, self.recurrent_kernel_init, use_bias)  # type: ignore[attr-defined]


class _TwoStates(_Cell):
    """What the cells share that carry a memory and a state."""

    @nowrap
    def initialize_carry(self, rng: Any, input_shape: tuple[int, ...]) -> Any:
        """Memory and state before the first step."""
        first, second = jax.random.split(rng)
        start = super().initialize_carry
        return start(first, input_shape), start(second, input_shape)

    @nowrap
    def _step(self, carry: Any, sums: Mapping[str, Any]) -> Any:
        cell: Any = self
        i, f, o = (cell.gate_fn(sums[gate]) for gate in "ifo")
        memory = f * carry[0] + i * cell.activation_fn(sums["g"])
        state = o * cell.activation_fn(memory)
        return (memory, state), state


class LSTMCell(_TwoStates):
    """A long short-term memory: gates decide what is kept, taken in and shown."""

    features: int
    gate_fn: Callable[..., Any] = sigmoid
    activation_fn: Callable[..., Any] = tanh
    kernel_init: Any = _lecun
    recurrent_kernel_init: Any = orthogonal()
    bias_init: Any = zeros_init()
    dtype: Any = None
    param_dtype: Any = jnp.float32
    carry_init: Any = zeros_init()

    @compact
    def __call__(self, carry: Any, inputs: Any) -> Any:
        """One step: the next carry and an output."""
        state = carry[1]
        sums = {g: self._of_input(f"i{g}", False)(inputs) + self._of_state(f"h{g}", True)(state) for g in "ifgo"}
        return self._step(carry, sums)


class DenseParams(Module):
    """The parameters of a dense layer, without its product."""

    features: int
    use_bias: bool = True
    param_dtype: Any = jnp.float32
    precision: Any = None
    kernel_init: Any = _lecun
    bias_init: Any = zeros_init()

    @compact
    def __call__(self, inputs: Any) -> tuple[Any, Any]:
        """Kernel, and bias or None."""
        kernel = self.param("kernel", self.kernel_init, (inputs.shape[-1], self.features), self.param_dtype)
        bias = self.param("bias", self.bias_init, (self.features,), self.param_dtype) if self.use_bias else None
        return kernel, bias


class OptimizedLSTMCell(_TwoStates):
    """The same as :class:`LSTMCell`, with one product for all four gates."""

    features: int
    gate_fn: Callable[..., Any] = sigmoid
    activation_fn: Callable[..., Any] = tanh
    kernel_init: Any = _lecun
    recurrent_kernel_init: Any = orthogonal()
    bias_init: Any = zeros_init()
    dtype: Any = None
    param_dtype: Any = jnp.float32
    carry_init: Any = zeros_init()

    @compact
    def __call__(self, carry: Any, inputs: Any) -> Any:
        """One step: the next carry and an output."""
        of_input = self._gates("i", inputs, self.kernel_init, False)
        of_state = self._gates("h", carry[1], self.recurrent_kernel_init, True)
        return self._step(carry, {gate: of_state[gate] + of_input[gate] for gate in "ifgo"})

    @nowrap
    def _gates(self, side: str, x: Any, kernel_init: Any, use_bias: bool) -> dict[str, Any]:
        kernels, biases = [], []
        for gate in "ifgo":
            kernel, bias = DenseParams(
                self.features,
                use_bias=use_bias,
                param_dtype=self.param_dtype,
                kernel_init=kernel_init,
                bias_init=self.bias_init,
                name=f"{side}{gate}",
            )(x)
            kernels.append(kernel)
            biases.append(bias)
        whole = jnp.concatenate(biases, axis=-1) if use_bias else None
        x, kernel, bias = promote_dtype(x, jnp.concatenate(kernels, axis=-1), whole, dtype=self.dtype)
        y = jnp.dot(x, kernel)
        if bias is not None:
            y += bias
        return dict(zip("ifgo", jnp.split(y, 4, axis=-1), strict=True))


class SimpleCell(_Cell):
    """One dense layer of the inputs and one of the carry, added and activated."""

    features: int
    activation_fn: Callable[..., Any] = tanh
    kernel_init: Any = _lecun
    recurrent_kernel_init: Any = orthogonal()
    bias_init: Any = zeros_init()
    dtype: Any = None
    param_dtype: Any = jnp.float32
    carry_init: Any = zeros_init()
    residual: bool = False

    @compact
    def __call__(self, carry: Any, inputs: Any) -> Any:
        """One step: the next carry, which is the output too."""
        state = self._of_input("i", True)(inputs) + self._of_state("h", False)(carry)
        if self.residual:
            state += carry
        state = self.activation_fn(state)
        return state, state


class GRUCell(_Cell):
    """A gated recurrent unit."""

    features: int
    gate_fn: Callable[..., Any] = sigmoid
    activation_fn: Callable[..., Any] = tanh
    kernel_init: Any = _lecun
    recurrent_kernel_init: Any = orthogonal()
    bias_init: Any = zeros_init()
    dtype: Any = None
    param_dtype: Any = jnp.float32
    carry_init: Any = zeros_init()

    @compact
    def __call__(self, carry: Any, inputs: Any) -> Any:
        """One step: the next carry, which is the output too."""
        r = self.gate_fn(self._of_input("ir", True)(inputs) + self._of_state("hr", False)(carry))
        z = self.gate_fn(self._of_input("iz", True)(inputs) + self._of_state("hz", False)(carry))
        n = self.activation_fn(self._of_input("in", True)(inputs) + r * self._of_state("hn", True)(carry))
        state = (1.0 - z) * n + z * carry
        return state, state


class RNN(Module):
    """A cell that runs over the steps of a sequence."""

    cell: Any
    time_major: bool = False
    return_carry: bool = False
    reverse: bool = False
    keep_order: bool = False
    unroll: int = 1
    variable_axes: Mapping[Any, Any] = FrozenDict()
    variable_broadcast: Any = "params"
    variable_carry: Any = False
    split_rngs: Mapping[Any, bool] = FrozenDict({"params": False})

    def __call__(
        self,
        inputs: Any,
        *,
        initial_carry: Any = None,
        init_key: Any = None,
        seq_lengths: Any = None,
        return_carry: bool | None = None,
        time_major: bool | None = None,
        reverse: bool | None = None,
        keep_order: bool | None = None,
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
        carry = initial_carry
        if carry is None:
            key = jax.random.key(0) if init_key is None else init_key
            carry = self.cell.initialize_carry(key, inputs.shape[:time_axis] + inputs.shape[time_axis + 1 :])
        sliced = seq_lengths is not None and return_carry

        def step(cell: Any, carry: Any, x: Any) -> Any:
            carry, y = cell(carry, x)
            return carry, ((jax.tree_util.tree_map(lambda c: c, carry), y) if sliced else y)

        scan = transforms.scan(
            step,
            in_axes=time_axis,
            out_axes=(0, time_axis) if sliced else time_axis,
            unroll=self.unroll,
            variable_axes=self.variable_axes,
            variable_broadcast=self.variable_broadcast,
            variable_carry=self.variable_carry,
            split_rngs=self.split_rngs,
        )
        carry, outputs = scan(self.cell, carry, inputs)
        if sliced:
            carries, outputs = outputs
            carry = last_carry(carries, seq_lengths)
        if reverse and keep_order:
            outputs = flipped(outputs, seq_lengths, batch, time_major)
        return (carry, outputs) if return_carry else outputs


class Bidirectional(Module):
    """Two recurrent layers, one from the start and one from the end, whose outputs are merged."""

    forward_rnn: Any
    backward_rnn: Any
    merge_fn: Callable[[Any, Any], Any] = concatenated
    time_major: bool = False
    return_carry: bool = False

    def __call__(
        self,
        inputs: Any,
        *,
        initial_carry: Any = None,
        init_key: Any = None,
        seq_lengths: Any = None,
        return_carry: bool | None = None,
        time_major: bool | None = None,
        reverse: bool | None = None,
        keep_order: bool | None = None,
    ) -> Any:
        """Merged outputs of all steps; with ``return_carry`` also both last carries, before them."""
        del reverse, keep_order
        keys = (None, None) if init_key is None else jax.random.split(init_key)
        starts = (None, None) if initial_carry is None else initial_carry
        options = {
            "seq_lengths": seq_lengths,
            "return_carry": True,
            "time_major": self.time_major if time_major is None else time_major,
        }
        ahead, first = self.forward_rnn(inputs, initial_carry=starts[0], init_key=keys[0], reverse=False, **options)
        back, second = self.backward_rnn(
            inputs, initial_carry=starts[1], init_key=keys[1], reverse=True, keep_order=True, **options
        )
        outputs = jax.tree_util.tree_map(self.merge_fn, first, second)
        shown = self.return_carry if return_carry is None else return_carry
        return ((ahead, back), outputs) if shown else outputs


class MGUCell(_Cell):
    """A minimal gated unit: one gate."""

    features: int
    gate_fn: Callable[..., Any] = sigmoid
    activation_fn: Callable[..., Any] = tanh
    kernel_init: Any = _lecun
    recurrent_kernel_init: Any = orthogonal()
    forget_bias_init: Any = ones_init()
    activation_bias_init: Any = zeros_init()
    dtype: Any = None
    param_dtype: Any = jnp.float32
    carry_init: Any = zeros_init()
    reset_gate: bool = True

    @compact
    def __call__(self, carry: Any, inputs: Any) -> Any:
        """One step: the next carry, which is the output too."""
        dense = functools.partial(Dense, self.features, dtype=self.dtype, param_dtype=self.param_dtype)
        bias_init = self.activation_bias_init
        of_state = functools.partial(dense, kernel_init=self.recurrent_kernel_init, bias_init=bias_init)
        of_input = functools.partial(dense, kernel_init=self.kernel_init)
        gate = of_input(name="if", bias_init=self.forget_bias_init)(inputs)
        f = self.gate_fn(gate + of_state(name="hf", use_bias=False)(carry))
        kept = of_state(name="hn", use_bias=self.reset_gate)(carry)
        if self.reset_gate:
            kept *= f
        n = self.activation_fn(of_input(name="in", bias_init=bias_init)(inputs) + kept)
        state = (1.0 - f) * n + f * carry
        return state, state
