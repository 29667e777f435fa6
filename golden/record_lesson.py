"""Run the Python of the lesson's text on real JAX and Flax, and record what it prints.

usage: pip install "jax==0.10.2" "flax==0.12.8"; python golden/record_lesson.py

Reads src/lessons/mixed-train-step/lesson.mdx, runs every Python snippet (set-up first), and writes
golden/lesson_snippets.json. PITFALLS holds the Python of the broken programs in pitfalls/.
"""

import contextlib
import io
import json
import pathlib
import re
import warnings

import flax
import jax

ROOT = pathlib.Path(__file__).resolve().parent.parent
LESSON = ROOT / "src/lessons/mixed-train-step/lesson.mdx"
OUT = ROOT / "golden/lesson_snippets.json"

IMPORTS = """
import jax
import jax.numpy as jnp
from flax import nnx
import flax.linen as nn
"""

MODEL = (
    IMPORTS
    + """
x = jnp.array([0.5, -1.0, 2.0])
y = jnp.array([1.0, 0.0])
encoder = nnx.Linear(3, 4, rngs=nnx.Rngs(0))
head = nn.Dense(features=2)
nnx_params = {"kernel": encoder.kernel[...], "bias": encoder.bias[...]}
linen_params = head.init(jax.random.PRNGKey(1), jnp.zeros(4))

def loss_fn(nnx_params, linen_params):
    h = jax.nn.relu(x @ nnx_params["kernel"] + nnx_params["bias"])
    return jnp.mean((head.apply(linen_params, h) - y) ** 2)

grad_fn = jax.grad(loss_fn, argnums=(0, 1))
"""
)

PITFALLS = {
    "default-argnums": MODEL
    + """
grads = jax.grad(loss_fn)(nnx_params, linen_params)
print("leaves of the gradient:", ", ".join(sorted(grads)))
# In Python the two keys unpack without an error; the update is where it fails.
nnx_grads, linen_grads = grads
assert (nnx_grads, linen_grads) == ("bias", "kernel")
try:
    jax.tree.map(lambda p, g: p - 0.02 * g, nnx_params, nnx_grads)
    raise AssertionError("the update should have failed")
except ValueError as error:
    assert "tree structure" in str(error) or "pytree structure" in str(error), error
""",
    "captured-value": MODEL
    + """
nnx_grads, linen_grads = grad_fn(nnx_params, linen_params)
lr = 0.02
sgd = lambda p, g: p - lr * g
step = jax.jit(lambda params, grads: jax.tree.map(sgd, params, grads))
print("before the step        ", loss_fn(nnx_params, linen_params))
print("after, with lr = 0.02  ", loss_fn(step(nnx_params, nnx_grads), step(linen_params, linen_grads)))
lr = 0
print("after, with lr = 0     ", loss_fn(step(nnx_params, nnx_grads), step(linen_params, linen_grads)))
pure = jax.jit(lambda params, grads, rate: jax.tree.map(lambda p, g: p - g * rate, params, grads))
print("lr = 0, as an argument ", loss_fn(pure(nnx_params, nnx_grads, 0.0), pure(linen_params, linen_grads, 0.0)))
""",
    "half-left-behind": MODEL
    + """
sgd = lambda p, g: p - 0.02 * g

def train(steps, move_linen):
    n, l = nnx_params, linen_params
    for _ in range(steps):
        gn, gl = grad_fn(n, l)
        n = jax.tree.map(sgd, n, gn)
        if move_linen:
            l = jax.tree.map(sgd, l, gl)
    return loss_fn(n, l)

for steps in [0, 1, 5, 10]:
    print(f"after {steps}: both {train(steps, True):.4f}, NNX only {train(steps, False):.4f}")
""",
    "module-in-loss": MODEL
    + """
def loss_fn(nnx_params, linen_params):
    h = jax.nn.relu(encoder(x))
    return jnp.mean((head.apply(linen_params, h) - y) ** 2)

nnx_grads, linen_grads = jax.grad(loss_fn, argnums=(0, 1))(nnx_params, linen_params)
print("gradient of the NNX kernel")
print(nnx_grads["kernel"])
print("gradient of the Linen bias")
print(linen_grads["params"]["bias"])
sgd = lambda p, g: p - 0.02 * g
print("before", loss_fn(nnx_params, linen_params))
print("after ", loss_fn(jax.tree.map(sgd, nnx_params, nnx_grads), jax.tree.map(sgd, linen_params, linen_grads)))
""",
}


def snippets(text):
    """{id: complete Python program} of every <Snippet> in the lesson's text."""
    found = {}
    for name, body in re.findall(r'<Snippet id="([\w-]+)">(.*?)</Snippet>', text, re.S):
        found[name] = "\n".join(re.findall(r"```python[^\n]*\n(.*?)```", body, re.S))
    return found


def printed(program):
    """What a program prints; a warning is an error, so that the text shows today's way only."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), warnings.catch_warnings():
        warnings.simplefilter("error", DeprecationWarning)
        exec(compile(program, "<snippet>", "exec"), {})
    return out.getvalue()


def main():
    jax.config.update("jax_platforms", "cpu")
    programs = snippets(LESSON.read_text())
    record = {
        "recorded_from": {"jax": jax.__version__, "flax": flax.__version__, "backend": "cpu"},
        "python": {name: printed(program) for name, program in programs.items()},
        "pitfalls": {name: printed(program) for name, program in PITFALLS.items()},
    }
    OUT.write_text(json.dumps(record, indent=1) + "\n")
    print(f"{len(programs)} snippets, {len(PITFALLS)} pitfalls -> {OUT.name}")


if __name__ == "__main__":
    main()
