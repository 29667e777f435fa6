"""Records how the public functions, classes and methods of JAX, Flax and Optax are called.

    python golden/recorders/record_python_signatures.py

writes golden/recordings/python_signatures.json: module -> name -> signature, with `Class.method` among the names. A signature
is the list of its parameters as text, such as `x /`, `axis=None`, `*args`, `out=None *` (given by keyword only).
"""

import contextlib
import importlib
import inspect

from recording import write_parts

MODULES = (
    "jax jax.debug jax.flatten_util jax.lax jax.nn jax.nn.initializers jax.numpy jax.numpy.linalg jax.random jax.tree "
    "jax.tree_util flax.core flax.linen flax.nnx flax.nnx.bridge flax.serialization flax.struct "
    "flax.training.train_state flax.traverse_util optax optax.losses optax.schedules optax.transforms optax.tree "
    "optax.tree_utils"
).split()
LONGEST_DEFAULT = 40
"""What is longer, or holds an address, is recorded as `...`."""


def default_text(value):
    if inspect.isclass(value):
        return value.__name__
    text = repr(value)
    return "..." if text.startswith("<") or " at 0x" in text or len(text) > LONGEST_DEFAULT else text


def parameter_text(parameter):
    name, kind = parameter.name, parameter.kind
    if kind is parameter.VAR_POSITIONAL:
        return f"*{name}"
    if kind is parameter.VAR_KEYWORD:
        return f"**{name}"
    text = name if parameter.default is parameter.empty else f"{name}={default_text(parameter.default)}"
    return text + {parameter.POSITIONAL_ONLY: " /", parameter.KEYWORD_ONLY: " *"}.get(kind, "")


def signature_of(value):
    with contextlib.suppress(TypeError, ValueError):
        if inspect.isclass(value) and type(value).__call__ is not type.__call__:
            # A metaclass that takes anything and hands it on.
            return [parameter_text(p) for p in list(inspect.signature(value.__init__).parameters.values())[1:]]
        return [parameter_text(p) for p in inspect.signature(value).parameters.values()]
    return None


def methods_of(cls):
    for name, value in sorted(vars(cls).items()):
        if (not name.startswith("_") or name == "__call__") and inspect.isfunction(value):
            yield name, value


def entries(module):
    found = importlib.import_module(module)
    for name in sorted(dir(found)):
        value = getattr(found, name)
        home = (getattr(value, "__module__", None) or "").split(".")[0]
        ours = home in ("jax", "jaxlib", "flax", "optax")
        if name.startswith("_") or inspect.ismodule(value) or not callable(value) or not ours:
            continue
        yield name, signature_of(value)
        if inspect.isclass(value):
            for method, function in methods_of(value):
                yield f"{name}.{method}", signature_of(function)


if __name__ == "__main__":
    table = {
        module: {name: found for name, found in sorted(entries(module)) if found is not None}
        for module in sorted(MODULES)
    }
    write_parts("python_signatures", table)
