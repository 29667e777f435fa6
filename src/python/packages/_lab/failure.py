"""What went wrong in a learner's program, in the terms of the page."""

from __future__ import annotations

import traceback
from typing import NamedTuple

# Frames of the library and of the page's own packages say nothing about the learner's code.
_NOT_LEARNERS = ("/lib/", "<")
MAX_LINES = 20


class Failure(NamedTuple):
    """`line` is that of the innermost frame in the learner's own file, from 1; None if there is none."""

    type_name: str
    message: str
    line: int | None
    traceback: str


def describe_failure(error: BaseException, file: str) -> Failure:
    """Never raises, whatever `error` does when it is looked at."""
    try:
        message = str(error)
    except Exception as broken:
        message = f"<the error's text cannot be shown: {type(broken).__name__}>"
    try:
        text = _traceback_text(error)
    except Exception:
        text = f"{type(error).__name__}: {message}"
    return Failure(type(error).__name__, message, _line(error, file), text)


def _line(error: BaseException, file: str) -> int | None:
    if isinstance(error, SyntaxError) and error.filename == file:
        return error.lineno
    found = None
    for frame, line in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename == file:
            found = line
    return found


def is_learners(file: str) -> bool:
    """Whether code from this file is the learner's own."""
    return not file.startswith(_NOT_LEARNERS)


def _hide_frames(summary: traceback.TracebackException, seen: set[int]) -> None:
    """Leaves only the learner's frames, in the error and in those that it came from."""
    if id(summary) in seen:
        return
    seen.add(id(summary))
    kept = [frame for frame in summary.stack if is_learners(frame.filename)]
    summary.stack = traceback.StackSummary.from_list(kept)
    inner = [summary.__cause__, summary.__context__, *(summary.exceptions or [])]
    for other in inner:
        if other is not None:
            _hide_frames(other, seen)


def _traceback_text(error: BaseException) -> str:
    summary = traceback.TracebackException.from_exception(error, capture_locals=False)
    _hide_frames(summary, set())
    lines = "".join(summary.format()).rstrip("\n").split("\n")
    if len(lines) <= MAX_LINES:
        return "\n".join(lines)
    omitted = len(lines) - MAX_LINES
    return "\n".join([f"… {omitted} lines omitted", *lines[-MAX_LINES:]])
