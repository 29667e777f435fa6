"""Record what real JAX gives for transformations, control flow, trees, staged texts and their errors.

usage: python golden/recorders/record_transforms.py   (writes golden/recordings/transforms.json)

A case is a line of Python. Values are recorded as their leaves in tree order; texts of errors without
addresses and source lines, which differ from run to run.
"""

import re
import warnings

warnings.filterwarnings("ignore")
from functools import partial

from recording import write_parts

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax
from jax import tree_util as tu  # noqa: F401
from jax.flatten_util import ravel_pytree  # noqa: F401

w = jnp.arange(3.0)
v = jnp.array([0.5, -1.0, 2.0])
m = jnp.array([[0.5, -0.25], [0.75, 0.1]])
xs = jnp.array([[0.1, 0.2], [-0.3, 0.4], [0.5, -0.6], [0.7, 0.8]])

grow = lambda c, x: (jnp.sin(c) * x + 1.0, c * x)
chain = lambda c: lax.scan(grow, c, w + 1.0)
cell = lambda p, h, x: jnp.tanh(p["w"] @ h + x)
rnn = lambda p, s: lax.scan(lambda h, x: (cell(p, h, x), h.sum()), jnp.ones(2), s)
rnn_loss = lambda p, s: rnn(p, s)[0].sum() + (rnn(p, s)[1] ** 2).sum()
P = {"w": m}
double = lambda x: lax.while_loop(lambda c: c < 10.0, lambda c: c * 2.0, x)
bend = lambda x: lax.cond(x > 0.0, lambda x: x * x, lambda x: jnp.sin(x), x)
pick = lambda i, x: lax.switch(i, [lambda x: x, lambda x: x * x, lambda x: jnp.sin(x)], x)
power = lambda x: lax.fori_loop(0, 4, lambda i, c: c * x, 1.0)


@jax.custom_jvp
def steep(x):
    return jnp.sin(x)


steep.defjvp(lambda p, t: (steep(p[0]), t[0] * 2.0 * p[0]))


@jax.custom_jvp
def prod(x, y):
    return x * y


prod.defjvps(lambda t, ans, x, y: t * y * 3.0, None)


@jax.custom_vjp
def gate(x, y):
    return x * y


gate.defvjp(lambda x, y: (x * y, (x, y)), lambda r, ct: (ct * r[1] * 10.0, None))


@partial(jax.custom_vjp, nondiff_argnums=(0,))
def applied(f, x):
    return f(x)


applied.defvjp(lambda f, x: (f(x), x), lambda f, r, ct: (ct * r * 10.0,))
remat = jax.checkpoint(lambda x: jnp.sin(jnp.sin(x)))

