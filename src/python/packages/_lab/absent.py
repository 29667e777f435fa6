"""Imports of what this page does not have: the error says so and what to use instead."""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Sequence
from typing import Any

from _absent import nearest
from _lab.failure import is_learners

_DRAW = "Draw with plot(values), which is built in here."
_MODEL = "Write the model with flax.nnx or flax.linen."
_DATA = "Make the data in the program, for example with jax.random."
_NETWORK = "There is no network here. Write the data into the program."
_PRINT = "Print instead."

INSTEAD = {
    "chex": "Compare shapes with assert x.shape == ….",
    "cupy": "Use jax.numpy, whose arrays are on the GPU here.",
    "datasets": _DATA,
    "distrax": "Use jax.random and jax.nn.",
    "einops": "Use jnp.reshape, jnp.transpose and jnp.einsum.",
    "equinox": _MODEL,
    "grain": _DATA,
    "haiku": _MODEL,
    "httpx": _NETWORK,
    "jaxopt": "Use optax.",
    "jaxtyping": "Leave the annotations out.",
    "keras": _MODEL,
    "matplotlib": _DRAW,
    "micropip": "Nothing can be installed here.",
    "numba": "Use jax.jit.",
    "orbax": "Nothing is stored here; print the values you want to keep.",
    "pandas": "Use lists, dicts and jnp arrays.",
    "pdb": "There is no debugger here. Print what you want to see.",
    "plotly": _DRAW,
    "pydoc_data": "help(name) works.",
    "requests": _NETWORK,
    "rich": _PRINT,
    "scipy": "Use jax.numpy, jax.nn and jax.random; most of what training needs is there.",
    "seaborn": _DRAW,
    "sklearn": _DATA,
    "tensorboardX": _DRAW,
    "tensorflow": _MODEL,
    "tensorflow_datasets": _DATA,
    "torch": _MODEL,
    "torchvision": _DATA,
    "tqdm": _PRINT,
    "wandb": _DRAW,
}
_DEVICES = "There is one device here: leave meshes and shardings out."
_STORED = INSTEAD["orbax"]
PARTS = {
    "flax.jax_utils": _DEVICES,
    "flax.metrics": _DRAW,
    "flax.optim": "Use optax.",
    "flax.training.checkpoints": _STORED,
    "flax.training.orbax_utils": _STORED,
    "jax.example_libraries": "Use optax and flax.",
    "jax.experimental": "Use what jax, jax.numpy and jax.lax have.",
    "jax.image": "Write the resizing with jax.numpy.",
    "jax.ops": "Use x.at[index].set(values) and its kin, or jnp.bincount with weights.",
    "jax.sharding": _DEVICES,
}
"""Parts of JAX and Flax that programs import and this page lacks."""
OWN = ("flax", "jax", "numpy", "optax")


class AbsentFinder:
    """The last on `sys.meta_path`: whatever a program asks of it is not there."""

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: Any = None) -> None:
        if _asked_by_program():
            raise ModuleNotFoundError(absent_text(name), name=name)


def absent_text(name: str) -> str:
    """Why a module cannot be imported, beginning as Python's own text does."""
    top, _, rest = name.partition(".")
    start = f"No module named {name!r}"
    if rest and top in OWN:
        part = next((f" {hint}" for known, hint in PARTS.items() if f"{name}.".startswith(f"{known}.")), None)
        return f"{start}. This page's {top} has no such module.{part or _near(name, _modules_of(top))}"
    if top in INSTEAD:
        return f"{start}. This page has no {top}. {INSTEAD[top]}"
    return (
        f"{start}. This page has jax, flax, optax and Python's own library; nothing else can be installed."
        f"{_near(name, [*OWN, *sys.stdlib_module_names])}"
    )


def _near(name: str, names: list[str]) -> str:
    found = nearest(name, names, 1)
    return f" Did you mean {found[0]!r}?" if found else ""


def _modules_of(top: str) -> list[str]:
    package = sys.modules.get(top)
    found = pkgutil.walk_packages(getattr(package, "__path__", []), f"{top}.", onerror=lambda _: None)
    return [module.name for module in found if "._" not in module.name]


def _asked_by_program() -> bool:
    """Whether an import of the learner's asks. The library tries imports in vain, and so does `find_spec`."""
    frame: Any = sys._getframe(2)
    while frame is not None and _is_import_machinery(frame.f_code.co_filename):
        if frame.f_code.co_filename == "<frozen importlib.util>":
            return False
        frame = frame.f_back
    return frame is not None and is_learners(frame.f_code.co_filename)


def _is_import_machinery(file: str) -> bool:
    return file.startswith("<frozen importlib") or "/importlib/__init__" in file


def install_absent() -> None:
    """Makes failing imports explain themselves."""
    if not any(isinstance(finder, AbsentFinder) for finder in sys.meta_path):
        sys.meta_path.append(AbsentFinder())
