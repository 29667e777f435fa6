"""Flax as this page carries it: ``flax.nnx``, ``flax.linen`` and what stands around them.

Submodules load when they are first named, so a program that needs one half pays for that half.
"""

import _absent

__version__ = "0.12.8"

__getattr__, __dir__ = _absent.attributes(
    __name__,
    "Flax 0.12.8",
    {"flax.configurations": "config"},
    submodules="configurations core errors experimental linen nnx serialization struct training traverse_util typing",
    lacking="cursor ids io jax_utils metrics traceback_util version",
)
