"""Flax's error classes. Each text ends with the address of its explanation in Flax's documentation.

The texts are those of Flax, so that what a learner reads here can be searched for. Every class derives
from `FlaxError`.
"""

from typing import Any

import _absent

_PAGE = "https://flax.readthedocs.io/en/latest/api_reference/flax.errors.html"


class FlaxError(Exception):
    """Base of all errors of Flax; adds the address of the class's documentation to the message."""

    def __init__(self, message: str):
        kind = type(self)
        if _PAGE not in message:
            message = f"{message} ({_PAGE}#{kind.__module__}.{kind.__name__})"
        super().__init__(message)


class TraceContextError(FlaxError):
    """A variable was used inside another JAX transformation than the one that made it."""


class LazyInitError(FlaxError):
    """Initialisation needed a value, but only its shape was given."""

    def __init__(self, partial_val: Any):
        super().__init__(f"Lazy init encountered a value that could with the given inputs (shape: {partial_val}).")


class InvalidRngError(FlaxError):
    """What was given as a key is none, or a stream of keys is missing."""

    def __init__(self, msg: str):
        super().__init__(msg)


class ApplyScopeInvalidVariablesTypeError(FlaxError):
    """`apply` got something else than a dict of collections with string keys."""

    def __init__(self):
        super().__init__(
            "The first argument passed to an apply function should be a dictionary of collections. "
            "Each collection should be a dictionary with string keys."
        )


class ApplyScopeInvalidVariablesStructureError(FlaxError):
    """The collections were wrapped in a `params` level once too often."""

    def __init__(self, variables: Any):
        del variables
        super().__init__(
            "Expect the `variables` (first argument) passed to apply() to be a dict with the structure "
            '{"params": ...}, but got a dict with an extra params layer, i.e.  {"params": {"params": '
            '... } }. You should instead pass in your dict\'s ["params"].'
        )


class ScopeParamNotFoundError(FlaxError):
    """The parameters given to `apply` lack one that the module uses."""

    def __init__(self, param_name: str, scope_path: str):
        super().__init__(f'Could not find parameter named "{param_name}" in scope "{scope_path}".')


class ScopeCollectionNotFound(FlaxError):  # noqa: N818
    """The whole collection in which a variable is looked up is missing or empty."""

    def __init__(self, col_name: str, var_name: str, scope_path: str):
        super().__init__(
            f'Tried to access "{var_name}" from collection "{col_name}" in "{scope_path}" but the collection is empty.'
        )


class ScopeParamShapeError(FlaxError):
    """A parameter given to `apply` has another shape than the module would make."""

    def __init__(self, param_name: str, scope_path: str, value_shape: Any, init_shape: Any):
        super().__init__(
            f'For parameter "{param_name}" in "{scope_path}", the given initializer is expected to '
            f"generate shape {init_shape}, but the existing parameter it received has shape "
            f"{value_shape}."
        )


class ScopeVariableNotFoundError(FlaxError):
    """A variable is not in its collection, and the collection may not be changed."""

    def __init__(self, name: str, col: str, scope_path: str):
        super().__init__(f'No Variable named "{name}" for collection "{col}" exists in "{scope_path}".')


class InvalidFilterError(FlaxError):
    """A filter of collections is neither a name, names, a bool nor a `DenyList`."""

    def __init__(self, filter_like: Any):
        super().__init__(f'Invalid Filter: "{filter_like}"')


class InvalidScopeError(FlaxError):
    """A module was used after the `init` or `apply` that bound it had ended."""

    def __init__(self, scope_name: Any):
        super().__init__(f'The scope "{scope_name}" is no longer valid.')


class ModifyScopeVariableError(FlaxError):
    """A variable was written whose collection is not `mutable`."""

    def __init__(self, col: str, variable_name: str, scope_path: str):
        super().__init__(
            f'Cannot update variable "{variable_name}" in "{scope_path}" because collection "{col}" is immutable.'
        )


class ImmutableVariableError(FlaxError):
    """A variable that may not change was assigned to."""

    def __init__(self, message: str):
        super().__init__(message)


class JaxTransformError(FlaxError):
    """A JAX transformation was applied to a method that uses variables of a module outside."""

    def __init__(self):
        super().__init__("Jax transforms and Flax models cannot be mixed.")


