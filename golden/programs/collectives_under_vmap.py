# Sums, means and gathers over a named axis of vmap, with derivatives inside and outside.
import flax.linen as nn
import jax
import jax.numpy as jnp
from flax import nnx
from jax import lax

x = jnp.arange(6.0).reshape(3, 2)


def tell(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, "|", error)


def v(f, **options):
    return jax.vmap(f, axis_name="i", **options)


tell(lambda: v(lambda a: lax.psum(a, "i"))(x))
tell(lambda: v(lambda a: lax.psum(a, "i"), out_axes=None)(x))
tell(lambda: v(lambda a: lax.pmean(a, "i"))(x))
tell(lambda: v(lambda a: (lax.pmax(a, "i"), lax.pmin(a, "i")))(x))
tell(lambda: v(lambda a: lax.axis_index("i"))(x))
tell(lambda: v(lambda a: lax.all_gather(a, "i"))(x).shape)
tell(lambda: v(lambda a: lax.all_gather(a, "i", axis=1))(x)[1])
tell(lambda: v(lambda a: lax.all_gather(a, "i", tiled=True))(x))
tell(lambda: v(lambda a: lax.ppermute(a, "i", [(0, 1), (1, 2)]))(x))
tell(lambda: v(lambda a: lax.ppermute(a, "i", [(0, 1), (1, 2), (2, 0)]))(x))
tell(lambda: v(lambda a: lax.psum(1, "i"))(x))
tell(lambda: v(lambda a: lax.axis_size("i"))(x))
tell(lambda: v(lambda a: lax.psum(a, "j"))(x))
tell(lambda: lax.psum(x, "i"))
tell(lambda: v(jax.grad(lambda a: (lax.psum(a, "i") ** 2).sum()))(x))
tell(lambda: v(jax.grad(lambda a: (lax.pmean(a, "i") * a).sum()))(x))
tell(lambda: jax.grad(lambda w: v(lambda a: (lax.pmean(a, "i") * a).sum())(w).sum())(x))
tell(lambda: jax.jit(v(lambda a: lax.pmean(a, "i") - a))(x))
tell(lambda: jax.vmap(lambda r: jax.vmap(lambda a: lax.psum(a, ("i", "j")), axis_name="j")(r), axis_name="i")(x))
tell(lambda: v(lambda a: a / lax.psum(a, axis_name="i"))(x))
tell(lambda: v(lambda a: lax.pmean(a, "i"), in_axes=None, axis_size=3)(x[0]))
tell(lambda: v(jax.value_and_grad(lambda a: jnp.sum((a - lax.pmean(a, "i")) ** 2)))(x))

# BatchNorm whose statistics go over all examples of the mapped axis: the same as one batch of all.
data = jax.random.normal(jax.random.key(0), (4, 3, 2))
bn = nnx.BatchNorm(2, axis_name="batch", rngs=nnx.Rngs(0))
whole = nnx.BatchNorm(2, rngs=nnx.Rngs(0))
axes = nnx.StateAxes({nnx.Param: None, nnx.BatchStat: None})
mapped = nnx.vmap(lambda m, d: m(d), in_axes=(axes, 0), axis_name="batch")
print(jnp.abs(mapped(bn, data) - whole(data.reshape(12, 2)).reshape(4, 3, 2)).max() < 1e-5)
print(bn.mean[...], bn.var[...])
lbn = nn.BatchNorm(use_running_average=False, axis_name="batch")
variables = lbn.init(jax.random.key(0), data[0])
run = jax.vmap(lambda d: lbn.apply(variables, d, mutable=["batch_stats"]), axis_name="batch", out_axes=(0, None))
out, new = run(data)
print(out[0, 0], new["batch_stats"])
