"""Runs right programs that a lesson's test puts together on real JAX.

usage: COMPOSITIONS_TO=FOLDER npx vitest run compositions; python golden/recorders/check_compositions.py SLUG FOLDER

Each has to give what the lesson's solution gives on the cases of its recorded attempts. Prints those that do not.
"""

import pathlib
import sys
import warnings
from collections.abc import Callable
from typing import Any

from lesson_folders import LESSONS, entry_of, recorded_cases

import numpy as np


def answer(entry: Callable[..., Any], case: list[Any]) -> np.ndarray:
    """The numbers that it returns for a case."""
    return np.asarray([float(value) for value in entry(*case)])


def main(slug: str, folder: str) -> None:
    """Compares all programs of the folder."""
    warnings.filterwarnings("ignore")
    lesson = LESSONS / slug
    cases = recorded_cases(lesson)
    solution = entry_of(lesson, lesson / "solution.py")
    wanted = [answer(solution, case) for case in cases]
    different = 0
    paths = sorted(pathlib.Path(folder).glob("composition-*.py"))
    for path in paths:
        try:
            entry = entry_of(lesson, path)
            got = [answer(entry, case) for case in cases]
            same = all(np.allclose(a, b, rtol=1e-5, atol=1e-6) for a, b in zip(got, wanted, strict=True))
            problem = None if same else f"{got} in place of {wanted}"
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"
        if problem:
            different += 1
            print(f"{path}: {problem}")
    print(f"{len(paths)} programs, {different} different")
    sys.exit(different > 0)


main(*sys.argv[1:])
