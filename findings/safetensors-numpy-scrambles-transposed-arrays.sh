#!/usr/bin/env bash
# safetensors 0.8.0, numpy 2.4.6: save of a transposed array and of a strided view.
# Guess: the values are kept, or an error asks for a contiguous array, as the torch face does.
# Seen: no error and other values. A view is written as the memory it starts at: arange(6)[::2] comes back as
#   [0, 1, 2], and a transposed kernel as the untransposed numbers in the transposed shape.
#   np.ascontiguousarray first keeps them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "numpy==2.4.6" "safetensors==0.8.0"
venv/bin/python - <<'PYTHON'
import numpy as np
from safetensors.numpy import load, save

kernel = np.arange(6, dtype=np.float32).reshape(2, 3)
turned = load(save({"a": kernel.T}))["a"]
strided = load(save({"a": np.arange(6.0)[::2]}))["a"]
print(turned.tolist(), strided.tolist())
assert turned.shape == (3, 2) and not (turned == kernel.T).all()
assert (turned.ravel() == kernel.ravel()).all()
assert strided.tolist() == [0.0, 1.0, 2.0]
kept = load(save({"a": np.ascontiguousarray(kernel.T)}))["a"]
assert (kept == kernel.T).all()
PYTHON
