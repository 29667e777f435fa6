"""The methods by which a module is run from outside: `init`, `apply`, `bind` and their kin."""

import dataclasses
import inspect
import weakref
from collections.abc import Callable, Mapping
from typing import Any

import jax
from _lab import call_log
from flax import errors
from flax.core import entry
from flax.core.filters import CollectionFilter, DenyList, union_filters
from flax.core.rng import is_key
from flax.core.scope import Scope
from flax.linen import _state
from flax.linen._adopt import freeze_attribute, map_attribute

_NO_INTERMEDIATES = DenyList("intermediates")


class RunMethods:
    """The part of `Module` that binds it to variables."""

    scope: Scope | None
    variables: Any

    def apply(
        self,
        variables: Any,
        *args: Any,
        rngs: Any = None,
        method: Callable[..., Any] | str | None = None,
        mutable: CollectionFilter = False,
        capture_intermediates: bool | Callable[[Any, str], bool] = False,
        **kwargs: Any,
    ) -> Any:
        """Calls the module, or `method` of it, with these variables.

        variables: a dict of collections, such as what `init` returns. rngs: a key, or a dict of keys by
        stream. mutable: the collections that may change; unless it is False the result is a pair of
        the output and these collections. capture_intermediates: collects the results of all
        `__call__`s, or of the methods for which a function of module and name says so.
        Errors: ScopeParamShapeError, ScopeParamNotFoundError and others of `flax.errors`.
        """
        if call_log.calls is not None:
            call_log.add("apply", lambda: [type(self).__name__])
        _check_instance(self)
        rngs = None if rngs is None else _key_dict(self, rngs)
        fn = _function_of(self, method)
        fn = _on_clone(fn, self, capture_intermediates)
        mutable = _with_captured(mutable, capture_intermediates)
        return entry.apply(fn, mutable)(variables, *args, rngs=rngs, **kwargs)

    def init_with_output(
        self,
        rngs: Any,
        *args: Any,
        method: Callable[..., Any] | str | None = None,
        mutable: CollectionFilter = _NO_INTERMEDIATES,
        capture_intermediates: bool | Callable[[Any, str], bool] = False,
        **kwargs: Any,
    ) -> tuple[Any, Any]:
        """Runs the module on `args` to make its variables; the output and the variables.

        rngs: a key (the stream `params`) or a dict of keys by stream; InvalidRngError otherwise.
        """
        if call_log.calls is not None:
            call_log.add("init", lambda: [type(self).__name__])
        _check_instance(self)
        rngs = _key_dict(self, rngs)
        fn = _on_clone(_function_of(self, method), self, capture_intermediates)
        mutable = _with_captured(mutable, capture_intermediates)
        return entry.init(fn, mutable)(rngs, *args, **kwargs)

    def init(
        self,
        rngs: Any,
        *args: Any,
        method: Callable[..., Any] | str | None = None,
        mutable: CollectionFilter = _NO_INTERMEDIATES,
        capture_intermediates: bool | Callable[[Any, str], bool] = False,
        **kwargs: Any,
    ) -> Any:
        """Makes the module's variables for inputs like `args`: a dict of collections.

        Only the shapes of the inputs matter to most modules. rngs: a key (the stream `params`) or a
        dict of keys by stream; InvalidRngError otherwise.
        """
        if call_log.calls is not None:
            call_log.add("init", lambda: [type(self).__name__])
        _check_instance(self)
        return self.init_with_output(
            rngs,
            *args,
            method=method,
            mutable=mutable,
            capture_intermediates=capture_intermediates,
            **kwargs,
        )[1]

    def bind(
        self,
        variables: Any,
        *args: Any,
        rngs: Mapping[str, Any] | None = None,
        mutable: CollectionFilter = False,
    ) -> Any:
        """A copy of the module that holds these variables, to be called or looked into directly."""
        del args
        _check_instance(self)
        return self.clone(parent=entry.bind(variables, rngs, mutable), _deep_clone=True)

    def unbind(self) -> tuple[Any, Any]:
        """A copy without variables, and the variables. CallUnbindOnUnboundModuleError if it had none."""
        _check_instance(self)
        if self.scope is None:
            raise errors.CallUnbindOnUnboundModuleError()
        variables = self.variables
        return self.clone(_deep_clone=True, _reset_names=True, name=None), variables

    def clone(
        self,
        *,
        parent: Any = None,
        _deep_clone: Any = False,
        _reset_names: bool = False,
        **updates: Any,
    ) -> Any:
        """A copy without variables, with some fields replaced."""
        fields: Any = dataclasses.fields(self)  # pyright: ignore[reportArgumentType]
        values = {f.name: getattr(self, f.name) for f in fields if f.init}
        values.update(updates, parent=parent)
        if _deep_clone is not False:
            made: Any = weakref.WeakValueDictionary() if _deep_clone is True else _deep_clone
            renamed: dict[str, Any] = {"name": None} if _reset_names else {}

            def copied(_: str, value: Any) -> Any:
                if not isinstance(value, RunMethods):
                    return value
                key = value._id  # pyright: ignore[reportAttributeAccessIssue]
                twin = made.get(key)
                if twin is None:
                    twin = value.clone(_deep_clone=made, _reset_names=_reset_names, **renamed)
                    made[key] = twin
                return twin

            for name, value in values.items():
                if name != "parent":
                    values[name] = freeze_attribute(map_attribute(copied, value))
        return type(self)(**values)

    def copy(self, *, parent: Any = _state.unspecified, name: str | None = None, **updates: Any) -> Any:
        """A deep copy, with some fields replaced; a submodule of the module that is running."""
        return self.clone(parent=parent, name=name, _deep_clone=True, **updates)

    def lazy_init(
        self,
        rngs: Any,
        *args: Any,
        method: Callable[..., Any] | None = None,
        mutable: CollectionFilter = _NO_INTERMEDIATES,
        **kwargs: Any,
    ) -> Any:
        """`init`, where inputs may be `jax.ShapeDtypeStruct`s: they are taken as zeros."""
        _check_instance(self)

        def filled(x: Any) -> Any:
            is_shape = isinstance(x, jax.ShapeDtypeStruct)
            return jax.numpy.zeros(x.shape, x.dtype) if is_shape else x

        args, kwargs = jax.tree_util.tree_map(filled, (args, kwargs))
        return self.init(rngs, *args, method=method, mutable=mutable, **kwargs)

    def tabulate(
        self,
        rngs: Any,
        *args: Any,
        depth: int | None = None,
        show_repeated: bool = False,
        mutable: CollectionFilter = _NO_INTERMEDIATES,
        console_kwargs: Mapping[str, Any] | None = None,
        table_kwargs: Mapping[str, Any] | None = None,
        column_kwargs: Mapping[str, Any] | None = None,
        compute_flops: bool = False,
        compute_vjp_flops: bool = False,
        **kwargs: Any,
    ) -> str:
        """A table of the module's submodules with their inputs, outputs and variables, as text.

        depth: how many levels of submodules. console_kwargs: `width` in characters is heeded.
        """
        from flax.linen.summary import tabulate

        table = tabulate(
            self,
            rngs,
            depth,
            show_repeated,
            mutable,
            console_kwargs,
            table_kwargs,
            column_kwargs,
            compute_flops,
            compute_vjp_flops,
        )
        return table(*args, **kwargs)

    def module_paths(
        self,
        rngs: Any,
        *args: Any,
        show_repeated: bool = False,
        mutable: CollectionFilter = _NO_INTERMEDIATES,
        **kwargs: Any,
    ) -> dict[str, Any]:
        """The submodules by their paths, "" for the module itself."""
        from flax.linen.summary import module_rows

        rows = module_rows(self, rngs, None, show_repeated, mutable, args, kwargs)[0]
        return {"/".join(row.path): row.module for row in rows}