VALUES = """
lax.scan(grow, 1.0, w)
lax.scan(grow, 1.0, w, reverse=True)
lax.scan(lambda c, _: (c * 2.0, c), 1.0, None, length=4)
lax.scan(lambda c, x: (c + x["a"], {"s": c, "t": x["b"].sum()}), 0.0, {"a": w, "b": xs[:3]})
lax.scan(lambda c, x: (c, x), 1.0, jnp.ones((0,)))
lax.scan(lambda c, x: ({"n": c["n"] + 1, "v": c["v"] * x}, None), {"n": 0, "v": 1.0}, w + 1.0)
jax.grad(lambda c: sum(jax.tree.leaves(jax.tree.map(jnp.sum, chain(c)))))(0.3)
jax.jvp(chain, (0.3,), (1.0,))
jax.hessian(lambda c: chain(c)[0] + chain(c)[1].sum())(0.3)
jax.jacfwd(chain)(0.3)
jax.jacrev(chain)(0.3)
jax.vmap(chain)(v)
jax.vmap(jax.grad(lambda c: chain(c)[0]))(v)
jax.grad(lambda c: jax.vmap(chain)(c)[0].sum())(v)
jax.jit(jax.grad(lambda c: chain(c)[0]))(0.3)
jax.grad(jax.jit(lambda c: chain(c)[0]))(0.3)
jax.grad(rnn_loss)(P, xs)
jax.grad(rnn_loss, argnums=1)(P, xs)
jax.vmap(jax.grad(rnn_loss), in_axes=(None, 0))(P, jnp.stack([xs, xs * 2.0]))
jax.vmap(lambda s: rnn(P, s), in_axes=1, out_axes=(0, 1))(jnp.stack([xs, xs * 2.0], axis=1))
jax.jvp(jax.grad(rnn_loss), (P, xs), (P, xs))
lax.map(lambda x: x * 2.0, w)
lax.fori_loop(0, 5, lambda i, c: c + i, 0)
lax.fori_loop(0, 3, lambda i, c: (c[0] + i, c[1] * 2.0), (0, 1.0))
lax.fori_loop(3, 0, lambda i, c: c + 1, 0)
jax.grad(power)(1.5)
jax.jit(lambda n: lax.fori_loop(0, n, lambda i, c: c + i, 0))(5)
jax.jvp(lambda x: lax.fori_loop(0, jnp.int32(3), lambda i, c: c * x, 1.0), (2.0,), (1.0,))
double(1.0)
jax.jit(double)(1.0)
jax.jvp(double, (1.0,), (1.0,))
jax.jacfwd(double)(1.0)
jax.vmap(double)(w + 1.0)
jax.jvp(jax.vmap(double), (w + 1.0,), (v,))
jax.vmap(lambda n: lax.while_loop(lambda c: c[0] < n, lambda c: (c[0] + 1, c[1] * 2.0), (0, 1.0)))(jnp.array([0, 3, 5]))
jax.vmap(lambda x: lax.while_loop(lambda c: c[0] < 3, lambda c: (c[0] + 1, c[1] * x), (0, 1.0)))(v)
lax.while_loop(lambda c: False, lambda c: c, (1, {"a": w}))
[bend(2.0), bend(-2.0)]
[jax.grad(bend)(2.0), jax.grad(bend)(-2.0)]
[jax.jit(jax.grad(bend))(2.0), jax.jit(jax.grad(bend))(-2.0)]
jax.hessian(bend)(-2.0)
jax.vmap(bend)(v)
jax.vmap(jax.grad(bend))(v)
jax.grad(lambda x: jax.vmap(bend)(x).sum())(v)
jax.vmap(lambda x: lax.cond(True, lambda x: x * 2.0, lambda x: x, x))(v)
jax.grad(lambda x, y: lax.cond(True, lambda x: (x * y).sum(), lambda x: x.sum(), x), argnums=(0, 1))(v, w)
lax.cond(True, lambda: 1.0, lambda: 2.0)
[pick(i, 0.5) for i in (-3, 0, 1, 2, 7)]
[jax.grad(lambda x: pick(i, x))(0.5) for i in (0, 1, 2)]
jax.vmap(pick)(jnp.array([0, 1, 5]), v)
jax.vmap(jax.grad(pick, argnums=1))(jnp.array([0, 1, 5]), v)
[steep(0.5), jax.grad(steep)(0.5), jax.jit(jax.grad(steep))(0.5), jax.grad(jax.jit(steep))(0.5)]
jax.jvp(steep, (0.5,), (3.0,))
jax.vmap(jax.grad(steep))(v)
jax.grad(lambda x: jax.vmap(steep)(x).sum())(v)
jax.grad(jax.grad(steep))(0.5)
jax.hessian(lambda x: steep(x).sum())(v)
jax.grad(lambda c: lax.scan(lambda c, x: (steep(c) * x, None), c, w + 1.0)[0])(0.3)
jax.grad(prod, argnums=(0, 1))(3.0, 2.0)
[gate(2.0, 3.0), jax.grad(gate)(2.0, 3.0), jax.jit(jax.grad(gate))(2.0, 3.0)]
jax.grad(gate, argnums=(0, 1))(2.0, 3.0)
jax.grad(jax.jit(gate), argnums=(0, 1))(2.0, 3.0)
jax.vmap(jax.grad(gate))(v, w)
jax.grad(lambda x, y: jax.vmap(gate, in_axes=(0, None))(x, y).sum(), argnums=(0, 1))(v, 3.0)
jax.grad(lambda c: lax.scan(lambda c, x: (gate(c, x), None), c, w + 1.0)[0])(0.3)
jax.jacrev(jax.vmap(gate))(v, w)
jax.grad(jax.grad(lambda x: gate(x, x)))(2.0)
jax.grad(lambda x: applied(jnp.sin, x))(2.0)
[remat(0.5), jax.grad(remat)(0.5), jax.jit(jax.grad(remat))(0.5), jax.grad(jax.grad(remat))(0.5)]
jax.vmap(jax.grad(remat))(v)
jax.jvp(remat, (0.5,), (1.0,))
jax.grad(lambda x, y: x * y, argnums=-1)(2.0, 3.0)
jax.grad(lambda x, y: x * y, argnums=(-1,))(2.0, 3.0)
jax.grad(lambda x, y: x * y, argnums=(1, 0))(2.0, 3.0)
jax.grad(lambda x: x[0] * x[1])([2.0, 3.0])
jax.grad(lambda p: p["a"] * 2.0)({"a": 1.0, "b": None})
jax.value_and_grad(lambda x, y: (x * y, {"x": x * 2.0}), argnums=(0, 1), has_aux=True)(2.0, 3.0)
jax.grad(lambda x: (x.sum(), {"x": x * 2.0}), has_aux=True)(v)
jax.jacfwd(lambda x: (x * 2.0, x), has_aux=True)(v)
jax.jacrev(lambda x: (x * 2.0, x), has_aux=True)(v)
jax.hessian(lambda x: ((x ** 2).sum(), x), has_aux=True)(v)
jax.hessian(lambda p: (p["a"] ** 2 * p["b"]).sum())({"a": v, "b": 2.0})
jax.jacrev(lambda p: {"o": p["a"] * p["b"], "q": p["b"]})({"a": v, "b": 2.0})
jax.jacfwd(lambda x, y: x * y, argnums=(0, 1))(v, 2.0)
jax.jacrev(lambda x, y: x * y, argnums=(0, 1))(v, 2.0)
jax.jacrev(lambda x, y: x * y, argnums=(1,))(v, 2.0)
jax.hessian(lambda x, y: (x * x * y).sum(), argnums=(0, 1))(v, 2.0)
jax.jacfwd(lambda x: (x * 2.0).astype(int))(1.5)
jax.vjp(lambda x, y: (x * y, y), v, 2.0)[1]((w, 1.0))
jax.jvp(lambda x: (x * 2.0, x), (v,), (w,), has_aux=True)
(lambda r: (r[0], r[2], r[1](w)))(jax.vjp(lambda x: (x * 2.0, x), v, has_aux=True))
(lambda r: (r[0], r[2], r[1](w)))(jax.linearize(lambda x: (jnp.sin(x), x), v, has_aux=True))
(lambda r: (r[0], r[1](w), r[1](v)))(jax.linearize(jnp.sin, v))
jax.linear_transpose(lambda x: m @ x, jnp.ones(2))(jnp.array([1.0, 2.0]))
jax.linear_transpose(lambda x, y: (x + y, 2 * x), v, v)((w, w))
jax.linear_transpose(lambda x: m @ x, jax.ShapeDtypeStruct((2,), jnp.float32))(jnp.ones(2))
jax.vmap(lambda p, x: p["w"] * x, in_axes=({"w": None, "b": None}, 0))({"w": 1.5, "b": v}, w)
jax.vmap(lambda p, x: p[0] * x, in_axes=([0, None], 0))([v, 1.0], w)
jax.vmap(lambda x: {"a": x, "b": (x, x * 2.0)}, out_axes={"a": 0, "b": (0, 0)})(v)
jax.vmap(lambda x: jnp.ones((2,)) * x, out_axes=-1)(v)
jax.vmap(lambda x, y: x, in_axes=(0, None), out_axes=0)(v, w)
jax.vmap(lambda x, y: y * 2.0, in_axes=(0, None), out_axes=None)(v, w)
jax.vmap(lambda: 1.0, axis_size=4)()
jax.vmap(lambda x: x.sum(), in_axes=-1)(xs)
jax.vmap(jax.vmap(lambda a, b: a * b, in_axes=(None, 0)), in_axes=(0, None))(v, w)
jax.jit(lambda x, n: x * n, static_argnums=1)(v, 3)
jax.jit(lambda x, n: x * n, static_argnames="n")(v, n=3)
lax.top_k(jnp.array([[3.0, 1.0, 3.0, 2.0], [0.0, 5.0, -1.0, 5.0]]), 2)
jax.grad(lambda x: lax.top_k(x, 2)[0].sum())(v)
lax.dynamic_slice(v, (5,), (2,))
lax.dynamic_slice(xs, (1, 0), (2, 1))
jax.jit(lambda i: lax.dynamic_slice(xs, (i, 0), (2, 2)))(3)
jax.grad(lambda x: lax.dynamic_slice(x, (1,), (2,)).sum())(v)
lax.dynamic_update_slice(v, jnp.zeros(2), (2,))
lax.dynamic_update_slice(xs, jnp.ones((2, 1)), (1, 1))
jax.grad(lambda x, u: (lax.dynamic_update_slice(x, u, (1,)) * w).sum(), argnums=(0, 1))(v, v[:1])
jax.vmap(lambda i: lax.dynamic_slice(v, (i,), (2,)))(jnp.array([0, 1, 2]))
lax.dynamic_index_in_dim(xs, 1)
lax.dynamic_index_in_dim(xs, 1, keepdims=False)
lax.dynamic_slice_in_dim(xs, 1, 2)
lax.dynamic_update_index_in_dim(xs, jnp.zeros(2), 1, 0)
lax.dynamic_update_slice_in_dim(xs, jnp.zeros((2, 2)), 1, 0)
lax.add(v, 1.0)
[lax.erf(1.0), lax.logistic(0.0), lax.sign(-2.0), lax.rsqrt(4.0), lax.square(3.0), lax.reciprocal(4.0)]
[lax.max(1.0, 2.0), lax.rem(5.0, 3.0), lax.pow(2.0, 3.0), lax.integer_pow(2.0, 3), lax.atan2(1.0, 2.0)]
lax.clamp(0.0, jnp.array([-1.0, 0.5, 3.0]), 1.0)
lax.select(v > 0.0, v, -v)
lax.broadcast_in_dim(v, (2, 3), (1,))
lax.iota(jnp.int32, 3)
lax.broadcasted_iota(jnp.int32, (2, 3), 1)
lax.reduce(v, 0.0, lax.add, (0,))
lax.dot_general(m, xs, (((1,), (1,)), ((), ())))
[lax.cumsum(v), lax.cumprod(v), lax.cummax(v), lax.cummin(v), lax.cumsum(v, reverse=True)]
lax.associative_scan(jnp.multiply, jnp.arange(1.0, 6.0), reverse=True)
lax.associative_scan(lambda a, b: (a[0] * b[0], a[1] * b[0] + b[1]), (v, w))
lax.argmax(v, 0, jnp.int32)
[lax.full((2,), 1.5), lax.full_like(v, 2.0)]
lax.pad(v, 0.0, [(1, 1, 1)])
lax.concatenate([v, w], 0)
[lax.rev(v, (0,)), lax.slice(v, (1,), (3,)), lax.slice_in_dim(v, 0, 2), lax.expand_dims(v, (0,)), lax.squeeze(v[None], (0,))]
lax.convert_element_type(v, jnp.int32)
lax.batch_matmul(jnp.stack([m, m * 2.0]), jnp.stack([m, m]))
lax.sort(v)
ravel_pytree({"a": v, "b": jnp.ones((2, 2), int)})[0]
(lambda r: r[1](r[0] * 2.0))(ravel_pytree({"a": v, "b": jnp.ones((2, 2), int)}))
ravel_pytree([])[0]
jax.grad(lambda p: (ravel_pytree(p)[0] ** 2).sum())({"a": v, "b": 1.5})
tu.tree_map(lambda x: x * 2.0, tu.Partial(jnp.add, 1.5))(2.0)
jax.jit(lambda f, x: f(x))(tu.Partial(jnp.add, 1.5), 2.0)
jax.tree.broadcast({"a": 1, "b": 2}, {"a": [1, 2], "b": {"c": 3}})
"""


