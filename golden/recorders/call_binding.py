"""How a call of a function is bound: by trying it, since a signature need not be that of what is called.

Flax wraps functions that name other parameters than the wrapper, and its dataclasses show parameters as positional
that are not. So each parameter is passed by name, and one position after another is filled; what Python says of such
calls decides. Used on JAX by record_python_signatures.py and on the page's packages by src/python/signatures.test.ts.
"""

import contextlib
import inspect
import io
import re
import warnings
from collections.abc import Callable
from typing import Any

LONGEST_DEFAULT = 40
"""What is longer, or holds an address, is shown as `...`."""
NEVER_CALLED = ("breakpoint", "clear_backends", "print_environment_info")
ANY = 1.0
"""An argument that arrays, sizes and settings may be; a call may fail on it, once it is bound."""
UNNAMED = re.compile("unexpected keyword argument|positional-only arguments? passed as keyword")
TOO_MANY = re.compile(r"takes (no|from \d+ to \d+|\d+) positional arguments?|too many positional|takes no arguments")


def default_text(value: Any) -> str:
    """A default as text."""
    if inspect.isclass(value):
        return value.__name__
    text = repr(value)
    return "..." if text.startswith("<") or " at 0x" in text or len(text) > LONGEST_DEFAULT else text


def is_refused(function: Callable[..., Any], pattern: re.Pattern[str], /, *args: Any, **kwargs: Any) -> bool:
    """Whether Python refuses the call for what the pattern says."""
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            function(*args, **kwargs)
    except TypeError as error:
        return pattern.search(str(error)) is not None
    except BaseException:
        return False
    return False


def names_its_own(function: Callable[..., Any]) -> bool:
    """Whether a wrapper names what it takes, after `self`; `(*args, **kwargs)` hands everything on."""
    with contextlib.suppress(TypeError, ValueError):
        parameters = inspect.signature(function, follow_wrapped=False).parameters.values()
        rest, own = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD), ("self", "cls")
        named = [p for p in parameters if p.kind not in rest and p.name not in own]
        return any(p.kind is not p.KEYWORD_ONLY for p in named)
    return False


def named_parameters(value: Callable[..., Any]) -> list[inspect.Parameter]:
    """The parameters of the innermost wrapper that names its own."""
    function = inspect.unwrap(value, stop=names_its_own)
    return list(inspect.signature(function, follow_wrapped=not names_its_own(function)).parameters.values())


def parameters_of(value: Any, method: bool = False) -> list[str] | None:
    """The parameters of a function, class or method as text, as a call finds them; None where Python knows of none.

    `x /` takes no name, `axis=None *` no position; a method's list is without its object.
    """
    try:
        if inspect.isclass(value) and type(value).__call__ is not type.__call__:
            # A metaclass takes the call; most take anything and hand it on.
            call = type(value).__call__
            parameters = named_parameters(call if names_its_own(call) else value.__init__)[1:]
        else:
            parameters = named_parameters(value)[method:]
    except (TypeError, ValueError):  # fmt: skip
        return None
    if getattr(value, "__name__", "") in NEVER_CALLED:
        return [text_of(p, p.kind is not p.POSITIONAL_ONLY, p.kind is not p.KEYWORD_ONLY) for p in parameters]
    first = [ANY] * method
    takes_any = any(p.kind is p.VAR_POSITIONAL for p in parameters)
    takes_any_name = any(p.kind is p.VAR_KEYWORD for p in parameters)
    placed, texts = 0, []
    for p in parameters:
        if p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD):
            texts.append(text_of(p, False, False))
            continue
        # Given by name, a positional parameter would land among the other names.
        named = (
            p.kind is not p.POSITIONAL_ONLY
            if takes_any_name
            else not is_refused(value, UNNAMED, *first, **{p.name: ANY})
        )
        positional = p.kind is not p.KEYWORD_ONLY
        if positional and not takes_any:
            positional = not is_refused(value, TOO_MANY, *first, *[ANY] * (placed + 1))
            placed += positional
        texts.append(text_of(p, named, positional))
    return texts


def text_of(parameter: inspect.Parameter, named: bool, positional: bool) -> str:
    """A parameter with its default and its mark."""
    stars = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind)
    if stars:
        return stars + parameter.name
    fallback = "" if parameter.default is parameter.empty else f"={default_text(parameter.default)}"
    # What can be given in neither way is left to the signature's word.
    return parameter.name + fallback + (" /" if not named else "" if positional else " *")
