"""Imports of what this page does not have: the error says so and what to use instead."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import pkgutil
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any

from _absent import Absent, error_kind, nearest
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
    "orbax": "There is no disk here. Keep a model as bytes: flax.serialization.to_bytes(state), or np.savez.",
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
    "tensorstore": "There is no disk here.",
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

_EMPTY = frozenset(
    [
        f"{package}.{module}" if module else package
        for package, modules in {
            "flax": "cursor ids io jax_utils metrics metrics.tensorboard traceback_util version",
            "flax.linen": "experimental fp8_ops partitioning",
            "flax.training": "checkpoints common_utils dynamic_scale early_stopping lr_schedule orbax_utils "
            "prefetch_iterator",
            "jax": "api_util cloud_tpu_init collect_profile custom_batching custom_derivatives distributed dlpack "
            "example_libraries example_libraries.optimizers example_libraries.stax export ffi image interpreters "
            "interpreters.ad interpreters.batching interpreters.mlir interpreters.partial_eval interpreters.xla lib "
            "monitoring ops profiler ref stages test_util tools version",
            "jax.experimental": "array_serialization buffer_callback checkify colocated_python compilation_cache "
            "compilation_cache.compilation_cache compute_on custom_partitioning fused hijax jax2tf jet key_reuse "
            "layout mosaic multihost_utils ode pallas pallas.tpu pallas.triton pallas.ops profiler random rnn roofline "
            "serialize_executable sparse topologies transfer",
            "optax": "assignment contrib experimental perturbations projections second_order",
            "orbax": " checkpoint checkpoint.checkpoint_utils checkpoint.utils export",
            "tensorstore": " ",
        }.items()
        for module in ([""] if modules.startswith(" ") else []) + modules.split()
    ]
)
"""Modules that come with JAX and Flax and are empty here: they can be imported, and say so where they are used."""


class AbsentFinder:
    """The last on `sys.meta_path`: whatever a program asks of it is not there."""

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: Any = None) -> Any:
        asker = _asker()
        if asker is None:
            return None
        if name == "flax.metrics.tensorboard":
            name = "tensorflow"
        if name in _EMPTY:
            inner = any(other.startswith(f"{name}.") for other in _EMPTY)
            return importlib.machinery.ModuleSpec(name, _EmptyLoader(), is_package=inner)
        if not is_learners(asker):
            return None if name != "tensorflow" else _raise_plainly(name)
        raise ModuleNotFoundError(absent_text(name), name=name)


def _raise_plainly(name: str) -> None:
    raise ModuleNotFoundError(f"No module named {name!r}", name=name)


class _EmptyLoader(importlib.abc.Loader):
    """Makes modules that can be imported, and that say so where something of them is used."""

    def create_module(self, spec: Any) -> ModuleType:
        return ModuleType(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        text = absent_text(module.__name__).partition(". ")[2] or absent_text(module.__name__)

        def get(name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            told = f"{module.__name__}.{name} is not on this page. {text}"
            if error_kind(sys._getframe(1)) is ImportError:
                return Absent(told)
            raise AttributeError(told)

        module.__getattr__ = get  # type: ignore[method-assign]


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


def _asker() -> str | None:
    """The file whose import asks, `<string>` for what `exec` runs; None if the library or `find_spec` asks."""
    frame: Any = sys._getframe(2)
    while frame is not None and _is_import_machinery(frame.f_code.co_filename):
        if frame.f_code.co_filename == "<frozen importlib.util>":
            return None
        frame = frame.f_back
    file = None if frame is None else frame.f_code.co_filename
    return file if file == "<string>" or (file is not None and is_learners(file)) else None


def _is_import_machinery(file: str) -> bool:
    return file.startswith("<frozen importlib") or "/importlib/__init__" in file


def install_absent() -> None:
    """Makes failing imports explain themselves."""
    if not any(isinstance(finder, AbsentFinder) for finder in sys.meta_path):
        sys.meta_path.append(AbsentFinder())
