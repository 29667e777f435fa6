"""`Module`, the base class of Linen's neural networks."""

import dataclasses
import itertools
from typing import Any, dataclass_transform

from flax import errors
from flax.core.scope import Scope
from flax.linen._adopt import PLAIN, freeze_attribute, map_attribute
from flax.linen._calls import InterceptorContext as InterceptorContext
from flax.linen._calls import intercept_methods as intercept_methods
from flax.linen._running import RunMethods
from flax.linen._state import ModuleState, ParentLink, Stage, running, unspecified
from flax.linen._text import module_text
from flax.linen._variables import VariableMethods
from flax.linen._wrapping import compact as compact
from flax.linen._wrapping import nowrap as nowrap
from flax.linen._wrapping import prepare_class

_ids = itertools.count()
_NOT_LOOKED_UP = frozenset(
    "__getstate__ __setstate__ __getnewargs_ex__ __reduce__ __reduce_ex__ __copy__ __deepcopy__".split()
)


@dataclasses.dataclass(repr=False, eq=False)
@dataclass_transform()
class Module(VariableMethods, RunMethods):
    """A neural network or a part of one, declared by subclassing.

    A subclass is a dataclass: its annotated attributes are the arguments of its constructor, besides
    `name` and `parent` by keyword. It makes parameters and submodules in `setup`, or in the one method
    marked `@nn.compact`. An instance holds no variables; `init` makes them, `apply` takes them.
    """

    parent: Any = dataclasses.field(default=unspecified, kw_only=True, repr=False)
    name: str | None = dataclasses.field(default=None, kw_only=True)

    def __init_subclass__(cls, kw_only: bool = False, **kwargs: Any):
        super().__init_subclass__(**kwargs)
        prepare_class(cls, kw_only)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_id", next(_ids))
        object.__setattr__(self, "_state", ModuleState())
        if self.parent is unspecified:
            self.parent = running[-1]
        if self.parent is not None:
            self._join_parent()

    def _join_parent(self) -> None:
        """Takes a name and a scope from the parent. In `setup` both come with the attribute."""
        parent = self.parent
        if isinstance(parent, Module):
            if parent._state.in_setup and self.name is None:
                return
            if not parent._may_initialize:
                raise errors.AssignSubModuleError(type(self).__name__)
            if self.name is None:
                kind = type(self).__name__
                count = parent._state.counts.get(kind, 0)
                parent._state.counts[kind] = count + 1
                self.name = f"{kind}_{count}"
            if parent.scope is None:
                raise AssertionError("The parent of a submodule must be bound.")
            if parent.scope.name_reserved(self.name):
                raise errors.NameInUseError("submodule", self.name, type(parent).__name__)
            parent._state.children[self.name] = self
            scope = parent.scope.push(self.name)
        elif isinstance(parent, Scope):
            scope = parent
        else:
            raise ValueError("parent must be None, Module or Scope")
        object.__setattr__(self, "scope", scope)
        self._adopt_fields()
        self._state.ready = True

    def __repr__(self) -> str:
        return module_text(self)

    def __setattr__(self, name: str, val: Any) -> None:
        state = self._state
        if not state.in_setup:
            if not state.ready or name.startswith("__"):
                object.__setattr__(self, name, val)
                return
            raise errors.SetAttributeFrozenModuleError(type(self).__name__, name, val)
        fields = self.__dataclass_fields__
        if name in fields and fields[name].init:
            raise errors.SetAttributeInModuleSetupError()
        self._adopt(name, val)

    def __getattr__(self, name: str) -> Any:
        if name in _NOT_LOOKED_UP:
            raise AttributeError(name)
        self._try_setup()
        if name in self.__dict__:
            return self.__dict__[name]
        text = f'"{type(self).__name__}" object has no attribute "{name}".'
        if self.scope is None:
            text += (
                f" If \"{name}\" is defined in '.setup()', remember these fields are only accessible from "
                "inside 'init' or 'apply'."
            )
        raise AttributeError(text)

    def __dir__(self) -> list[str]:
        self._try_setup()
        return list(object.__dir__(self))

    def setup(self) -> None:
        """Overridden by modules that make their parameters and submodules ahead of their methods.

        It runs once per bound module, before the first method or attribute is used. Submodules assigned
        to attributes take the attribute's name.
        """

    @property
    def path(self) -> tuple[str, ...]:
        """The names from the root to this module. ValueError on unbound modules."""
        if self.scope is None:
            raise ValueError("Can't access module paths on unbound modules.")
        return self.scope.path

    def _try_setup(self) -> None:
        state = self._state
        if self.scope is None or state.in_setup or state.stage is Stage.DONE:
            return
        state.in_setup = True
        try:
            self._adopt_fields()
            self.setup()
        finally:
            state.in_setup = False
            state.stage = Stage.DONE

    def _adopt_fields(self) -> None:
        for field in dataclasses.fields(self):
            if field.init and field.name not in ("parent", "name"):
                self._adopt(field.name, getattr(self, field.name))

    def _adopt(self, attribute: str, value: Any) -> None:
        """Sets an attribute; the modules in it that have no parent yet become submodules."""
        if self.scope is None:
            raise AssertionError("Trying to register submodules on unbound scope.")
        if type(value) in PLAIN:
            object.__setattr__(self, attribute, value)
            return
        # A module that two attributes share is copied once, so its variables are shared.
        twins = self.scope.root.twins
        adopted: list[Module] = []

        def adopt(suffix: str, part: Any) -> Any:
            if not isinstance(part, Module):
                return part
            if part.parent is None:
                twin = twins.get(part._id)
                if twin is None:
                    twin = twins[part._id] = part.clone(name=None)
                part = twin
            if part.name is None:
                object.__setattr__(part, "parent", self)
                object.__setattr__(part, "name", f"{attribute}{suffix}")
                adopted.append(part)
            return part

        object.__setattr__(self, attribute, freeze_attribute(map_attribute(adopt, value)))
        for part in adopted:
            part.__post_init__()


Module._state = ModuleState()
Module.scope = None
Module.parent = ParentLink()


def merge_param(name: str, a: Any, b: Any) -> Any:
    """The one of `a` and `b` that is not None. ValueError if both or none are given."""
    if a is None and b is None:
        raise ValueError(f'Parameter "{name}" must be passed to the constructor or at call time.')
    if a is not None and b is not None:
        raise ValueError(
            f'Parameter "{name}" was passed to the constructor and at call time. Should be passed just once.'
        )
    return b if a is None else a


def share_scope(module: Module, other: Module, /) -> None:
    """Lets one module use the scope of the other, so that their variables stand side by side.

    The scope of the outer one serves, if one is inside the other; else that of `other`.
    CallShareScopeOnUnboundModuleError if one of them is not bound.
    """
    if module.scope is None or other.scope is None:
        raise errors.CallShareScopeOnUnboundModuleError()
    outer: Scope | None = other.scope
    while outer is not None and outer is not module.scope:
        outer = outer.parent
    moved, target = (module, other.scope) if outer is None else (other, module.scope)
    left = moved.scope
    object.__setattr__(moved, "scope", target)
    for child in moved._state.children.values():
        if isinstance(child, Module) and child.scope is not None and child.scope.parent is left:
            if child.scope.name is not None:
                target.reserve(child.scope.name)
            child.scope.parent = target
