"""The error for draws that are not there."""


def refused(kind: str, name: str) -> AttributeError:
    """For a ``__getattr__`` to raise."""
    if name.startswith("__"):
        return AttributeError(name)
    return AttributeError(
        f"numpy.random's {kind}.{name} is not on this page. Draw with random, uniform, normal, integers, choice, "
        "permutation or shuffle, or with jax.random and a key."
    )
