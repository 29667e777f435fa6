#!/usr/bin/env bash
# @jax-js/loaders 0.1.1, safetensors 0.8.0: a checkpoint of bfloat16 weights, the usual form on hubs.
# Guess: widened to Float32Array, since JavaScript has no bfloat16.
# Seen: "Unsupported dtype: BF16"; the type list has F16 but not BF16.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "numpy==2.4.6" "safetensors==0.8.0" "ml_dtypes==0.6.0"
venv/bin/python - <<'PYTHON'
import ml_dtypes
import numpy as np
from safetensors.numpy import save_file

save_file({"kernel": np.ones((2, 3), ml_dtypes.bfloat16)}, "half.safetensors")
PYTHON
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @jax-js/loaders@0.1.1 @jax-js/jax@0.1.25
cat >probe.mjs <<'JAVASCRIPT'
import assert from "node:assert";
import { readFileSync } from "node:fs";
import { safetensors } from "@jax-js/loaders";

assert.throws(() => safetensors.parse(new Uint8Array(readFileSync("half.safetensors"))), (error) => {
  console.log(error.message);
  return /Unsupported dtype: BF16/.test(error.message);
});
process.exit(0);
JAVASCRIPT
node probe.mjs
