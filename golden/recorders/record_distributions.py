"""Record draws of JAX's derived distributions, with their gradients in the parameters.

usage: pip install "jax==0.10.2"; python golden/recorders/record_distributions.py

Writes golden/recordings/distributions.json in the form of numpy_functions.json; keys are raw uint32 words.
"""

from function_calls import f32, run
from recording import write

import jax

RANDOM = "jax.random."
KEY = jax.random.PRNGKey(3)
COV = f32([2.0, 0.5], [0.5, 1.0])
CASES = [
    ("cauchy", (KEY, (5,))),
    ("maxwell", (KEY, (2, 3))),
    ("lognormal", (KEY, 0.5, (4,))),
    ("lognormal", (KEY, f32(0.5, 1.0))),
    ("pareto", (KEY, f32(2.0, 3.0, 0.5))),
    ("rayleigh", (KEY, 2.0, (5,))),
    ("weibull_min", (KEY, 2.0, 1.5, (5,))),
    ("multivariate_normal", (KEY, f32(1.0, 2.0), COV)),
    ("multivariate_normal", (KEY, f32(1.0, 2.0), COV, (3,))),
]


def main() -> None:
    """One case a call."""
    cases = [run(RANDOM + name, args, {}, True) for name, args in CASES]
    write("distributions", cases=cases)


if __name__ == "__main__":
    main()
