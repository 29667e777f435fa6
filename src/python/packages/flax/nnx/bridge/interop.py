"""NNX's and Linen's own modules inside of a ``bridge.Module``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flax.nnx import graphlib
from flax.nnx.bridge.module import Module, ModuleStackEntry, auto_submodule_name, current_context
from flax.nnx.bridge.to_nnx import ToNNX
from flax.nnx.pytreelib import Pytree
from flax.nnx.rnglib import Rngs, RngState
from flax.nnx.transforms.compilation import eval_shape


def _context(function: str) -> ModuleStackEntry:
    context = current_context()
    assert context is not None, f"{function}() only needed inside bridge Module"
    assert context.module.scope is not None
    return context


def _placed(context: ModuleStackEntry, module: Any, name: str | None, cls: type) -> Any:
    if context.in_compact:
        setattr(context.module, name or auto_submodule_name(context, cls), module)
    return module


def nnx_in_bridge_mdl(factory: Callable[[Rngs], Any], name: str | None = None) -> Any:
    """An NNX module as a submodule: built under ``init``, else only described, for its parent's variables."""
    context = _context("nnx_in_bridge_mdl")
    parent: Module = context.module
    rngs = parent.scope.rngs
    if parent.is_initializing():
        module = factory(rngs)
    else:
        module = eval_shape(factory, rngs or Rngs(7))
        if rngs:
            graphlib.update(module, graphlib.state(factory(rngs), RngState))
    return _placed(context, module, name, type(module))


def linen_in_bridge_mdl(linen_module: Any, name: str | None = None) -> Any:
    """A Linen module as a submodule, wrapped in ``ToNNX``."""
    context = _context("linen_in_bridge_mdl")
    parent: Module = context.module
    module = ToNNX(linen_module, parent.scope.rngs)
    for _, node in graphlib.iter_graph(module):
        if isinstance(node, Pytree):
            node._pytree__state._initializing = parent.is_initializing()
    return _placed(context, module, name, type(linen_module))
