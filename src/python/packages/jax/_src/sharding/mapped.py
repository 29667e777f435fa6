"""``jax.shard_map`` and ``jax.pmap`` on a mesh of one device: the function runs once, on all of its arguments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..transforms.flat import named_like
from ..transforms.vmap import vmap
from ..trees.functions import tree_leaves, tree_map
from .context import get_mesh


def shard_map(
    f: Any = None,
    /,
    *,
    out_specs: Any,
    in_specs: Any = "jax.sharding.Infer",
    mesh: Any = None,
    axis_names: Any = frozenset(),
    check_vma: bool = True,
) -> Any:
    """The function on each device's part of its arguments; with one device, on all of them."""
    if f is None:
        return lambda fun: shard_map(
            fun, out_specs=out_specs, in_specs=in_specs, mesh=mesh, axis_names=axis_names, check_vma=check_vma
        )

    @named_like(f, "{fun} on each device's part of its arguments.")
    def call(*args: Any) -> Any:
        over = get_mesh() if mesh is None else mesh
        run: Callable[..., Any] = f
        # A mapped axis of length 1 for each of the mesh's: collectives find them by name.
        for name in over.axis_names:
            run = _along(run, name)
        return run(*args)

    return call


def _along(fun: Callable[..., Any], name: Any) -> Callable[..., Any]:
    mapped = vmap(fun, in_axes=None, out_axes=0, axis_name=name, axis_size=1)
    return lambda *args: tree_map(lambda x: x[0], mapped(*args))


def pmap(
    fun: Callable[..., Any],
    axis_name: Any = None,
    *,
    in_axes: Any = 0,
    out_axes: Any = 0,
    static_broadcasted_argnums: Any = (),
    devices: Any = None,
    backend: Any = None,
    axis_size: int | None = None,
    donate_argnums: Any = (),
) -> Callable[..., Any]:
    """The function for each slice of its arguments, a device each: there is one, so slices are one."""
    fixed = (
        {static_broadcasted_argnums} if isinstance(static_broadcasted_argnums, int) else set(static_broadcasted_argnums)
    )

    @named_like(fun, "{fun} for each slice of its arguments, a device each.")
    def call(*args: Any, **kwargs: Any) -> Any:
        for leaf in tree_leaves([arg for i, arg in enumerate(args) if i not in fixed]):
            if in_axes == 0 and getattr(leaf, "shape", ())[:1] not in ((), (1,)):
                raise ValueError(
                    "cannot select an axis to squeeze out which has size not equal to one, got "
                    f"shape={leaf.shape} and dimensions=(0,)"
                )
        mapped = [arg for i, arg in enumerate(args) if i not in fixed]

        def run(*given: Any, **more: Any) -> Any:
            rest = iter(given)
            return fun(*[args[i] if i in fixed else next(rest) for i in range(len(args))], **more)

        return vmap(run, in_axes, out_axes, axis_name=axis_name, axis_size=1)(*mapped, **kwargs)

    return call
