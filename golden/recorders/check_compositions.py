"""Runs the right programs that src/lessons/mixed-train-step/compositions.test.ts puts together on real JAX.

usage: COMPOSITIONS_TO=FOLDER npx vitest run compositions; python golden/recorders/check_compositions.py FOLDER

Each has to give what the lesson's solution gives on the cases of the recorded attempts. Prints those that do not.
"""

import json
import pathlib
import sys
import types
import warnings
from collections.abc import Callable
from typing import Any

from recording import RECORDINGS, ROOT

import jax.numpy as jnp
import numpy as np

SOLUTION = ROOT / "src/lessons/mixed-train-step/solution.py"


def load(path: pathlib.Path) -> Callable[..., Any]:
    """The entry of a program."""
    module = types.ModuleType("mixed_train_step")
    exec(compile(path.read_text(), path.name, "exec", dont_inherit=True), module.__dict__)
    return module.mixed_train_step


def answer(entry: Callable[..., Any], case: dict[str, Any]) -> np.ndarray:
    """The two losses that it returns for a case."""
    x, y = (jnp.asarray(case[name], dtype=jnp.float32) for name in ("x", "y"))
    return np.asarray([float(loss) for loss in entry(float(case["seed"]), x, y, case["lr"])])


def main(folder: str) -> None:
    """Compares all programs of the folder."""
    warnings.filterwarnings("ignore")
    cases = json.loads((RECORDINGS / "attempts.json").read_text())["cases"]
    wanted = [answer(load(SOLUTION), case) for case in cases]
    different = 0
    paths = sorted(pathlib.Path(folder).glob("composition-*.py"))
    for path in paths:
        try:
            got = [answer(load(path), case) for case in cases]
            same = all(np.allclose(a, b, rtol=1e-5, atol=1e-6) for a, b in zip(got, wanted, strict=True))
            problem = None if same else f"{got} in place of {wanted}"
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"
        if problem:
            different += 1
            print(f"{path}: {problem}")
    print(f"{len(paths)} programs, {different} different")
    sys.exit(different > 0)


main(sys.argv[1])
