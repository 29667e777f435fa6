"""Transformations of Python functions."""
