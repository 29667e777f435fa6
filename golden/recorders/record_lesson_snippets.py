"""Run the Python of the lessons' texts on real JAX and Flax, and record what it prints.

usage: pip install "jax==0.10.2" "flax==0.12.8"; python golden/recorders/record_lesson_snippets.py

Reads lesson.mdx of each lesson, runs every Python snippet (set-up first), and writes
golden/recordings/lesson_snippets.json. The broken programs in a lesson's pitfalls/ are run too, with the error that one
of them ends with.
"""

import contextlib
import io
import re
import warnings

from lesson_folders import lessons_with
from recording import write

import jax


def snippets(text: str) -> dict[str, str]:
    """{id: complete Python program} of every <Snippet> in the lesson's text."""
    found = {}
    for name, body in re.findall(r'<Snippet id="([\w-]+)">(.*?)</Snippet>', text, re.DOTALL):
        found[name] = "\n".join(re.findall(r"```python[^\n]*\n(.*?)```", body, re.DOTALL))
    return found


def printed(program: str) -> str:
    """What a program prints; a warning is an error, so that the text shows today's way only."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), warnings.catch_warnings():
        warnings.simplefilter("error", DeprecationWarning)
        exec(compile(program, "<snippet>", "exec"), {})
    return out.getvalue()


def broken(program: str) -> tuple[str, str | None]:
    """What a broken program prints, and the error it ends with, if any."""
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(program, "<pitfall>", "exec"), {})
    except Exception as error:
        return out.getvalue(), f"{type(error).__name__}: {error}"
    return out.getvalue(), None


def main() -> None:
    """Every snippet with what it prints, every pitfall with its output and error."""
    jax.config.update("jax_platforms", "cpu")
    python, pitfalls = {}, {}
    for folder in lessons_with("lesson.mdx"):
        for name, program in snippets((folder / "lesson.mdx").read_text()).items():
            python[f"{folder.name}/{name}"] = printed(program)
        for path in sorted((folder / "pitfalls").glob("*.py")):
            pitfalls[f"{folder.name}/{path.stem}"] = broken(path.read_text())
    write(
        "lesson_snippets",
        python=python,
        pitfalls={name: output for name, (output, _) in pitfalls.items()},
        pitfall_errors={name: error for name, (_, error) in pitfalls.items() if error},
    )


if __name__ == "__main__":
    main()
