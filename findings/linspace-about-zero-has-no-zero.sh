#!/usr/bin/env bash
# jax 0.10.2, numpy 2.4.6: an odd number of float32 points from -1 to 1.
# Guess: jnp.linspace gives points that are symmetric, with 0 in the middle, as its ends are.
# Seen: 43 of the 49 lengths from 3 to 99 have no 0 (1.5e-8 at 7 points), and the points are not symmetric. So a point that
#   is meant to lie on a kink, such as ReLU's, lies beside it. NumPy's middle is 0 to the rounding of float64.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet "jax==0.10.2" "numpy==2.4.6"
JAX_PLATFORMS=cpu venv/bin/python - <<'PYTHON'
import jax
import jax.numpy as jnp
import numpy as np

odd = range(3, 100, 2)
middle = {n: float(jnp.linspace(-1.0, 1.0, n)[n // 2]) for n in odd}
beside = [n for n, value in middle.items() if value != 0]
print(len(beside), "of", len(middle), "lengths have no 0:", beside[:5], middle[7])
assert beside[:3] == [7, 11, 13] and 0 < abs(middle[7]) < 1e-6
assert len(beside) == 43
assert all(abs(np.linspace(-1.0, 1.0, n)[n // 2]) < 2e-16 for n in odd)

points = np.asarray(jnp.linspace(-1.0, 1.0, 7))
assert (points != -points[::-1]).any()

slope = jax.grad(jax.nn.relu)
print("slope of ReLU in the middle:", slope(jnp.linspace(-1.0, 1.0, 7)[3]), "and at 0:", slope(0.0))
assert slope(jnp.linspace(-1.0, 1.0, 7)[3]) == 1 and slope(0.0) == 0
PYTHON
