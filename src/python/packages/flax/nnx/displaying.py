"""Showing objects: on this page always as text."""

from typing import Any


def display(*args: Any) -> None:
    """Print each object's text."""
    for x in args:
        print(x)
