"""Runs the playground's examples on real JAX and Flax, and records what they print and plot.

usage: pip install "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"; python golden/recorders/record_playground_examples.py

Reads src/features/playground/examples/*.py and writes golden/recordings/playground_examples.json. The exercise is run
as it stands, and with its function finished.
"""

import contextlib
import io
import re
import warnings

from recording import ROOT, write

import jax

EXAMPLES = ROOT / "src/features/playground/examples"
SOLVED = """def step(encoder_params, head_params, lr):
    grads = jax.grad(loss, argnums=(0, 1))(encoder_params, head_params)
    return jax.tree.map(lambda p, g: p - lr * g, (encoder_params, head_params), grads)


"""


def ran(program: str) -> dict[str, object]:
    """What a program prints and plots; a warning is an error, so that examples show today's way only."""
    out = io.StringIO()
    plots: list[list[float]] = []

    def plot(values: object) -> None:
        plots.append([float(value) for value in values])

    with contextlib.redirect_stdout(out), warnings.catch_warnings():
        warnings.simplefilter("error", DeprecationWarning)
        exec(compile(program, "<example>", "exec"), {"__name__": "__main__", "plot": plot})
    return {"printed": out.getvalue(), "plots": plots}


def main() -> None:
    """Every example, and the exercise solved."""
    jax.config.update("jax_platforms", "cpu")
    python = {path.stem: ran(path.read_text()) for path in sorted(EXAMPLES.glob("*.py"))}
    exercise = (EXAMPLES / "exercise.py").read_text()
    solved = re.sub(r"def step\(.*?(?=# The check)", lambda _: SOLVED, exercise, flags=re.DOTALL)
    write("playground_examples", python=python, solved={"exercise": ran(solved)})


if __name__ == "__main__":
    main()
