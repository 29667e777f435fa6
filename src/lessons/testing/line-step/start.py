import jax
import jax.numpy as jnp


def line_step(slope, height, at, points, rate):
    def miss(line):
        return jnp.mean((line["slope"] * at + line["height"] - points) ** 2)

    line = {"slope": slope, "height": height}
    before, gradient = jax.value_and_grad(miss)(line)
    moved = {"slope": slope - rate * gradient["slope"], "height": height}
    return jnp.array([before, miss(moved)])
