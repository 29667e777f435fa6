#!/usr/bin/env bash
# jax 0.10.2: a plain number read from a traced value inside jax.grad, as a loss returned by loss.item() or float(loss).
# Guess: float(), int(), .item() and .tolist() all raise ConcretizationTypeError, since a plain number has no way back.
# Seen: float() and .tolist() raise. int() and .item() give the number, under grad and jvp: a loss that returns
#   loss.item() has a gradient of zeros and no error. Under jit and vmap all four raise.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2"
venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp

w = jnp.array(3.5)
reads = {
    "float": lambda a: a * float(a),
    "tolist": lambda a: a * a.tolist(),
    "int": lambda a: a * int(a),
    "item": lambda a: a * a.item(),
    "only item": lambda a: (a * a).item(),
}
seen = {}
for name, f in reads.items():
    for transform, g in {"grad": jax.grad(f), "jit": jax.jit(f)}.items():
        try:
            seen[name, transform] = float(g(w))
        except jax.errors.ConcretizationTypeError:
            seen[name, transform] = "raises"
        print(name, transform, seen[name, transform])
assert seen["float", "grad"] == seen["tolist", "grad"] == "raises"
assert (seen["int", "grad"], seen["item", "grad"], seen["only item", "grad"]) == (3.0, 3.5, 0.0)
assert all(seen[name, "jit"] == "raises" for name in reads)
PYTHON
