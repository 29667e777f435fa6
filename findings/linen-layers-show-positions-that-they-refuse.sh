#!/usr/bin/env bash
# flax 0.12.8: the signature of a Linen module's constructor, inspect.signature(M).
# Guess: what it shows as positional can be given by position.
# Seen: parent and name stand there as positional-or-keyword after the module's own fields, and M(1, None, "hidden")
#   raises TypeError. They are keyword-only.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
import inspect

from flax import linen as nn


class M(nn.Module):
    a: int


kinds = {name: p.kind.name for name, p in inspect.signature(M).parameters.items()}
print(kinds)
assert kinds["parent"] == kinds["name"] == "POSITIONAL_OR_KEYWORD"
try:
    M(1, None, "hidden")
except TypeError as error:
    print(error)
else:
    raise SystemExit("they can be given by position")
assert M(1, name="hidden").name == "hidden"
PYTHON