def init_with_output(
    fn: Callable[..., Any],
    module: Any,
    mutable: CollectionFilter = _NO_INTERMEDIATES,
    capture_intermediates: bool | Callable[[Any, str], bool] = False,
) -> Callable[..., tuple[Any, Any]]:
    """`fn(module, …)` as a function of keys and inputs that returns output and variables."""
    bound = _on_clone(fn, module, capture_intermediates)
    return entry.init(bound, _with_captured(mutable, capture_intermediates))


def init(
    fn: Callable[..., Any],
    module: Any,
    mutable: CollectionFilter = _NO_INTERMEDIATES,
    capture_intermediates: bool | Callable[[Any, str], bool] = False,
) -> Callable[..., Any]:
    """`fn(module, …)` as a function of keys and inputs that returns the variables."""
    run = init_with_output(fn, module, mutable, capture_intermediates)
    return lambda *args, **kwargs: run(*args, **kwargs)[1]


def apply(
    fn: Callable[..., Any],
    module: Any,
    mutable: CollectionFilter = False,
    capture_intermediates: bool | Callable[[Any, str], bool] = False,
) -> Callable[..., Any]:
    """`fn(module, …)` as a function of variables and inputs."""
    bound = _on_clone(fn, module, capture_intermediates)
    return entry.apply(bound, _with_captured(mutable, capture_intermediates))