class NameInUseError(FlaxError):
    """Two parameters, variables or submodules of one module have the same name."""

    def __init__(self, key_type: str, value: str, module_name: str):
        super().__init__(f'Could not create {key_type} "{value}" in Module {module_name}: Name in use.')


class AssignSubModuleError(FlaxError):
    """A submodule was made outside of `setup` and of compact methods."""

    def __init__(self, cls: Any):
        super().__init__(f"Submodule {cls} must be defined in `setup()` or in a method wrapped in `@compact`")


class SetAttributeInModuleSetupError(FlaxError):
    """`setup` assigned to a field of the dataclass."""

    def __init__(self):
        super().__init__("Module construction attributes are frozen.")


class SetAttributeFrozenModuleError(FlaxError):
    """An attribute was set outside of `setup`."""

    def __init__(self, module_cls: Any, attr_name: str, attr_val: Any):
        super().__init__(
            f"Can't set {attr_name}={attr_val} for Module of type {module_cls}: Module instance is "
            "frozen outside of setup method."
        )


class MultipleMethodsCompactError(FlaxError):
    """More than one method of a class is compact."""

    def __init__(self):
        super().__init__("Only one method per class can be @compact")


class ReservedModuleAttributeError(FlaxError):
    """A module class declares a field named `parent` or `name` for its own use."""

    def __init__(self, annotations: Any):
        super().__init__(f"properties `parent` and `name` are reserved: {annotations}")


class ApplyModuleInvalidMethodError(FlaxError):
    """`method` is no function that takes the module first."""

    def __init__(self, method: Any):
        super().__init__(f"Cannot call apply(): {method} is not a valid function for apply().")


class CallCompactUnboundModuleError(FlaxError):
    """A compact method was called on a module without variables: use `init` or `apply`."""

    def __init__(self):
        super().__init__("Can't call compact methods on unbound modules")


class CallSetupUnboundModuleError(FlaxError):
    """`setup` was called by hand on a module without variables."""

    def __init__(self):
        super().__init__("Can't call compact methods on unbound modules")


class CallUnbindOnUnboundModuleError(FlaxError):
    """`unbind` was called on a module that is not bound."""

    def __init__(self):
        super().__init__("Can't call `unbind()` on unbound modules")


class CallShareScopeOnUnboundModuleError(FlaxError):
    """`share_scope` was called on a module that is not bound."""

    def __init__(self):
        super().__init__("Can't call `share_scope` on unbound modules")


class InvalidInstanceModuleError(FlaxError):
    """`init`, `init_with_output` or `apply` was called on the class instead of an instance."""

    def __init__(self):
        super().__init__(
            "Can only call init, init_with_output or apply methods on an instance of the Module class, "
            "not the Module class itself"
        )


class IncorrectPostInitOverrideError(FlaxError):
    """`__post_init__` was overridden without calling the one of `Module`."""

    def __init__(self):
        super().__init__("Overrode `.__post_init__()` without calling `super().__post_init__()`")


class DescriptorAttributeError(FlaxError):
    """A property of a module looked up an attribute that is not there."""

    def __init__(self):
        super().__init__("Trying to access a property that is accessing a non-existent attribute.")


class TransformedMethodReturnValueError(FlaxError):
    """A transformed method returned a module or a variable."""

    def __init__(self, name: Any):
        super().__init__(f"Transformed module method {name} cannot return Modules or Variables.")


class TransformTargetError(FlaxError):
    """A lifted transformation was applied to neither a module class nor a function."""

    def __init__(self, target: Any):
        super().__init__(
            "Linen transformations must be applied to Modules classes or functions taking a Module "
            "instance as the first argument. The provided target is not a Module class or callable: "
            f"{target}"
        )


class PartitioningUnspecifiedError(FlaxError):
    """A transformation put an axis into a boxed variable and was not told its name."""

    def __init__(self, target: Any):
        super().__init__(
            'Trying to transform a Partitioned variable but "partition_name" is not specified in metadata_params: '
            f"{target}"
        )


__getattr__, __dir__ = _absent.attributes(
    __name__,
    "Flax 0.12.8",
    lacking="AlreadyExistsError CursorFindError InvalidCheckpointError MPACheckpointingRequiredError "
    "MPARestoreDataCorruptedError MPARestoreTargetRequiredError "
    "TraverseTreeError",
)
