"""Between Linen and NNX: modules of one kind inside models of the other."""

import _absent
from flax.nnx.bridge.to_linen import ToLinen as ToLinen
from flax.nnx.bridge.to_linen import to_linen as to_linen
from flax.nnx.bridge.to_linen import to_linen_class as to_linen_class
from flax.nnx.bridge.to_nnx import ToNNX as ToNNX
from flax.nnx.bridge.to_nnx import lazy_init as lazy_init
from flax.nnx.bridge.wrapped import Functional as Functional
from flax.nnx.bridge.wrapped import functional as functional
from flax.nnx.nn import initializers as initializers

__getattr__, __dir__ = _absent.attributes(
    __name__,
    "Flax 0.12.8",
    {
        "flax.nnx.bridge.boxes": "NNXMeta",
        "flax.nnx.bridge.interop": "linen_in_bridge_mdl nnx_in_bridge_mdl",
        "flax.nnx.bridge.module": "AttrPriority Module Scope compact current_context current_module",
        "flax.nnx.bridge.variables": "nnx_attrs_to_linen_vars with_partitioning",
    },
    submodules="interop module variables",
    lacking="wrappers",
)
