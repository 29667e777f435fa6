"""What a module keeps about itself while it runs, and which module is running."""

import enum
import weakref
from collections.abc import Callable
from typing import Any


class Stage(enum.IntEnum):
    """How far a module's `setup` has come."""

    NEW = 0
    DONE = 1


class ModuleState:
    """The mutable side of a module; the module itself is frozen."""

    __slots__ = ("children", "counts", "in_compact", "in_setup", "ready", "stage")

    def __init__(self):
        self.in_compact = False
        self.in_setup = False
        self.stage = Stage.NEW
        self.ready = False
        self.counts: dict[str, int] = {}
        """How many submodules of each class have been named by number."""
        self.children: dict[str, Any] = {}
        """Submodules by name; for parameters and variables the name of their collection."""

    def finish_call(self) -> None:
        """Back to the state between calls: the next call numbers its submodules from 0 again."""
        self.in_compact = False
        self.in_setup = False
        self.counts = {}


class _Unspecified:
    """The default of `parent`: take the module that is running."""

    def __copy__(self) -> _Unspecified:
        return self

    def __deepcopy__(self, memo: Any) -> _Unspecified:
        return self


unspecified = _Unspecified()

running: list[Any] = [None]
"""The modules whose methods are being called, the innermost last."""

capturing: list[Callable[[Any, str], bool] | bool] = []
"""For each `init` or `apply` under way: which methods' results go to `intermediates`."""

recording: list[list[Any]] = []
"""For each `tabulate` under way: the calls seen so far."""

interceptors: list[Callable[..., Any]] = []
"""The interceptors of `intercept_methods`, the outermost first."""


class ParentLink:
    """Descriptor of `parent`: holds a module weakly, so that a tree of modules is no cycle."""

    def __get__(self, obj: Any, objtype: Any = None) -> Any:
        if obj is None:
            return None
        held = obj.__dict__.get("_parent")
        return held() if isinstance(held, weakref.ReferenceType) else held

    def __set__(self, obj: Any, value: Any) -> None:
        is_module = hasattr(type(value), "_state")
        obj.__dict__["_parent"] = weakref.ref(value) if is_module else value
