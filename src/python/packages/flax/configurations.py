"""``flax.config``: Flax's switches. What this page does without one can be read, and set to what it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_DEFAULTS: dict[str, Any] = {
    "flax_filter_frames": True,
    "flax_profile": True,
    "flax_use_orbax_checkpointing": True,
    "flax_preserve_adopted_names": False,
    "flax_return_frozendict": False,
    "flax_fix_rng_separator": False,
    "flax_use_flaxlib": False,
    "flax_array_ref": False,
    "flax_pytree_module": True,
    "flax_max_repr_depth": None,
    "flax_always_shard_variable": True,
    "flax_hijax_variable": False,
    "nnx_graph_mode": True,
    "nnx_graph_updates": True,
}
_WITHOUT_EFFECT = frozenset(
    {
        "flax_filter_frames",
        "flax_profile",
        "flax_use_orbax_checkpointing",
        "flax_use_flaxlib",
        "flax_max_repr_depth",
        "flax_fix_rng_separator",
    }
)


class Config:
    """The switches by their names, as attributes."""

    def __init__(self) -> None:
        self._values = dict(_DEFAULTS)

    def __getattr__(self, name: str) -> Any:
        values = object.__getattribute__(self, "__dict__").get("_values", {})
        if name in values:
            return values[name]
        raise AttributeError(f"'Config' object has no attribute '{name}'", name=name, obj=self)

    def update(self, name_or_holder: Any, value: Any, /) -> None:
        """Sets a switch. NotImplementedError for one that this page cannot turn."""
        name = getattr(name_or_holder, "name", name_or_holder)
        if name not in self._values:
            raise LookupError(f"Unrecognized config option: {name}")
        if value != _DEFAULTS[name] and name not in _WITHOUT_EFFECT:
            if name == "flax_always_shard_variable":
                from flax.nnx.variable_metadata import use_eager_sharding

                use_eager_sharding(value)
            else:
                raise NotImplementedError(
                    f"flax.config.update({name!r}, {value!r}) works in Flax but not on this page."
                )
        self._values[name] = value

    @contextmanager
    def temp_flip_flag(self, var_name: str, var_value: bool) -> Iterator[None]:
        """For a ``with`` block, another value of a switch, whose name is given without ``flax_``."""
        before = getattr(self, f"flax_{var_name}")
        self.update(f"flax_{var_name}", var_value)
        try:
            yield
        finally:
            self.update(f"flax_{var_name}", before)

    def __repr__(self) -> str:
        return f"Config({', '.join(f'\n  {name}={value!r}' for name, value in self._values.items())}\n)"


config = Config()
