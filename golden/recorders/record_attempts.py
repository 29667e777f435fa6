"""Runs every Python attempt of the lessons' folders on real JAX and records what it gives.

usage: pip install "jax==0.10.2" "flax==0.12.8" "optax==0.2.8"; python golden/recorders/record_attempts.py [NAME …]

With names, such as SLUG/wrong/ascent--plus.py, those are run and what is not recorded yet; the others' lines stay.

Reads {solution,start,right/*,wrong/*}.py of each lesson that has a recorded-cases.json, and writes
golden/recordings/attempts.json: for each program and case the shape and numbers, what was returned in their place, or
the error.
Results are read by the page's own code, src/python/packages/_lab/result.py.
"""

import contextlib
import importlib.util
import io
import json
import pathlib
import re
import sys
import warnings
from collections.abc import Callable
from typing import Any

from lesson_folders import LESSONS, entry_of, lessons_with, recorded_cases
from recording import ROOT, write

OUT = ROOT / "golden/recordings/attempts.json"


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


def run(folder: pathlib.Path, path: pathlib.Path, read_result: Callable[[Any], Any]) -> dict[str, Any]:
    """One outcome per case; where the program does not load, the one error that stands for all."""
    try:
        entry = entry_of(folder, path)
    except Exception as error:
        return {"load": failure(error)}
    with contextlib.redirect_stdout(io.StringIO()):
        return {"cases": [answer(entry, case, read_result) for case in recorded_cases(folder)]}


def answer(function: Callable[..., Any], case: list[Any], read_result: Callable[[Any], Any]) -> dict[str, Any]:
    """What a program gives for a case, as the page reads it."""
    try:
        result = read_result(function(*case))
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
    known = json.loads(OUT.read_text())["programs"] if len(sys.argv) > 1 else {}
    programs = {}
    for folder in lessons_with("recorded-cases.json"):
        paths = [folder / "solution.py", folder / "start.py"]
        paths += sorted([*folder.glob("right/*.py"), *folder.glob("wrong/*.py")])
        for path in paths:
            name = path.relative_to(LESSONS).as_posix()
            stays = name not in sys.argv and name in known
            programs[name] = known[name] if stays else run(folder, path, read_result)
    write("attempts", programs=programs)


main()
