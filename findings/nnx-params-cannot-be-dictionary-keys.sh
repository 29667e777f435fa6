#!/usr/bin/env bash
# flax 0.12.8: a Param as a key of a dict or a member of a set, to collect what is shared.
# Guess: hashable by identity, as an nn.Parameter of torch is.
# Seen: TypeError "unhashable type: 'Param'"; and `param in [other, param]` compares values, so it raises
#   ValueError instead of answering.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"
venv/bin/python - <<'PYTHON'
from flax import nnx

model = nnx.Linear(3, 2, rngs=nnx.Rngs(0))
for attempt in (lambda: {model.kernel: 1}, lambda: model.kernel in [model.bias, model.kernel]):
    try:
        attempt()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
    else:
        raise SystemExit("it works now")
PYTHON
