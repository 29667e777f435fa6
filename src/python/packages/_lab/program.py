"""Runs a learner's program as a module of its own."""

from __future__ import annotations

import linecache
import sys
from types import CodeType, ModuleType
from typing import Any

from _lab.failure import Failure, describe_failure


class Program:
    """One program: its text, the file name that tracebacks show, and the module in which it runs."""

    def __init__(self, source: str, file: str, module_name: str) -> None:
        self.source = source
        self.file = file
        self.module = ModuleType(module_name)
        self.module.__file__ = file

    def run(self) -> Failure | None:
        """Executes the program to its end; None if it ended well."""
        # The lines of a file that is nowhere on disk, for tracebacks and `inspect.getsource`.
        lines = self.source.splitlines(keepends=True)
        linecache.cache[self.file] = (len(self.source), None, lines, self.file)
        sys.modules[self.module.__name__] = self.module
        try:
            exec(self._compile(), self.module.__dict__)
        except SystemExit as exit:
            return None if exit.code in (None, 0) else self.failure(exit)
        except BaseException as error:
            return self.failure(error)
        return None

    def failure(self, error: BaseException) -> Failure:
        return describe_failure(error, self.file)

    def entry(self, name: str) -> Any:
        """The program's function of that name; None where there is none."""
        found = self.module.__dict__.get(name)
        return found if callable(found) else None

    def _compile(self) -> CodeType:
        return compile(self.source, self.file, "exec", dont_inherit=True)
