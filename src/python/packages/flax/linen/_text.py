"""How a module prints."""

import dataclasses
from typing import Any


def module_text(module: Any, num_spaces: int = 4) -> str:
    """The class, its attributes and its submodules, one a line."""
    cls = type(module)
    if cls.__name__ == "Module" and cls.__module__ == "flax.linen.module":
        return object.__repr__(module)
    lines: list[str] = []
    names = [f.name for f in dataclasses.fields(cls) if f.repr and f.name not in ("parent", "name")]
    if names:
        lines.append("# attributes")
        lines += [f"{name} = {_value_text(module.__dict__.get(name))}" for name in names]
    children = {k: v for k, v in module._state.children.items() if hasattr(type(v), "_state")}
    if children:
        lines.append("# children")
        lines += [f"{name} = {module_text(child, num_spaces)}" for name, child in children.items()]
    if not lines:
        return f"{cls.__name__}()"
    indent = " " * num_spaces
    inner = "\n".join(lines).split("\n")
    return f"{cls.__name__}(\n" + "\n".join(indent + line for line in inner) + "\n)"


def _value_text(value: Any) -> str:
    if callable(value):
        holder = value.__dict__ if hasattr(type(value), "_state") else None
        name = holder.get("__name__") if holder is not None else getattr(value, "__name__", None)
        if name:
            return name
    return repr(value)
