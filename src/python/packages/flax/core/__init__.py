"""`flax.core`: frozen dicts, and the scopes on which Linen's modules stand."""

import _absent
from flax.core.entry import apply as apply
from flax.core.entry import bind as bind
from flax.core.entry import init as init
from flax.core.filters import DenyList as DenyList
from flax.core.frozen_dict import FrozenDict as FrozenDict
from flax.core.frozen_dict import copy as copy
from flax.core.frozen_dict import freeze as freeze
from flax.core.frozen_dict import pop as pop
from flax.core.frozen_dict import pretty_repr as pretty_repr
from flax.core.frozen_dict import unfreeze as unfreeze
from flax.core.scope import Scope as Scope

__getattr__, __dir__ = _absent.attributes(
    __name__,
    "Flax 0.12.8",
    {"flax.core.meta": "AxisMetadata map_axis_meta unbox"},
    submodules="meta spmd",
    lacking="Array axes_scan broadcast check_trace_level current_trace custom_vjp jit jvp "
    "lazy_init lift partial_eval remat remat_scan scan tracers vjp vmap "
    "while_loop",
)
