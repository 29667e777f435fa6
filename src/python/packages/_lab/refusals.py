"""What Python offers and this page cannot do: each says so, instead of hanging or failing oddly."""

from __future__ import annotations

import builtins
import os
import socket
import sys
from typing import Any, NoReturn

_NO_NETWORK = "This page runs Python without a network. Write the data into the program, or draw it with jax.random."


def _input(prompt: object = "", /) -> NoReturn:
    raise EOFError("input() has nobody to ask on this page. Write the value into the program.")


def _breakpoint(*_: Any, **__: Any) -> NoReturn:
    raise RuntimeError("This page has no debugger. Print what you want to see.")


def _no_network(*_: Any, **__: Any) -> NoReturn:
    raise OSError(_NO_NETWORK)


def install_refusals(host: Any) -> None:
    """Replaces them, and adds `plot`. `host` is JavaScript's end."""
    builtins.input = _input
    sys.breakpointhook = _breakpoint
    for name in ("create_connection", "getaddrinfo", "gethostbyname", "create_server"):
        setattr(socket, name, _no_network)
    for name in ("connect", "connect_ex", "bind", "sendto"):
        setattr(socket.socket, name, _no_network)

    def end(status: int = 0, /) -> NoReturn:
        host.ended()
        # The page ends the worker; nothing of the program may run until it does.
        while True:
            pass

    os._exit = end
    builtins.plot = _plotter(host)  # type: ignore[attr-defined]


def _plotter(host: Any) -> Any:
    from pyodide.ffi import JsException, to_js

    from _lab.result import read_result

    def plot(values: Any, label: str = "") -> None:
        """Draws an array or a list of numbers under the console."""
        result = read_result(values)
        if result.problem is not None:
            raise TypeError(f"plot() draws an array or a list of numbers, but got {result.problem}.")
        try:
            host.plot(to_js(result.values), str(label))
        except JsException as error:
            raise ValueError(str(error.message)) from None

    return plot
