"""JAX's interface on this page's own arrays."""

from __future__ import annotations

import importlib as _importlib

from ._src import methods as _methods
from ._src.array import Array, ArrayImpl, Tracer
from ._src.names import missing_name as _missing_name
from ._src.transforms.custom import checkpoint, custom_gradient, custom_jvp, custom_vjp
from ._src.transforms.devices import (
    block_until_ready,
    default_backend,
    device_count,
    device_get,
    device_put,
    devices,
    local_device_count,
    local_devices,
    process_index,
)
from ._src.transforms.grad import grad, value_and_grad
from ._src.transforms.jacobian import hessian, jacfwd, jacobian, jacrev
from ._src.transforms.jit import jit
from ._src.transforms.jvp import jvp, linearize, vjp
from ._src.transforms.linear_transpose import linear_transpose
from ._src.transforms.misc import (
    checking_leaks,
    clear_caches,
    config,
    disable_jit,
    ensure_compile_time_eval,
    named_call,
    named_scope,
    numpy_dtype_promotion,
)
from ._src.transforms.shapes import ShapeDtypeStruct, eval_shape, make_jaxpr, typeof
from ._src.transforms.vmap import vmap

from . import (  # isort: skip
    core,
    debug,
    dtypes,
    errors,
    flatten_util,
    lax,
    nn,
    numpy,
    random,
    tree,
    tree_util,
    typing,
)

remat = checkpoint
__version__ = "0.10.2"


_LATE = {
    "NamedSharding": ".sharding",
    "P": "._src.sharding.spec:PartitionSpec",
    "ad_checkpoint": "",
    "experimental": "",
    "make_mesh": "._src.sharding.mesh",
    "pmap": "._src.sharding.mapped",
    "reshard": ".sharding",
    "scipy": "",
    "set_mesh": ".sharding",
    "shard_map": "._src.sharding.mapped",
    "sharding": "",
}
"""Few programs use them, so that they load when one asks: name → home, none for a module of this name."""


def __getattr__(name: str) -> object:
    home = _LATE.get(name)
    if home == "":
        return _importlib.import_module(f"jax.{name}")
    if home is None:
        return _missing_name("jax", name, globals())
    module, _, own = home.partition(":")
    found = globals()[name] = getattr(_importlib.import_module(module, "jax"), own or name)
    return found
