"""What happens to a class that derives from `Module`: dataclass, wrapped methods, wrapped properties."""

import dataclasses
import functools
import inspect
from collections.abc import Callable
from typing import Any, TypeVar

from flax import errors
from flax.linen._calls import call_method

F = TypeVar("F", bound=Callable[..., Any])

_NOT_METHODS = frozenset(
    "__eq__ __repr__ __init__ __hash__ __post_init__ __replace__ __annotate__ __annotate_func__ "
    "__init_subclass__ __class_getitem__".split()
)
_NOT_PROPERTIES = frozenset(("parent", "__dict__", "__weakref__"))


def compact(fun: F) -> F:
    """Marks a method as one that makes its parameters and submodules where it uses them."""
    fun.compact = True  # pyright: ignore[reportFunctionMemberAccess]
    return fun


def nowrap(fun: F) -> F:
    """Marks a method as plain: it can be called on unbound modules and does not run `setup`."""
    fun.nowrap = True  # pyright: ignore[reportFunctionMemberAccess]
    return fun


def wrap_method(fun: Callable[..., Any]) -> Callable[..., Any]:
    """A method that sets the module up before it runs and makes it the parent of new modules."""
    if hasattr(fun, "wrapped_by_linen"):
        return fun

    @functools.wraps(fun)
    def method(*args: Any, **kwargs: Any) -> Any:
        if args and hasattr(type(args[0]), "_state"):
            return call_method(args[0], fun, args[1:], kwargs)
        return fun(*args, **kwargs)

    method.wrapped_by_linen = True  # pyright: ignore[reportAttributeAccessIssue]
    return method


def prepare_class(cls: type, kw_only: bool) -> None:
    """Turns a subclass of `Module` into a dataclass and wraps what it defines."""
    own = inspect.get_annotations(cls)
    _check_reserved(own)
    for name in own:
        declared = cls.__dict__.get(name)
        if isinstance(declared, dataclasses.Field) and not declared.init:
            declared.compare = declared.hash = declared.repr = False
    if "name" in own:
        cls.__annotations__ = {k: v for k, v in own.items() if k != "name"}
    custom_hash = "__hash__" in cls.__dict__
    dataclasses.dataclass(cls, repr=False, unsafe_hash=not custom_hash, kw_only=kw_only)
    setattr(cls, "__hash__", _checked_hash(cls.__hash__))  # noqa: B010
    fields = {f.name for f in dataclasses.fields(cls)}
    for name, value in list(cls.__dict__.items()):
        if name in fields or hasattr(value, "nowrap"):
            continue
        if inspect.isfunction(value) or _is_callable_method(value):
            if name not in _NOT_METHODS:
                setattr(cls, name, wrap_method(value))
        elif _is_property(name, value):
            setattr(cls, name, _Property.of(value))


def _check_reserved(annotations: dict[str, Any]) -> None:
    kind = annotations.get("name", str)
    if "parent" in annotations or kind not in (str, "str", str | None, "str | None"):
        raise errors.ReservedModuleAttributeError(annotations)


def _is_callable_method(value: Any) -> bool:
    return callable(value) and not isinstance(value, (type, staticmethod, classmethod))


def _is_property(name: str, value: Any) -> bool:
    if name in _NOT_PROPERTIES or isinstance(value, (staticmethod, classmethod, type)):
        return False
    return any(hasattr(value, part) for part in ("__get__", "__set__", "__delete__"))


def _checked_hash(hash_fn: Any) -> Callable[[Any], int]:
    @functools.wraps(hash_fn)
    def hashed(self: Any) -> int:
        if self.scope is not None:
            raise TypeError("Can't call __hash__ on modules that hold variables.")
        try:
            return hash_fn(self)
        except TypeError as error:
            raise TypeError(
                f"Failed to hash Flax Module.  The module probably contains unhashable attributes.  Module={self}"
            ) from error

    return hashed


class _Property:
    """A property of a module. A missing attribute inside it must not look like a missing property."""

    def __init__(self, wrapped: Any):
        self.wrapped = wrapped

    @staticmethod
    def of(descriptor: Any) -> _Property:
        """The wrapper for this descriptor, with setter and deleter only if it has them."""
        if isinstance(descriptor, _Property):
            return descriptor
        has_setter = hasattr(descriptor, "__set__") or hasattr(descriptor, "__delete__")
        return (_SettableProperty if has_setter else _Property)(descriptor)

    def __get__(self, *args: Any) -> Any:
        try:
            return self.wrapped.__get__(*args)
        except AttributeError as error:
            raise errors.DescriptorAttributeError() from error

    def __set_name__(self, owner: type, name: str) -> None:
        if hasattr(self.wrapped, "__set_name__"):
            self.wrapped.__set_name__(owner, name)

    def __getattr__(self, name: str) -> Any:
        if name == "wrapped":
            raise AttributeError(name)
        return getattr(self.wrapped, name)


class _SettableProperty(_Property):
    def __set__(self, obj: Any, value: Any) -> None:
        self.wrapped.__set__(obj, value)

    def __delete__(self, obj: Any) -> None:
        self.wrapped.__delete__(obj)
