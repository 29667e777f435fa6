"""`flax.linen`: neural networks as modules that hold no variables.

Layers load when they are first named.
"""

from typing import TYPE_CHECKING

import _absent
from flax.linen.module import Module as Module
from flax.linen.module import compact as compact
from flax.linen.module import nowrap as nowrap

if TYPE_CHECKING:
    from flax.linen.activation import PReLU as PReLU
    from flax.linen.attention import MultiHeadDotProductAttention as MultiHeadDotProductAttention
    from flax.linen.attention import SelfAttention as SelfAttention
    from flax.linen.combinators import Sequential as Sequential
    from flax.linen.convolution import Conv as Conv
    from flax.linen.embedding import Embed as Embed
    from flax.linen.linear import Dense as Dense
    from flax.linen.linear import DenseGeneral as DenseGeneral
    from flax.linen.linear import Einsum as Einsum
    from flax.linen.normalization import BatchNorm as BatchNorm
    from flax.linen.normalization import GroupNorm as GroupNorm
    from flax.linen.normalization import LayerNorm as LayerNorm
    from flax.linen.normalization import RMSNorm as RMSNorm
    from flax.linen.stochastic import Dropout as Dropout
    from flax.linen.transposed_convolution import ConvTranspose as ConvTranspose
    from jax.nn import celu as celu
    from jax.nn import elu as elu
    from jax.nn import gelu as gelu
    from jax.nn import leaky_relu as leaky_relu
    from jax.nn import log_softmax as log_softmax
    from jax.nn import relu as relu
    from jax.nn import selu as selu
    from jax.nn import sigmoid as sigmoid
    from jax.nn import silu as silu
    from jax.nn import softmax as softmax
    from jax.nn import softplus as softplus
    from jax.nn import swish as swish
    from jax.numpy import tanh as tanh

__getattr__, __dir__ = _absent.attributes(
    __name__,
    "Flax 0.12.8",
    {
        "flax.core.filters": "DenyList",
        "flax.core.frozen_dict": "FrozenDict",
        "flax.core.scope": "Variable",
        "flax.linen._running": "apply init init_with_output",
        "flax.core": "meta",
        "flax.core.meta": "PARTITION_NAME Partitioned get_partition_spec get_sharding unbox with_partitioning",
        "flax.linen.spmd": "LogicallyPartitioned get_logical_axis_rules logical_axis_rules logical_to_mesh "
        "logical_to_mesh_axes logical_to_mesh_sharding set_logical_axis_rules with_logical_constraint "
        "with_logical_partitioning",
        "flax.linen.activation": "PReLU normalize celu elu gelu glu hard_sigmoid hard_silu hard_swish "
        "hard_tanh leaky_relu log_sigmoid log_softmax logsumexp one_hot relu relu6 selu sigmoid silu "
        "soft_sign softmax softplus standardize swish tanh",
        "flax.linen.attention": "MultiHeadAttention MultiHeadDotProductAttention SelfAttention "
        "combine_masks dot_product_attention dot_product_attention_weights make_attention_mask "
        "make_causal_mask",
        "flax.linen.combinators": "Sequential",
        "flax.linen.convolution": "Conv",
        "flax.linen.embedding": "Embed",
        "flax.linen.initializers": "ones ones_init zeros zeros_init",
        "flax.linen.linear": "Dense DenseGeneral Einsum",
        "flax.linen.module": "intercept_methods merge_param share_scope",
        "flax.linen.normalization": "BatchNorm GroupNorm InstanceNorm LayerNorm RMSNorm",
        "flax.linen.pooling": "avg_pool max_pool min_pool pool",
        "flax.linen.recurrent": "Bidirectional GRUCell LSTMCell MGUCell OptimizedLSTMCell RNN RNNCellBase SimpleCell",
        "flax.linen.stochastic": "Dropout",
        "flax.linen.summary": "tabulate",
        "flax.linen.transposed_convolution": "ConvTranspose",
        "flax.linen.transforms": "broadcast checkpoint jit remat scan vmap",
    },
    submodules="activation attention combinators dtypes initializers linear module normalization pooling "
    "recurrent spmd stochastic summary transforms",
    lacking="BatchApply ConvLSTMCell ConvLocal Fp8DirectDotGeneralOp "
    "Fp8DotGeneral Fp8DotGeneralOp Fp8Einsum "
    "NANOOFp8DotGeneralOp "
    "SpectralNorm WeightNorm add_metadata_axis batch_apply compact_name_scope cond custom_vjp "
    "disable_named_call enable_named_call fold_rngs fp8_ops "
    "grad jvp kw_only_dataclasses "
    "map_variables named_call override_named_call remat_scan "
    "switch value_and_grad vjp while_loop ",
)
