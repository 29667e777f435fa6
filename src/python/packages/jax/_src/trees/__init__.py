"""Trees of Python containers."""