@jax.jit
def named(x, y):
    if x.sum() > y:
        return x
    return y


def flip(x):
    return x.astype(int)


def keep(x):
    return x


def norule():
    f = jax.custom_jvp(lambda x: x)
    return f(1.0)


def badjvp(rule):
    f = jax.custom_jvp(keep)
    f.defjvp(rule)
    return jax.grad(f)(1.0)


def badvjp(fwd, bwd):
    f = jax.custom_vjp(lambda x, y: x * y)
    f.defvjp(fwd, bwd)
    return jax.grad(f)(1.0, 2.0)


ok = lambda x, y: (x * y, (x, y))

ERRORS = """
lax.scan(lambda c, x: (c + w, x), 1.0, w)
lax.scan(lambda c, x: ((c + w).astype(int), x), 1.0, w)
lax.scan(lambda c, x: ([c, c], x), 1.0, w)
lax.scan(lambda c, x: ({"a": c["a"], "b": c["b"] + w}, x), {"a": 1.0, "b": 2.0}, w)
lax.scan(lambda c, x: ({"a": c["a"] + w, "b": c["b"].astype(int)}, x), {"a": 1.0, "b": 2.0}, w)
lax.scan(lambda c, x: ({"a": c["a"]}, x), {"a": 1.0, "b": 2.0}, w)
lax.scan(lambda c, x: ({"a": c["a"], "c": c["b"]}, x), {"a": 1.0, "b": 2.0}, w)
lax.scan(lambda c, x: ([c[0]], x), [1.0, 2.0], w)
lax.scan(lambda c, x: ({"a": x}, x), {"a": None}, w)
lax.scan(lambda c, x: c, 1.0, w)
lax.scan(lambda c, x: (c, c), 1.0, None)
lax.scan(lambda c, x: (c, c), 1.0, (w, jnp.ones(4)))
lax.scan(lambda c, x: (c, c), 1.0, w, length=4)
lax.scan(lambda c, x: (c, c), 1.0, 1.0)
lax.scan(lambda c, x: (c, c), 1.0, jnp.float32(1.0))
lax.scan(1, 1.0, w)
lax.scan(lambda c, x: (c, c), "a", w)
lax.scan(lambda c, x: (c if c > 0 else x, x), 1.0, w)
lax.fori_loop(0, 3, lambda i, c: c + w, 1.0)
lax.fori_loop(0, 3, lambda i, c: [c, c], 1.0)
lax.fori_loop(0, 3, lambda i, c: c if c > 0 else c + 1, 1.0)
lax.while_loop(lambda c: True, lambda c: c + w, 1.0)
lax.while_loop(lambda c: False, lambda c: [c, c], 1.0)
lax.while_loop(lambda c: c, lambda c: c, 1.0)
lax.while_loop(lambda c: w > 0, lambda c: c, 1.0)
lax.while_loop(lambda c: [True], lambda c: c, 1.0)
lax.while_loop(lambda c: c < 3, lambda c: c if c > 0 else c + 1, 1.0)
jax.grad(double)(1.0)
lax.cond(True, lambda x: x, lambda x: x * w, 1.0)
lax.cond(True, keep, flip, 1.0)
lax.cond(True, lambda x: [x], lambda x: x, 1.0)
lax.cond(True, lambda x: {"a": x}, lambda x: {"b": x}, 1.0)
lax.cond(True, lambda x: {"a": x, "b": x}, lambda x: {"a": x}, 1.0)
lax.cond(True, lambda x: {"a": x, "b": x}, lambda x: {"a": x * w, "b": x.astype(int)}, 1.0)
lax.cond(True, lambda x: [x], lambda x: [x, x], 1.0)
lax.cond(w, lambda x: x, lambda x: x, 1.0)
lax.cond("a", lambda x: x, lambda x: x, 1.0)
lax.cond(True, 1, 2, 3.0)
lax.cond(True, lambda c: c if c > 0 else c + 1, lambda c: c, 1.0)
lax.switch(w, [lambda x: x, lambda x: -x], 1.0)
lax.switch(0.5, [lambda x: x, lambda x: -x], 1.0)
lax.switch(0, [], 1.0)
lax.switch(0, [lambda x: x, lambda x: -x, lambda x: x * w], 1.0)
norule()
badjvp(lambda p, t: p[0] * 2.0)
badjvp(lambda p, t: (p[0], w))
badjvp(lambda p, t: (p[0], [t[0]]))
jax.jvp(gate, (1.0, 2.0), (1.0, 1.0))
jax.jacfwd(gate)(1.0, 2.0)
badvjp(ok, lambda r, g: [g * r[1]])
badvjp(ok, lambda r, g: g * r[1])
badvjp(ok, lambda r, g: (g * w, None))
badvjp(lambda x, y: x * y, lambda r, g: (g, None))
jax.checkpoint(lambda x: x if x > 0 else -x)(1.0)
jax.jit(lambda x: float(x))(1.0)
jax.jit(lambda x: x.item())(1.0)
jax.jit(lambda x: x.tolist())(w)
jax.jit(lambda x: 1 if x > 0 else 2)(1.0)
jax.jit(lambda x, y: x if x.sum() > y.sum() else y)(w, w)
jax.jit(lambda a, b, c: 1 if a + b + c > 0 else 2)(1.0, 2.0, 3.0)
jax.jit(lambda p: 1.0 if p["w"][0] > 0 else 2.0)({"w": w})
jax.jit(lambda l: l[0] if l[0] > 0 else l[1])([1.0, 2.0])
jax.jit(jax.grad(lambda x: x if x > 0 else -x))(1.0)
jax.jit(lambda x: x[x > 0])(w)
jax.jit(lambda x: "a")(1.0)
jax.jit(lambda x: x)("a")
jax.jit(lambda x, y: x)(1.0, {"a": "b"})
jax.jit(3)
jax.vmap(3)
jax.grad(3)
jax.grad(lambda x: x["a"])("a")
jax.grad(lambda x: float(x))(1.0)
jax.jit(lambda x, n: x * n, static_argnames="m")(1.0, n=3)
jax.jit(lambda x: x, static_argnums=3)(1.0)
jax.grad(lambda x, y: x * y, argnums=-3)(2.0, 3.0)
jax.grad(lambda x: x * 2.0)(True)
jax.grad(lambda x: x > 0)(2.0)
jax.value_and_grad(lambda x: x)(w)
jax.jacrev(lambda x: x * 2.0)(jnp.int32(1))
jax.jacfwd(lambda x: x * 2.0)(jnp.int32(1))
jax.hessian(lambda x: x * 2.0)(jnp.int32(1))
jax.jacrev(lambda x: x.astype(int))(1.0)
jax.jacrev(lambda x: x * 2.0, argnums=1)(1.0)
jax.vjp(lambda x: x * 2.0, w)[1](1.0)
jax.vjp(lambda x: x * 2.0, w)[1]([w])
jax.vjp(lambda x: x * 2.0, w)[1](jnp.ones(3, int))
jax.vjp(3, w)
jax.jvp(lambda x: x * 2.0, (w,), (1.0,))
jax.jvp(lambda x: x * 2.0, [w], [[w]])
jax.jvp(lambda x: x * 2.0, [w], [w, w])
jax.jvp(lambda x: x * 2.0, w, w)
jax.jvp(lambda x: x * 2.0, (w,), (jnp.ones(3, int),))
jax.linear_transpose(lambda x: x * 2.0, w)([w, w])
jax.linear_transpose(lambda x: (x * 2).astype(int), w)(w)
jax.linearize(lambda x: x * 2.0, w)[1](1.0)
jax.linearize(lambda x: x * 2.0, w)[1](jnp.ones(3, int))
jax.vmap(lambda x: x, in_axes=None)(w)
jax.vmap(lambda x: x, in_axes=[0, 0])(w)
jax.vmap(lambda x: x, in_axes=[{"a": 0}])({"b": w})
jax.vmap(lambda p, x: p["w"] * x, in_axes=[{"w": None}, 0])({"w": 1.0, "b": w}, w)
jax.vmap(lambda x: x, in_axes="a")(w)
jax.vmap(lambda x: x, in_axes=0.5)(w)
jax.vmap(lambda x: x, in_axes=1)(w)
jax.vmap(lambda x: x, in_axes=-2)(w)
jax.vmap(lambda x: x, in_axes=2)(xs)
jax.vmap(lambda a, b: a)(w, jnp.ones((4, 2)))
jax.vmap(lambda a, b, c: a)(w, w, jnp.ones(4))
jax.vmap(lambda a, b, c: a)(w, jnp.ones(4), jnp.ones(4))
jax.vmap(lambda a: a)({"x": w, "y": jnp.ones(4)})
jax.vmap(lambda a, b: a, in_axes=[0, 1])(w, jnp.ones((3, 4)))
jax.vmap(lambda a: a, axis_size=4)(w)
jax.vmap(lambda a: a)(1.0)
jax.vmap(lambda a: a)("a")
jax.vmap(lambda: 1.0)()
jax.vmap(lambda x: x, out_axes=None)(w)
jax.vmap(lambda x: x, out_axes=1)(w)
jax.vmap(lambda x: [x, x], out_axes=[0])(w)
jax.vmap(lambda x: x, out_axes=0.5)(w)
jax.eval_shape(lambda x: x @ x, jax.ShapeDtypeStruct((3, 2), jnp.float32))
lax.top_k(v, 5)
lax.top_k(jnp.float32(1.0), 1)
lax.dynamic_slice(v, (0, 0), (2,))
lax.dynamic_slice(v, (0,), (4,))
lax.dynamic_update_slice(v, jnp.zeros(4), (2,))
lax.add(v, jnp.ones(4))
lax.add(v, jnp.ones(3, int))
lax.add(v, jnp.ones((3, 3)))
lax.broadcast_in_dim(v, (2, 4), (1,))
lax.select(v > 0, v, jnp.ones(4))
lax.select(jnp.array([True, False]), v, v)
lax.select(v, v, v)
lax.associative_scan(3, v)
lax.associative_scan(jnp.add, (v, jnp.ones(4)))
lax.dot_general(jnp.ones((2, 3)), jnp.ones((2, 4)), (((1,), (0,)), ((), ())))
ravel_pytree({"a": v, "b": jnp.ones((2, 2))})[1](jnp.ones(3))
ravel_pytree({"a": v, "b": jnp.ones((2, 2), int)})[1](jnp.ones(7, int))
jax.tree.broadcast({"a": 1}, {"b": 2})
tu.tree_transpose(tu.tree_structure([0, 0]), tu.tree_structure({"a": 0}), [{"a": 1}])
jax.tree.unflatten(jax.tree.structure([1, 2]), [1])
jax.tree.unflatten(jax.tree.structure([1, 2]), [1, 2, 3])
jax.tree.map_with_path(lambda p, x, y: 1, {"a": 1}, {"b": 1})
"""

