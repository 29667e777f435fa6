"""The recorded values and derivatives where good guesses are wrong: what differs, a line a case."""

import importlib
import math

from recorded import cases_of

import jax
import jax.numpy as jnp


def number(value):
    return float(value) if isinstance(value, str) else value


def argument(value, arrays):
    if not isinstance(value, dict):
        return value
    if "number" in value:
        return float(value["number"])
    arrays.append(jnp.array([number(x) for x in value["data"]], dtype=jnp.float32))
    return arrays[-1]


def differing(what, got, recorded):
    for i, (value, want) in enumerate(zip(got.reshape(-1).tolist(), map(number, recorded), strict=True)):
        same = value == want or (math.isnan(value) and math.isnan(want))
        if not same and not abs(value - want) <= 2e-6 + 1e-5 * abs(want):
            yield f"{what} [{i}] {value} for {want}"


def total(f, argnum):
    return jax.grad(lambda *moved: jnp.sum(f(*moved)), argnums=argnum)


def problems(case):
    module, _, name = case["f"].rpartition(".")
    f = getattr(importlib.import_module(module), name)
    arrays = []
    given = [argument(value, arrays) for value in case["args"]]
    places = [i for i, value in enumerate(case["args"]) if isinstance(value, dict) and "data" in value]

    def call(*moved):
        full = list(given)
        for place, value in zip(places, moved, strict=True):
            full[place] = value
        return f(*full, **case["kwargs"])

    yield from differing("value", call(*arrays), case["value"])
    ones = tuple(jnp.ones_like(x) for x in arrays)
    yield from differing("tangent", jax.jvp(call, tuple(arrays), ones)[1], case["tangent"])
    for i in range(len(arrays)):
        first = total(call, i)
        yield from differing(f"first {i}", first(*arrays), case["first"][i])
        for j in range(len(arrays)):
            yield from differing(f"second {i},{j}", total(first, j)(*arrays), case["second"][i][j])


for at, case in enumerate(cases_of("edge_values")):
    wrong = list(problems(case))
    if wrong:
        print(at, case["f"], "; ".join(wrong))
