"""Between Linen and NNX: modules of one kind inside models of the other."""

from flax.nnx.bridge.to_linen import ToLinen as ToLinen
from flax.nnx.bridge.to_linen import to_linen as to_linen
from flax.nnx.bridge.to_linen import to_linen_class as to_linen_class
from flax.nnx.bridge.to_nnx import ToNNX as ToNNX
from flax.nnx.bridge.to_nnx import lazy_init as lazy_init
from flax.nnx.bridge.wrapped import Functional as Functional
from flax.nnx.bridge.wrapped import functional as functional
from flax.nnx.nn import initializers as initializers