f2 = jax.jit(lambda x, y: (x + y, y))


@jax.jit
def inner(x):
    return jnp.sin(x)


JAXPRS = """
lambda x: jnp.sin(jnp.cos(x)) | 1.0
lambda x: jnp.sin(jnp.sin(jnp.sin(jnp.cos(x)))) | v
lambda x: x * 2.0 + 1.0 | v
lambda x: -x / 2.0 | v
lambda x: x > 0.0 | v
lambda x, y: y | v, w
lambda x: {"a": x, "b": [x, 1.0]} | v
lambda x: inner(x) | v
lambda x: inner(inner(x)) | v
lambda x: inner(x) + inner(x * 2.0) | v
lambda x: f2(x, x) | v
lambda *a: sum(a[1:], a[0]) | *[v] * 14
lambda x: jnp.concatenate([x] * 30) | v
jax.jit(lambda x: x + w) | v
lambda x: x.sum() / 3.0 | v
lambda x: x @ m | xs
lambda x: x.T | xs
lambda x: x ** 2 + x ** 0.5 | v
lambda x: x.reshape(3, 1) | v
lambda x: jnp.argmax(x) | v
lambda x: jnp.tanh(x @ jnp.ones((3, 2))) | v
lambda x: 1e-10 * x + 1e20 + float("nan") | v
lambda x: x.astype(jnp.int32) | v
lambda x: lax.stop_gradient(x) * 2.0 | v
lambda x: lax.select(x > 0.0, x, -x) | v
lambda x: lax.top_k(x, 2) | v
lambda x: lax.dynamic_slice(x, (1,), (2,)) | v
lambda x: lax.cumsum(x) | v
jax.grad(lambda x: jnp.sin(x).sum()) | v
jax.value_and_grad(lambda x: (x ** 2).sum()) | v
lambda x: jax.jvp(jnp.sin, (x,), (x,)) | v
jax.vmap(lambda x: x * 2.0) | v
jax.vmap(jnp.dot) | xs, xs
lambda c: lax.scan(lambda c, x: (c + x, c * x), c, w) | jnp.float32(1.0)
lambda c, s: lax.scan(lambda c, x: (c + x * w, c * x), c, s, reverse=True) | v, w
lambda c: lax.scan(lambda c, x: (jnp.sin(c), None), c, None, length=5) | 1.0
lambda x: lax.fori_loop(0, 5, lambda i, c: c * 2.0, x) | 1.0
lambda x, n: lax.fori_loop(0, n, lambda i, c: c * 2.0, x) | 1.0, jnp.int32(3)
lambda x: double(x) | 1.0
lambda p, x: lax.cond(p, lambda x: x * 2.0, lambda x: jnp.sin(x), x) | True, 1.0
lambda p, x: lax.cond(p > 0.0, lambda x: x, lambda x: x * w, x) | 1.0, v
steep | 0.5
gate | v, w
lambda x: remat(x) | v
lambda c: lax.scan(lambda c, x: (steep(c), x), c, w) | 1.0
jax.vmap(double) | v
"""


