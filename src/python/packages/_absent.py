"""Attributes of modules that load late, and honest errors for names that are not on this page.

A package lists where its names live, so that importing it costs little, and which names the real
package has that this one lacks, so that asking for one says so instead of pretending a typing error.
"""

import difflib
import importlib
import sys
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Any


def attributes(
    module: str,
    package: str,
    homes: dict[str, str] | None = None,
    submodules: str = "",
    lacking: str = "",
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` for `module`.

    `package` is its name with a version ("Flax 0.12.8"). `homes` maps a module to the names that are
    imported from it at first use, `submodules` are imported whole, `lacking` are names that the package
    has and this page lacks (names separated by spaces).
    """
    where = {name: home for home, names in (homes or {}).items() for name in names.split()}
    inner = frozenset(submodules.split())
    unknown_here = frozenset(lacking.split())

    def get(name: str) -> Any:
        if name in where:
            value = getattr(importlib.import_module(where[name]), name)
            setattr(sys.modules[module], name, value)
            return value
        if name in inner:
            return importlib.import_module(f"{module}.{name}")
        if name.startswith("__"):
            raise AttributeError(f"module '{module}' has no attribute '{name}'")
        text = f"module '{module}' has no attribute '{name}'"
        if name in unknown_here:
            text = f"{package} has '{module}.{name}', but this page does not."
        near = near_sentence(elsewhere(module, name) or nearest(name, listing()))
        text += near if not near or text.endswith(".") else f".{near}"
        kind = error_kind(sys._getframe(1))
        if kind is ImportError and name in unknown_here:
            return Absent(text)
        raise kind(text)

    def listing() -> list[str]:
        own = (n for n in vars(sys.modules[module]) if not n.startswith("_"))
        return sorted({*own, *where, *inner})

    return get, listing


class Absent:
    """What a real package has and this page lacks: a line can import it, and it says so where it is used."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(self._text)

    def _refuse(self, *_: Any, **__: Any) -> Any:
        raise NotImplementedError(self._text)

    __call__ = __getitem__ = __iter__ = __enter__ = __mro_entries__ = _refuse

    def __instancecheck__(self, value: Any) -> bool:
        return False

    def __repr__(self) -> str:
        return f"<not on this page: {self._text}>"


OTHER_NAMES = {
    "flax.linen.Linear": "nn.Dense",
    "flax.nnx.Dense": "nnx.Linear",
    "jax.jnp": "jax.numpy",
    "jax.tree.multimap": "jax.tree.map",
    "optax.mse_loss": "optax.squared_error",
}
"""What programs mean by names that a package lacks: another library's, or those of another of its modules."""


def elsewhere(module: str, name: str, siblings: Iterable[str] = ()) -> list[str]:
    """The name under which a thing is there after all; modules beside this one may have it under the same."""
    known = OTHER_NAMES.get(f"{module}.{name}")
    if known is not None:
        return [known]
    if module == "jax" and name.startswith("tree_"):
        # Where older programs look for jax.tree.map and its kin.
        return elsewhere("jax.tree", name[5:]) or _in_modules(name[5:], ["jax.tree"])
    return _in_modules(name, siblings)


def _in_modules(name: str, modules: Iterable[str]) -> list[str]:
    return [f"{one}.{name}" for one in modules if name in vars(sys.modules.get(one, object))][:1]


def nearest(name: str, present: Iterable[str], most: int = 3) -> list[str]:
    """The names that look most like a misspelt one: two thirds of the letters are the same."""
    lower = {known.lower(): known for known in present}
    return [lower[found] for found in difflib.get_close_matches(name.lower(), lower, most, 2 / 3)]


def near_sentence(names: list[str]) -> str:
    """` Near: tanh, atanh.`, or nothing."""
    return f" Near: {', '.join(names)}." if names else ""


def error_kind(asker: FrameType) -> type[Exception]:
    """AttributeError, or ImportError for `from module import name`, where Python would hide another one's text."""
    import opcode

    code = asker.f_code.co_code
    at = asker.f_lasti
    importing = 0 <= at < len(code) and code[at] == opcode.opmap["IMPORT_FROM"]
    return ImportError if importing else AttributeError
