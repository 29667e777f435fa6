"""Records how the public functions, classes and methods of JAX, Flax and Optax are called.

    python golden/recorders/record_python_signatures.py

writes golden/recordings/python_signatures.json: module -> name -> signature, with `Class.method` among the names.
A signature is the list of its parameters as text, such as `x /`, `axis=None`, `*args`, `out=None *` (given by keyword
only), as call_binding.py finds them by calls.
"""

import importlib
import inspect
from collections.abc import Iterator
from typing import Any

from call_binding import parameters_of
from recording import write_parts

MODULES = (
    "jax jax.core jax.debug jax.dtypes jax.errors jax.flatten_util jax.lax jax.nn jax.nn.initializers jax.numpy "
    "jax.numpy.linalg jax.random jax.scipy.special jax.scipy.stats.bernoulli jax.scipy.stats.expon "
    "jax.scipy.stats.laplace jax.scipy.stats.logistic jax.scipy.stats.norm jax.scipy.stats.uniform jax.tree "
    "jax.tree_util flax.core flax.errors flax.linen flax.nnx flax.nnx.bridge flax.serialization flax.struct "
    "flax.training.train_state flax.traverse_util optax optax.losses optax.schedules optax.transforms optax.tree "
    "optax.tree_utils"
).split()


def methods_of(cls: type) -> Iterator[tuple[str, Any]]:
    """Public methods that the class itself defines."""
    fields = getattr(cls, "__dataclass_fields__", {})
    for name, value in sorted(vars(cls).items()):
        shown = not name.startswith("_") or name == "__call__"
        if shown and name not in fields and inspect.isfunction(value):
            yield name, value


def entries(module: str) -> Iterator[tuple[str, list[str] | None]]:
    """Names with their parameters."""
    found = importlib.import_module(module)
    for name in sorted(dir(found)):
        value = getattr(found, name)
        home = (getattr(value, "__module__", None) or "").split(".")[0]
        ours = home in ("jax", "jaxlib", "flax", "optax")
        if name.startswith("_") or inspect.ismodule(value) or not callable(value) or not ours:
            continue
        yield name, parameters_of(value)
        if inspect.isclass(value):
            for method, function in methods_of(value):
                yield f"{name}.{method}", parameters_of(function, method=True)


if __name__ == "__main__":
    table = {
        module: {name: found for name, found in sorted(entries(module)) if found is not None}
        for module in sorted(MODULES)
    }
    write_parts("python_signatures", table)
