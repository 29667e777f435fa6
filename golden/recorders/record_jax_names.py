"""Writes the public names of JAX's modules for the Python packages: src/python/packages/jax/_src/known_names.py.

Run with a Python that has JAX: python golden/recorders/record_jax_names.py
"""

import importlib
import pathlib

MODULES = (
    "jax jax.numpy jax.numpy.linalg jax.nn jax.nn.initializers jax.random jax.lax jax.tree jax.tree_util "
    "jax.flatten_util jax.debug jax.errors jax.dtypes jax.typing jax.core jax.scipy jax.scipy.special jax.scipy.stats "
    "numpy numpy.random numpy.linalg numpy.testing"
).split()


def names(module: str) -> list[str]:
    """Names that are not private, in order."""
    return sorted(name for name in dir(importlib.import_module(module)) if not name.startswith("_"))


lines = [
    '"""Public names of JAX 0.10.2, recorded by golden/recorders/record_jax_names.py."""',
    "",
    "KNOWN: dict[str, frozenset[str]] = {",
]
for module in MODULES:
    text = " ".join(names(module))
    words, row = [], ""
    for word in text.split(" "):
        if len(row) + len(word) > 100:
            words.append(row)
            row = ""
        row += f"{word} "
    words.append(row)
    lines.append(f'    "{module}": frozenset(')
    lines.append("        (")
    lines += [f'            "{row}"' for row in words]
    lines.append("        ).split()")
    lines.append("    ),")
lines.append("}")
target = pathlib.Path(__file__).resolve().parents[2] / "src/python/packages/jax/_src/known_names.py"
target.write_text("\n".join(lines) + "\n")