def told(error):
    text = re.sub(r" at (/[^\s:]+|<string>):\d+", "", str(error))
    text = re.sub(r"<function (<lambda>\.<locals>\.)?(\S+) at 0x\w+>", r"<function \2>", text)
    return text.replace("\ntracing", "tracing")


def leaf(x):
    a = jnp.asarray(x)
    n = np.asarray(a)
    flat = n.reshape(-1)
    if n.dtype == np.float32:
        data = [float(f) if np.isfinite(f) else str(f) for f in flat]
    else:
        data = [bool(f) if n.dtype == np.bool_ else int(f) for f in flat]
    return {"shape": list(n.shape), "dtype": str(n.dtype), "weak": bool(a.aval.weak_type), "data": data}


def lines(text):
    return [line for line in text.strip().split("\n") if line]


def value(code):
    return {"python": code, "leaves": [leaf(x) for x in jax.tree.leaves(eval(code, globals()))]}


def error(code):
    try:
        result = eval(code, globals())
    except Exception as raised:
        name = type(raised).__name__
        return {"python": code, "type": name, "text": told(raised)}
    raise SystemExit(f"no error: {code} gave {result}")


def staged(line):
    code, args = line.split(" | ")
    return {"python": line, "text": str(jax.make_jaxpr(eval(code, globals()))(*eval(f"[{args}]", globals())))}


def main():
    # Each case is staged afresh, so that no text depends on an earlier case.
    cases = {
        "values": [value(c) for c in lines(VALUES)],
        "errors": [error(c) for c in lines(ERRORS)],
        "jaxprs": [staged(c) for c in lines(JAXPRS)],
    }
    write_parts("transforms", cases)


main()
