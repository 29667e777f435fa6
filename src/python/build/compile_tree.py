"""Compiles Python sources to `.pyc`, inside the interpreter that will load them. Runs at build time."""

import importlib._bootstrap_external as bootstrap
import importlib.util
import io
import zipfile

# What a program in a worker cannot use: terminals, debuggers, servers and mail, and other interpreters.
LEFT_OUT = (
    "_pyrepl/",
    "_pyodide/tests/",
    "ensurepip/",
    "idlelib/",
    "imaplib.py",
    "mailbox.py",
    "pdb.py",
    "poplib.py",
    "pydoc_data/",
    "smtplib.py",
    "tkinter/",
    "turtle.py",
    "turtledemo/",
    "venv/",
    "wsgiref/",
    "xmlrpc/",
)


def compile_source(source: bytes | str, path: str) -> bytes:
    """The `.pyc` of one module; `path` is the file that tracebacks name. It is never checked against a source."""
    if isinstance(source, str):
        source = source.encode()
    code = compile(source, path, "exec", dont_inherit=True)
    return bytes(bootstrap._code_to_hash_pyc(code, importlib.util.source_hash(source), False))


def compile_library(shipped: str, root: str) -> bytes:
    """The library's zip with every `.py` as `.pyc`, stored: a compressed one would be inflated at each start."""
    result = io.BytesIO()
    with zipfile.ZipFile(shipped) as library, zipfile.ZipFile(result, "w") as compiled:
        for name in sorted(library.namelist()):
            if name.endswith("/") or name.startswith(LEFT_OUT):
                continue
            content = library.read(name)
            if name.endswith(".py"):
                content = compile_source(content, f"{root}/{name}")
                name += "c"
            # A fixed date, so that the same library gives the same bytes.
            compiled.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return result.getvalue()
