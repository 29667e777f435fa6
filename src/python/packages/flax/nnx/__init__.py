"""NNX: neural networks as Python objects.

A ``Module`` holds Variables, submodules and settings as attributes; ``split`` and ``merge`` turn
it into a description and a State and back; ``jit``, ``grad``, ``vmap`` and ``scan`` take Modules
as arguments and write changes back to them.
"""

from typing import TYPE_CHECKING

import _absent
from flax.nnx import filterlib as filterlib
from flax.nnx import graphlib as graphlib
from flax.nnx import pytreelib as pytreelib
from flax.nnx import reprlib as reprlib
from flax.nnx import rnglib as rnglib
from flax.nnx import statelib as statelib
from flax.nnx import traversals as traversals
from flax.nnx import variablelib as variablelib
from flax.nnx.capturing import capture as capture
from flax.nnx.displaying import display as display
from flax.nnx.filterlib import All as All
from flax.nnx.filterlib import Any as Any
from flax.nnx.filterlib import Everything as Everything
from flax.nnx.filterlib import Not as Not
from flax.nnx.filterlib import Nothing as Nothing
from flax.nnx.filterlib import OfType as OfType
from flax.nnx.filterlib import PathContains as PathContains
from flax.nnx.filterlib import WithTag as WithTag
from flax.nnx.flat_state import FlatState as FlatState
from flax.nnx.graphlib import GraphDef as GraphDef
from flax.nnx.graphlib import as_pure as as_pure
from flax.nnx.graphlib import cached_partial as cached_partial
from flax.nnx.graphlib import call as call
from flax.nnx.graphlib import clone as clone
from flax.nnx.graphlib import find_duplicates as find_duplicates
from flax.nnx.graphlib import flatten as flatten
from flax.nnx.graphlib import graphdef as graphdef
from flax.nnx.graphlib import iter_children as iter_children
from flax.nnx.graphlib import iter_graph as iter_graph
from flax.nnx.graphlib import iter_module_children as iter_module_children
from flax.nnx.graphlib import map as map
from flax.nnx.graphlib import merge as merge
from flax.nnx.graphlib import pop as pop
from flax.nnx.graphlib import pure as pure
from flax.nnx.graphlib import recursive_map as recursive_map
from flax.nnx.graphlib import set_graph_mode as set_graph_mode
from flax.nnx.graphlib import set_graph_updates as set_graph_updates
from flax.nnx.graphlib import set_metadata as set_metadata
from flax.nnx.graphlib import split as split
from flax.nnx.graphlib import state as state
from flax.nnx.graphlib import unflatten as unflatten
from flax.nnx.graphlib import update as update
from flax.nnx.graphlib import variables as variables
from flax.nnx.graphlib import with_vars as with_vars
from flax.nnx.helpers import Dict as Dict
from flax.nnx.helpers import List as List
from flax.nnx.helpers import Sequential as Sequential
from flax.nnx.module import Module as Module
from flax.nnx.module import iter_modules as iter_modules
from flax.nnx.module import with_attributes as with_attributes
from flax.nnx.module_views import view as view
from flax.nnx.nn import activations as activations
from flax.nnx.nn import initializers as initializers
from flax.nnx.nn.activations import PReLU as PReLU
from flax.nnx.nn.attention import MultiHeadAttention as MultiHeadAttention
from flax.nnx.nn.attention_functions import combine_masks as combine_masks
from flax.nnx.nn.attention_functions import dot_product_attention as dot_product_attention
from flax.nnx.nn.attention_functions import make_attention_mask as make_attention_mask
from flax.nnx.nn.attention_functions import make_causal_mask as make_causal_mask
from flax.nnx.nn.conv import Conv as Conv
from flax.nnx.nn.conv import ConvTranspose as ConvTranspose
from flax.nnx.nn.embed import Embed as Embed
from flax.nnx.nn.group_norms import GroupNorm as GroupNorm
from flax.nnx.nn.group_norms import InstanceNorm as InstanceNorm
from flax.nnx.nn.linear import Einsum as Einsum
from flax.nnx.nn.linear import Linear as Linear
from flax.nnx.nn.linear import LinearGeneral as LinearGeneral
from flax.nnx.nn.lora import LoRA as LoRA
from flax.nnx.nn.lora import LoRALinear as LoRALinear
from flax.nnx.nn.lora import LoRAParam as LoRAParam
from flax.nnx.nn.normalization import BatchNorm as BatchNorm
from flax.nnx.nn.normalization import LayerNorm as LayerNorm
from flax.nnx.nn.normalization import RMSNorm as RMSNorm
from flax.nnx.nn.stochastic import Dropout as Dropout
from flax.nnx.pytree_fields import Data as Data
from flax.nnx.pytree_fields import Static as Static
from flax.nnx.pytree_fields import data as data
from flax.nnx.pytree_fields import dataclass as dataclass
from flax.nnx.pytree_fields import has_data as has_data
from flax.nnx.pytree_fields import is_data as is_data
from flax.nnx.pytree_fields import register_data_type as register_data_type
from flax.nnx.pytree_fields import static as static
from flax.nnx.pytreelib import Object as Object
from flax.nnx.pytreelib import Pytree as Pytree
from flax.nnx.pytreelib import check_pytree as check_pytree
from flax.nnx.rng_splits import fork_rngs as fork_rngs
from flax.nnx.rng_splits import reseed as reseed
from flax.nnx.rng_splits import restore_rngs as restore_rngs
from flax.nnx.rng_splits import split_rngs as split_rngs
from flax.nnx.rnglib import RngCount as RngCount
from flax.nnx.rnglib import RngKey as RngKey
from flax.nnx.rnglib import Rngs as Rngs
from flax.nnx.rnglib import RngState as RngState
from flax.nnx.rnglib import RngStream as RngStream
from flax.nnx.statelib import State as State
from flax.nnx.statelib import filter_state as filter_state
from flax.nnx.statelib import from_flat_state as from_flat_state
from flax.nnx.statelib import map_state as map_state
from flax.nnx.statelib import merge_state as merge_state
from flax.nnx.statelib import replace_by_pure_dict as replace_by_pure_dict
from flax.nnx.statelib import restore_int_paths as restore_int_paths
from flax.nnx.statelib import split_state as split_state
from flax.nnx.statelib import to_flat_state as to_flat_state
from flax.nnx.statelib import to_pure_dict as to_pure_dict
from flax.nnx.training import metrics as metrics
from flax.nnx.training import optimizer as optimizer
from flax.nnx.training.ema import EMA as EMA
from flax.nnx.training.metrics import Metric as Metric
from flax.nnx.training.metrics import MultiMetric as MultiMetric
from flax.nnx.training.optimizer import ModelAndOptimizer as ModelAndOptimizer
from flax.nnx.training.optimizer import OptArray as OptArray
from flax.nnx.training.optimizer import Optimizer as Optimizer
from flax.nnx.training.optimizer import OptState as OptState
from flax.nnx.training.optimizer import OptVariable as OptVariable
from flax.nnx.transforms.autodiff import DiffState as DiffState
from flax.nnx.transforms.autodiff import grad as grad
from flax.nnx.transforms.autodiff import value_and_grad as value_and_grad
from flax.nnx.transforms.compilation import eval_shape as eval_shape
from flax.nnx.transforms.compilation import jit as jit
from flax.nnx.transforms.compilation import remat as remat
from flax.nnx.transforms.control_flow import cond as cond
from flax.nnx.transforms.control_flow import fori_loop as fori_loop
from flax.nnx.transforms.control_flow import switch as switch
from flax.nnx.transforms.control_flow import while_loop as while_loop
from flax.nnx.transforms.iteration import Carry as Carry
from flax.nnx.transforms.iteration import StateAxes as StateAxes
from flax.nnx.transforms.mapping import vmap as vmap
from flax.nnx.transforms.scanning import scan as scan
from flax.nnx.variable_names import register_variable_name as register_variable_name
from flax.nnx.variable_names import variable_name_from_type as variable_name_from_type
from flax.nnx.variable_names import variable_type_from_name as variable_type_from_name
from flax.nnx.variable_names import with_metadata as with_metadata
from flax.nnx.variablelib import BatchStat as BatchStat
from flax.nnx.variablelib import Cache as Cache
from flax.nnx.variablelib import Intermediate as Intermediate
from flax.nnx.variablelib import Param as Param
from flax.nnx.variablelib import Perturbation as Perturbation
from flax.nnx.variablelib import Variable as Variable
from flax.nnx.variablelib import VariableMetadata as VariableMetadata

