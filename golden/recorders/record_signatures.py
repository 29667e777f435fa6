"""Records which public names JAX has and how its functions are called.

    python golden/recorders/record_signatures.py

writes golden/recordings/signatures.json (parameters of every function) and src/jax/namespace/public-names.json
(names alone, for the error about a missing one).
"""

import importlib
import inspect
import json
from typing import Any

from recording import ROOT, write_parts

import jax
import jax.nn.initializers
import jax.numpy as jnp
import jax.scipy.linalg
import jax.scipy.special
import jax.scipy.stats
import jax.tree_util

KINDS = {
    inspect.Parameter.POSITIONAL_ONLY: "positional-only",
    inspect.Parameter.POSITIONAL_OR_KEYWORD: "positional-or-keyword",
    inspect.Parameter.VAR_POSITIONAL: "varargs",
    inspect.Parameter.KEYWORD_ONLY: "keyword-only",
    inspect.Parameter.VAR_KEYWORD: "varkw",
}
MODULES = {
    "jax": jax,
    "jax.numpy": jnp,
    "jax.numpy.linalg": jnp.linalg,
    "jax.nn": jax.nn,
    "jax.nn.initializers": jax.nn.initializers,
    "jax.random": jax.random,
    "jax.lax": jax.lax,
    "jax.tree": jax.tree,
    "jax.tree_util": jax.tree_util,
    "jax.scipy.special": jax.scipy.special,
}
NAMES_ONLY = {"jax.Array": jax.Array} | {
    name: importlib.import_module(name)
    for name in (
        "flax flax.linen flax.nnx optax jax.core jax.debug jax.dtypes jax.errors jax.flatten_util jax.scipy "
        "jax.scipy.stats jax.typing numpy numpy.linalg numpy.random numpy.testing"
    ).split()
}


# As a name: the formatter's newest form of such a line is no Python of the recorder's version.
_UNREADABLE = (TypeError, ValueError)


def public(module: Any) -> list[str]:
    """Names that are not private, in order."""
    return [n for n in sorted(dir(module)) if not n.startswith("_")]


def default_of(parameter: inspect.Parameter) -> str | None:
    """A default as text."""
    if parameter.default is inspect.Parameter.empty:
        return None
    text = repr(parameter.default)
    return "..." if " at 0x" in text else text


def entry(value: Any) -> dict[str, Any]:
    """What a name stands for, with its parameters."""
    if inspect.ismodule(value):
        return {"kind": "module"}
    if not callable(value):
        return {"kind": "value"}
    if inspect.isclass(value):
        return {"kind": "class"}
    try:
        signature = inspect.signature(value)
    except _UNREADABLE:
        return {"kind": "function"}
    parameters = [[p.name, KINDS[p.kind], default_of(p)] for p in signature.parameters.values()]
    kind = "ufunc" if isinstance(value, jnp.ufunc) else "function"
    return {"kind": kind, "parameters": parameters}


def main() -> None:
    """Signatures of functions, and names alone."""
    table = {name: {n: entry(getattr(module, n)) for n in public(module)} for name, module in sorted(MODULES.items())}
    write_parts("signatures", table)
    names = {name: " ".join(public(m)) for name, m in {**MODULES, **NAMES_ONLY}.items()}
    target = ROOT / "src/jax/namespace/public-names.json"
    target.parent.mkdir(exist_ok=True)
    with open(target, "w") as out:
        json.dump(names, out, indent=2, sort_keys=True)
        out.write("\n")


if __name__ == "__main__":
    main()