def _on_clone(fn: Callable[..., Any], module: Any, capture: Any) -> Callable[..., Any]:
    """`fn` as a function of a scope: it runs on a copy of the module bound to it."""
    wanted = (lambda _, name: name == "__call__") if capture is True else capture

    def on_scope(scope: Scope, *args: Any, **kwargs: Any) -> Any:
        _state.capturing.append(wanted)
        try:
            return fn(module.clone(parent=scope, _deep_clone=True), *args, **kwargs)
        finally:
            _state.capturing.pop()

    return on_scope


def _with_captured(mutable: CollectionFilter, capture: Any) -> CollectionFilter:
    return union_filters(mutable, "intermediates") if capture else mutable


def _key_dict(module: Any, rngs: Any) -> Any:
    if isinstance(rngs, dict):
        return rngs
    if not is_key(rngs):
        raise errors.InvalidRngError(
            f"RNGs should be of shape (2,) or PRNGKey in Module {type(module).__name__}, but rngs are: {rngs}"
        )
    return {"params": rngs}


def _function_of(module: Any, method: Any) -> Callable[..., Any]:
    """What `method` means, as a function that takes the module first."""
    if isinstance(method, str):
        name = method
        method = getattr(module, name)
        if not callable(method):
            raise TypeError(f"'{type(module).__name__}.{name}' must be a callable, got {type(method)}.")
        if isinstance(method, RunMethods):
            return lambda self, *args, **kwargs: getattr(self, name)(*args, **kwargs)
    elif method is None:
        method = module.__call__
    if inspect.ismethod(method) and isinstance(method.__self__, RunMethods):
        method = method.__func__
    if not callable(method) or not _has_parameters(method):
        raise errors.ApplyModuleInvalidMethodError(method)
    return method


_known_methods: weakref.WeakSet[Any] = weakref.WeakSet()
"""Functions that have parameters: to read a signature takes longer than a small layer."""


def _has_parameters(method: Any) -> bool:
    if not inspect.isfunction(method):
        return bool(inspect.signature(method).parameters)
    if method not in _known_methods:
        if not inspect.signature(method).parameters:
            return False
        _known_methods.add(method)
    return True


def _check_instance(module: Any) -> None:
    if not isinstance(module, RunMethods):
        raise errors.InvalidInstanceModuleError()
    if "_id" not in module.__dict__:
        raise errors.IncorrectPostInitOverrideError()
