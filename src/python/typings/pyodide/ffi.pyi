"""The part of Pyodide's own module that the packages use."""

from typing import Any

class JsException(Exception):  # noqa: N818
    """An error of the JavaScript end."""

    name: str
    message: str

class JsNull: ...

jsnull: JsNull

def to_js(obj: Any, /, **options: Any) -> Any: ...
def create_proxy(obj: Any, /) -> Any: ...
