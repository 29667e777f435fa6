"""Runs every Python attempt of the lesson's folder on real JAX and records what it gives.

usage: pip install "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"; python golden/recorders/record_attempts.py [NAME …]

With names, such as wrong/ascent--plus.py, those are run and what is not recorded yet; the others' lines stay.

Reads src/lessons/mixed-train-step/{solution,start,right/*,wrong/*}.py and writes golden/recordings/attempts.json: the
cases, and for each program and case the shape and numbers, what was returned in their place, or the error.
Results are read by the page's own code, src/python/packages/_lab/result.py.
"""

import contextlib
import importlib.util
import io
import json
import pathlib
import re
import sys
import types
import warnings
from collections.abc import Callable
from typing import Any

from recording import ROOT, write

import jax.numpy as jnp

LESSON = ROOT / "src/lessons/mixed-train-step"
OUT = ROOT / "golden/recordings/attempts.json"

# The lesson's visible cases, four entries (where a dummy of x's length is right), more of both, a batch, and the first
# case again, where what a program keeps between calls shows.
CASES = [
    {"seed": 0, "x": [0.5, -1.0, 2.0], "y": [1.0], "lr": 0.02},
    {"seed": 7, "x": [1.0, 2.0], "y": [0.5, -0.5], "lr": 0.03},
    {"seed": 42, "x": [1.5, 0.3, -0.7], "y": [-0.4], "lr": 0.05},
    {"seed": 271828, "x": [0.9, -1.1, 0.4, 1.7], "y": [0.3, -1.2, 0.8], "lr": 0.07},
    {"seed": 31337, "x": [-0.6, 1.2, 0.1, -1.9, 0.7], "y": [1.1, 0.2], "lr": 0.02},
    {"seed": 5, "x": [[0.5, -1.0], [1.5, 0.25], [-0.75, 2.0]], "y": [[1.0], [-0.5], [0.25]], "lr": 0.04},
    {"seed": 0, "x": [0.5, -1.0, 2.0], "y": [1.0], "lr": 0.02},
]


def page_reader() -> Callable[[Any], Any]:
    """What reads a result on the page."""
    path = ROOT / "src/python/packages/_lab/result.py"
    spec = importlib.util.spec_from_file_location("page_result", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.read_result


def tidy(text: str) -> str:
    """Without what differs from run to run: addresses, places of files, and the order of a set."""
    text = re.sub(r"/\S*/site-packages/", "", text)
    text = re.sub(
        r"(?<=symmetric difference on key sets is\n    ).*", lambda keys: " ".join(sorted(keys[0].split())), text
    )
    return re.sub(r" at \S*\.py:\d+", "", re.sub(r"0x[0-9a-f]{6,}", "0x…", text))


def failure(error: Exception) -> dict[str, str]:
    """An error's type and text."""
    return {"type": type(error).__name__, "text": tidy(str(error))}


def run(path: pathlib.Path, read_result: Callable[[Any], Any]) -> dict[str, Any]:
    """One outcome per case; where the program does not load, the one error that stands for all."""
    module = types.ModuleType("mixed_train_step")
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            exec(compile(path.read_text(), f"{path.stem}.py", "exec", dont_inherit=True), module.__dict__)
        except Exception as error:
            return {"load": failure(error)}
        return {"cases": [answer(module.mixed_train_step, case, read_result) for case in CASES]}


def answer(function: Callable[..., Any], case: dict[str, Any], read_result: Callable[[Any], Any]) -> dict[str, Any]:
    """What a program gives for a case, as the page reads it."""
    x, y = (jnp.asarray(case[name], dtype=jnp.float32) for name in ("x", "y"))
    try:
        result = read_result(function(float(case["seed"]), x, y, case["lr"]))
    except Exception as error:
        return {"error": failure(error)}
    if result.problem is not None:
        return {"problem": result.problem}
    # NaN and the infinities have no JSON.
    values = [v if abs(v) < float("inf") else str(v) for v in result.values]
    return {"shape": result.shape, "values": values}


def main() -> None:
    """Solution and start, then the other attempts in order."""
    warnings.filterwarnings("ignore")
    read_result = page_reader()
    paths = [LESSON / "solution.py", LESSON / "start.py"]
    paths += sorted([*LESSON.glob("right/*.py"), *LESSON.glob("wrong/*.py")])
    known = json.loads(OUT.read_text())["programs"] if len(sys.argv) > 1 else {}
    programs = {}
    for path in paths:
        name = path.relative_to(LESSON).as_posix()
        programs[name] = known[name] if name not in sys.argv and name in known else run(path, read_result)
    write("attempts", cases=CASES, programs=programs)


main()
