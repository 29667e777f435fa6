"""Describes what importable modules hold: names, signatures, results and docstrings, for the page's editor."""

import ast
import importlib
import inspect
import json
import re
import textwrap
import types
import warnings
from annotationlib import Format, get_annotations
from typing import Any

from flax import nnx
from jax._src.known_names import KNOWN  # type: ignore[import-not-found]

KINDS = {
    inspect.Parameter.POSITIONAL_ONLY: 0,
    inspect.Parameter.POSITIONAL_OR_KEYWORD: 1,
    inspect.Parameter.VAR_POSITIONAL: 2,
    inspect.Parameter.KEYWORD_ONLY: 3,
    inspect.Parameter.VAR_KEYWORD: 4,
}
OURS = ("flax", "jax", "numpy", "optax")
OPERATORS = frozenset(
    f"__{name}__"
    for name in (
        "call getitem iter add sub mul truediv mod matmul floordiv and or xor lshift rshift lt le gt ge eq ne neg pos "
        "abs invert pow radd rsub rmul rtruediv rmod rmatmul rfloordiv rpow"
    ).split()
)
LONGEST_DEFAULT = 40


def first_paragraph(value: Any) -> str:
    """What the docstring says first, in one line."""
    # Not `getdoc`: what a class inherits from `object` or `tuple` says nothing about it.
    own = vars(value).get("__doc__") if inspect.isclass(value) else getattr(value, "__doc__", None)
    paragraphs = re.split(r"\n\s*\n", own.strip()) if isinstance(own, str) else [""]
    return " ".join(paragraphs[0].split())


def default_text(value: Any) -> str:
    """A default as a signature shows it."""
    if inspect.isclass(value) or inspect.isroutine(value):
        return value.__name__ if value.__name__.isidentifier() and "<locals>" not in value.__qualname__ else "..."
    text = repr(value)
    return "..." if text.startswith("<") or " at 0x" in text or len(text) > LONGEST_DEFAULT else text


def parameters_of(value: Any, *, bound: bool = False) -> list[Any] | None:
    """Parameters as name, default's text or None, and kind; None where Python knows of none."""
    if inspect.isclass(value) and issubclass(value, nnx.Pytree):
        # Their metaclass takes anything and hands it on.
        return parameters_of(value.__init__, bound=True)
    try:
        signature = inspect.signature(value)
    except TypeError, ValueError:
        return None
    found = [
        [p.name, None if p.default is inspect.Parameter.empty else default_text(p.default), KINDS[p.kind]]
        for p in signature.parameters.values()
    ]
    return found[1:] if bound else found


