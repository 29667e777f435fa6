"""Errors with JAX's names and texts."""

from __future__ import annotations

from typing import Any, TypeVar

_PAGE = "https://docs.jax.dev/en/latest/errors.html#jax.errors."
E = TypeVar("E", bound=Exception)


def too_large(value: int, path: str) -> OverflowError:
    """What JAX says to a whole number that no int32 holds, as an argument of one of its functions."""
    return OverflowError(
        "An overflow was encountered while parsing an argument to a jitted computation, whose argument path is "
        f"{path}. Got <class 'int'> with value {value}"
    )


class _JAXErrorMixin(Exception):  # noqa: N818
    """Adds the address of the error's page to its text."""

    def __init__(self, message: str) -> None:
        page = f"{_PAGE}{type(self).__name__}"
        super().__init__(f"{message}\nSee {page}")


class JAXTypeError(_JAXErrorMixin, TypeError):
    """A TypeError of JAX."""


class JAXIndexError(_JAXErrorMixin, IndexError):
    """An IndexError of JAX."""


class ConcretizationTypeError(JAXTypeError):
    """A traced value was used where its number is needed."""

    def __init__(self, tracer: Any, context: str = "") -> None:
        about = f"\n{context}" if context else ""
        super().__init__(
            "Abstract tracer value encountered where concrete value is expected: "
            f"traced array with shape {aval_text(tracer)}{about}{origin_text(tracer)}\n"
        )


class NonConcreteBooleanIndexError(JAXIndexError):
    """A mask that has no values yet was used as an index."""

    def __init__(self, tracer: Any) -> None:
        super().__init__(f"Array boolean indices must be concrete; got {aval_text(tracer)}\n")


class TracerArrayConversionError(JAXTypeError):
    """NumPy was given a traced array."""

    def __init__(self, tracer: Any) -> None:
        super().__init__(
            "The numpy.ndarray conversion method __array__() was called on traced array with shape "
            f"{aval_text(tracer)}{origin_text(tracer)}"
        )


class TracerIntegerConversionError(JAXTypeError):
    """A traced array was used as a Python index."""

    def __init__(self, tracer: Any) -> None:
        super().__init__(
            f"The __index__() method was called on traced array with shape {aval_text(tracer)}{origin_text(tracer)}"
        )


class TracerBoolConversionError(ConcretizationTypeError):
    """Python asked whether a traced array is true."""

    def __init__(self, tracer: Any) -> None:
        JAXTypeError.__init__(
            self,
            f"Attempted boolean conversion of traced array with shape {aval_text(tracer)}.{origin_text(tracer)}",
        )


class UnexpectedTracerError(JAXTypeError):
    """A traced value was used after its transformation had ended."""

    def __init__(self, msg: str) -> None:
        super().__init__(msg)


class KeyReuseError(RuntimeError):
    """A random key was used twice."""


class JaxRuntimeError(RuntimeError):
    """Something went wrong while a computation ran."""


def aval_text(tracer: Any) -> str:
    """Dtype and shape of an array, without the mark for weak types."""
    return tracer.aval.str_short()


def origin_text(tracer: Any) -> str:
    """Which function and which of its arguments a value under jit comes from; may be empty."""
    from .origin import describe_origin

    return describe_origin(tracer)


def with_text(kind: type[E], text: str) -> E:
    """An error of a class with a finished text."""
    error = kind.__new__(kind, text)
    Exception.__init__(error, text)
    return error