if TYPE_CHECKING:
    from jax.nn import celu as celu
    from jax.nn import elu as elu
    from jax.nn import gelu as gelu
    from jax.nn import glu as glu
    from jax.nn import hard_sigmoid as hard_sigmoid
    from jax.nn import hard_silu as hard_silu
    from jax.nn import hard_swish as hard_swish
    from jax.nn import hard_tanh as hard_tanh
    from jax.nn import identity as identity
    from jax.nn import leaky_relu as leaky_relu
    from jax.nn import log_sigmoid as log_sigmoid
    from jax.nn import log_softmax as log_softmax
    from jax.nn import logsumexp as logsumexp
    from jax.nn import one_hot as one_hot
    from jax.nn import relu as relu
    from jax.nn import relu6 as relu6
    from jax.nn import selu as selu
    from jax.nn import sigmoid as sigmoid
    from jax.nn import silu as silu
    from jax.nn import soft_sign as soft_sign
    from jax.nn import softmax as softmax
    from jax.nn import softplus as softplus
    from jax.nn import standardize as standardize
    from jax.nn import swish as swish
    from jax.numpy import tanh as tanh

_LACKING = (
    "A GraphState Initializer M MergeContext NodeStates "
    "PureState SpectralNorm SplitContext StateSharding "
    "TrainState UpdateContext WeightNorm checkify compat "
    "current_update_context custom_vjp extract from_tree "
    "jit_partial jvp make_jaxpr merge_context object pmap prefix "
    "proxy_caller shard_map split_context summary tabulate to_tree transform_metadata unpack "
    "update_context var_defaults vars_as view_info visualization "
    "vjp with_rngs wrappers"
)
__getattr__, __dir__ = _absent.attributes(
    __name__,
    "Flax 0.12.8",
    {
        "flax.linen": "avg_pool max_pool min_pool pool",
        "flax.nnx.deprecations": "VariableState",
        "flax.nnx.nn.recurrent": "Bidirectional GRUCell LSTMCell OptimizedLSTMCell RNN RNNCellBase SimpleCell",
        "flax.nnx.spmd": "PARTITION_NAME abstract_with_sharding as_abstract get_abstract_model get_named_sharding "
        "get_partition_spec logical_axis_rules with_partitioning",
        "flax.nnx.variable_metadata": "use_eager_sharding using_eager_sharding",
        "flax.nnx.nn.activations": " ".join(activations.FROM_JAX),
    },
    submodules="bridge deprecations graph spmd",
    lacking=_LACKING,
)