class Describer:
    """Goes through modules; a thing is described under the shortest path that leads to it."""

    def __init__(self, names: list[str]) -> None:
        self.modules = {name: importlib.import_module(name) for name in names}
        self.homes: dict[int, str] = {}
        self.hidden: list[type] = []
        for name in sorted(names, key=lambda name: (name.count("."), name)):
            for member, value in self.public(name):
                if inspect.isclass(value) or inspect.isroutine(value):
                    self.homes.setdefault(id(value), f"{name}.{member}")

    def public(self, name: str) -> list[tuple[str, Any]]:
        """A module's public names with their values."""
        module = self.modules[name]
        listed = getattr(module, "__all__", None) or dir(module)
        return [(member, getattr(module, member)) for member in listed if self.is_public(name, member)]

    def is_public(self, name: str, member: str) -> bool:
        """Whether a name is the module's own: not private, not one that the original lacks, not imported for use."""
        if member.startswith("_") or (name in KNOWN and member not in KNOWN[name]):
            return False
        value = getattr(self.modules[name], member, None)
        if value is None and not hasattr(self.modules[name], member):
            return False
        if inspect.ismodule(value):
            return value.__name__ in self.modules and value.__name__.startswith(f"{name}.")
        origin = getattr(value, "__module__", None) if inspect.isclass(value) or inspect.isroutine(value) else None
        home = name.split(".", maxsplit=1)[0]
        foreign = (
            "typing",
            "collections",
            "contextlib",
            "dataclasses",
            "functools",
            "types",
            "importlib",
            "__future__",
        )
        if origin is not None and origin.split(".")[0] in foreign:
            return home == origin.split(".")[0]
        return type(value).__module__ not in ("__future__", "typing") or home in ("typing", "builtins")

    def path_of(self, value: Any) -> str | None:
        """The path of a class or function, if it has one."""
        return self.homes.get(id(value))

    def result_of(self, function: Any) -> str | None:
        """The path of the class whose instances a function gives, where its annotation says so."""
        if inspect.isclass(function):
            return self.class_path(function)
        annotation = getattr(function, "__annotations__", {}).get("return")
        if isinstance(annotation, str):
            try:
                annotation = eval(annotation, getattr(function, "__globals__", {}))
            except Exception:
                return None
        annotation = getattr(annotation, "__origin__", annotation)
        return self.class_path(annotation) if inspect.isclass(annotation) else None

    def class_path(self, cls: type) -> str | None:
        """The path of a class. One of ours that no module shows gets one all the same: results have its methods."""
        known = self.path_of(cls)
        if cls.__module__.split(".")[0] not in OURS:
            return None if cls is Any or cls is type(None) else known
        if known is not None:
            return known
        path = f"{cls.__module__}.{cls.__name__}"
        self.homes[id(cls)] = path
        self.hidden.append(cls)
        return path

    def described(self, value: Any, path: str) -> Any:
        """An entry: a dictionary, or the path under which the thing is described."""
        if inspect.ismodule(value):
            return {"kind": "module", "path": value.__name__}
        home = self.path_of(value)
        if home is not None and home != path:
            return home
        if inspect.isclass(value):
            return self.class_entry(value)
        # `Callable[[X], Y]` can be called, but it is a note for readers.
        if callable(value) and not isinstance(value, types.GenericAlias) and type(value).__module__ != "typing":
            return self.function_entry(value)
        return without_empty({"kind": "value", "gives": self.path_of(type(value))})

    def function_entry(self, value: Any, *, bound: bool = False) -> dict[str, Any]:
        """A function, or a method without its `self`."""
        return without_empty(
            {
                "kind": "function",
                "parameters": parameters_of(value, bound=bound),
                "gives": self.result_of(value),
                "doc": first_paragraph(value),
            }
        )

    def class_entry(self, cls: type) -> dict[str, Any]:
        """A class: how it is called, its public bases, and what those do not have."""
        bases = [base for base in cls.__mro__[1:] if base is not object and self.path_of(base) is not None]
        inherited = {ancestor for base in bases for ancestor in base.__mro__}
        own = [ancestor for ancestor in cls.__mro__ if ancestor not in inherited and ancestor is not object]
        members: dict[str, Any] = {}
        for ancestor in own:
            # A field's default is no method, whatever it is.
            found = {**vars(ancestor), **dict.fromkeys(annotated(ancestor))}
            for name, value in found.items():
                if name in members or (name.startswith("_") and name not in OPERATORS):
                    continue
                entry = self.member_entry(value)
                if not name.startswith("_") or name == "__call__" or "gives" in entry:
                    members[name] = entry
            for name, made_by in assigned_in_init(ancestor):
                gives = None if made_by is None else self.result_of(made_by)
                members.setdefault(name, without_empty({"kind": "value", "gives": gives}))
        return without_empty(
            {
                "kind": "class",
                "parameters": parameters_of(cls),
                "bases": [self.path_of(base) for base in bases],
                "doc": first_paragraph(cls),
                "members": members,
            }
        )

    def member_entry(self, value: Any) -> dict[str, Any]:
        """A method, a property or another attribute of a class."""
        if isinstance(value, property):
            gives = None if value.fget is None else self.result_of(value.fget)
            return without_empty({"kind": "value", "gives": gives, "doc": first_paragraph(value)})
        if isinstance(value, (classmethod, staticmethod)):
            return self.function_entry(value.__func__, bound=isinstance(value, classmethod))
        if inspect.isroutine(value):
            return self.function_entry(value, bound=True)
        return {"kind": "value"}

    def all(self) -> dict[str, Any]:
        """Module → its docstring and its names' entries."""
        described = {
            name: {
                "doc": first_paragraph(module),
                "names": {
                    member: self.described(value, f"{name}.{member}") for member, value in sorted(self.public(name))
                },
            }
            for name, module in self.modules.items()
        }
        for cls in self.hidden:
            # The list grows while results of these are found.
            module = described.setdefault(cls.__module__, {"hidden": True, "names": {}})
            module["names"][cls.__name__] = self.class_entry(cls)
        return described


def without_empty(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry without what is not known. An empty list of parameters is knowledge."""
    return {key: value for key, value in entry.items() if value or (key == "parameters" and value is not None)}


def annotated(cls: type) -> list[str]:
    """Public names that a class annotates: the fields of dataclasses and of Linen's modules."""
    return [name for name in get_annotations(cls, format=Format.STRING) if not name.startswith("_")]


def assigned_in_init(cls: type) -> list[tuple[str, Any]]:
    """Public attributes that a class's own `__init__` sets on `self`, each with the function that makes it, if any."""
    init = vars(cls).get("__init__")
    if not isinstance(init, types.FunctionType):
        return []
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(init)))
    except OSError, TypeError, SyntaxError:
        return []
    return [
        (target.attr, called(node.value, init.__globals__))
        for node in ast.walk(tree)
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Attribute)
        and isinstance(target.value, ast.Name)
        and target.value.id == "self"
        and not target.attr.startswith("_")
    ]


def called(value: ast.expr, scope: dict[str, Any]) -> Any:
    """The function or class that an expression calls; None for other expressions."""
    if not isinstance(value, ast.Call):
        return None
    try:
        return eval(ast.unparse(value.func), scope)
    except Exception:
        return None


def describe(names: str) -> str:
    """The descriptions of modules, whose names are separated by spaces, as JSON."""
    with warnings.catch_warnings():
        # Deprecated names warn whoever asks for them.
        warnings.simplefilter("ignore")
        return json.dumps(Describer(names.split()).all(), separators=(",", ":"), ensure_ascii=False)
