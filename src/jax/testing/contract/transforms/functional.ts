import type { JaxArray } from "../../../array/array";
import { jax, jnp } from "../api";
import { int, m, num, v, w, xs } from "./programs";

const { lax } = jax;
const { ravelPytree } = jax.flattenUtil;
const mul = (x: JaxArray, y: JaxArray): JaxArray => x.mul(y);
const one = (): JaxArray => int(1, 1, 1, 1).reshape([2, 2]);

/** Lines of Python from golden/recordings/transforms.json in TypeScript: derivatives, batches, `jax.lax`, trees. */
export const FUNCTIONAL: Readonly<Record<string, () => unknown>> = {
  "jax.grad(lambda x, y: x * y, argnums=-1)(2.0, 3.0)": () =>
    jax.grad(mul, { argnums: -1 })(num(2), num(3)),
  "jax.grad(lambda x, y: x * y, argnums=(-1,))(2.0, 3.0)": () =>
    jax.grad(mul, { argnums: [-1] })(num(2), num(3)),
  "jax.grad(lambda x, y: x * y, argnums=(1, 0))(2.0, 3.0)": () =>
    jax.grad(mul, { argnums: [1, 0] })(num(2), num(3)),
  "jax.grad(lambda x: x[0] * x[1])([2.0, 3.0])": () =>
    jax.grad((x: JaxArray[]) => x[0].mul(x[1]))([num(2), num(3)]),
  'jax.grad(lambda p: p["a"] * 2.0)({"a": 1.0, "b": None})': () =>
    jax.grad((p: { a: JaxArray; b: null }) => p.a.mul(2))({ a: num(1), b: null }),
  'jax.value_and_grad(lambda x, y: (x * y, {"x": x * 2.0}), argnums=(0, 1), has_aux=True)(2.0, 3.0)':
    () =>
      jax.valueAndGrad(
        (x: JaxArray, y: JaxArray): readonly [JaxArray, unknown] => [x.mul(y), { x: x.mul(2) }],
        { argnums: [0, 1], hasAux: true },
      )(num(2), num(3)),
  'jax.grad(lambda x: (x.sum(), {"x": x * 2.0}), has_aux=True)(v)': () =>
    jax.grad((x: JaxArray): readonly [JaxArray, unknown] => [x.sum(), { x: x.mul(2) }], {
      hasAux: true,
    })(v()),
  "jax.jacfwd(lambda x: (x * 2.0, x), has_aux=True)(v)": () =>
    jax.jacfwd((x: JaxArray) => [x.mul(2), x], { hasAux: true })(v()),
  "jax.jacrev(lambda x: (x * 2.0, x), has_aux=True)(v)": () =>
    jax.jacrev((x: JaxArray) => [x.mul(2), x], { hasAux: true })(v()),
  "jax.hessian(lambda x: ((x ** 2).sum(), x), has_aux=True)(v)": () =>
    jax.hessian((x: JaxArray) => [x.pow(2).sum(), x], { hasAux: true })(v()),
  'jax.hessian(lambda p: (p["a"] ** 2 * p["b"]).sum())({"a": v, "b": 2.0})': () =>
    jax.hessian((p: { a: JaxArray; b: JaxArray }) => p.a.pow(2).mul(p.b).sum())({ a: v(), b: 2 }),
  'jax.jacrev(lambda p: {"o": p["a"] * p["b"], "q": p["b"]})({"a": v, "b": 2.0})': () =>
    jax.jacrev((p: { a: JaxArray; b: JaxArray }) => ({ o: p.a.mul(p.b), q: p.b }))({
      a: v(),
      b: 2,
    }),
  "jax.jacfwd(lambda x, y: x * y, argnums=(0, 1))(v, 2.0)": () =>
    jax.jacfwd(mul, { argnums: [0, 1] })(v(), 2),
  "jax.jacrev(lambda x, y: x * y, argnums=(0, 1))(v, 2.0)": () =>
    jax.jacrev(mul, { argnums: [0, 1] })(v(), 2),
  "jax.jacrev(lambda x, y: x * y, argnums=(1,))(v, 2.0)": () =>
    jax.jacrev(mul, { argnums: [1] })(v(), 2),
  "jax.hessian(lambda x, y: (x * x * y).sum(), argnums=(0, 1))(v, 2.0)": () =>
    jax.hessian((x: JaxArray, y: JaxArray) => x.mul(x).mul(y).sum(), { argnums: [0, 1] })(v(), 2),
  "jax.vjp(lambda x, y: (x * y, y), v, 2.0)[1]((w, 1.0))": () =>
    jax.vjp((x: JaxArray, y: JaxArray) => [x.mul(y), y], v(), num(2))[1]([w(), 1]),
  "jax.jvp(lambda x: (x * 2.0, x), (v,), (w,), has_aux=True)": () =>
    jax.jvp((x: JaxArray): readonly [JaxArray, JaxArray] => [x.mul(2), x], [v()], [w()], {
      hasAux: true,
    }),
  "jax.linear_transpose(lambda x: m @ x, jnp.ones(2))(jnp.array([1.0, 2.0]))": () =>
    jax.linearTranspose((x: JaxArray) => m().matmul(x), jnp.ones([2]))(jnp.array([1, 2])),
  "jax.linear_transpose(lambda x, y: (x + y, 2 * x), v, v)((w, w))": () =>
    jax.linearTranspose((x: JaxArray, y: JaxArray) => [x.add(y), x.mul(2)], v(), v())([w(), w()]),
  "jax.linear_transpose(lambda x: m @ x, jax.ShapeDtypeStruct((2,), jnp.float32))(jnp.ones(2))":
    () =>
      jax.linearTranspose(
        (x: JaxArray) => m().matmul(x),
        new jax.ShapeDtypeStruct([2], "float32"),
      )(jnp.ones([2])),
  "(lambda r: (r[0], r[1](w), r[1](v)))(jax.linearize(jnp.sin, v))": () => {
    const [value, push] = jax.linearize((x: JaxArray) => jnp.sin(x), v());
    return [value, push(w()), push(v())];
  },
  'jax.vmap(lambda p, x: p["w"] * x, in_axes=({"w": None, "b": None}, 0))({"w": 1.5, "b": v}, w)':
    () =>
      jax.vmap((p: { w: JaxArray; b: JaxArray }, x: JaxArray) => p.w.mul(x), {
        inAxes: [{ w: null, b: null }, 0],
      })({ w: num(1.5), b: v() }, w()),
  "jax.vmap(lambda p, x: p[0] * x, in_axes=([0, None], 0))([v, 1.0], w)": () =>
    jax.vmap((p: JaxArray[], x: JaxArray) => p[0].mul(x), { inAxes: [[0, null], 0] })(
      [v(), num(1)],
      w(),
    ),
  'jax.vmap(lambda x: {"a": x, "b": (x, x * 2.0)}, out_axes={"a": 0, "b": (0, 0)})(v)': () =>
    jax.vmap((x: JaxArray) => ({ a: x, b: [x, x.mul(2)] }), { outAxes: { a: 0, b: [0, 0] } })(v()),
  "jax.vmap(lambda x: jnp.ones((2,)) * x, out_axes=-1)(v)": () =>
    jax.vmap((x: JaxArray) => jnp.ones([2]).mul(x), { outAxes: -1 })(v()),
  "jax.vmap(lambda x, y: y * 2.0, in_axes=(0, None), out_axes=None)(v, w)": () =>
    jax.vmap((_: JaxArray, y: JaxArray) => y.mul(2), { inAxes: [0, null], outAxes: null })(
      v(),
      w(),
    ),
  "jax.vmap(lambda: 1.0, axis_size=4)()": () => jax.vmap(() => 1, { axisSize: 4 })(),
  "jax.vmap(lambda x: x.sum(), in_axes=-1)(xs)": () =>
    jax.vmap((x: JaxArray) => x.sum(), { inAxes: -1 })(xs()),
  "jax.vmap(jax.vmap(lambda a, b: a * b, in_axes=(None, 0)), in_axes=(0, None))(v, w)": () =>
    jax.vmap(jax.vmap(mul, { inAxes: [null, 0] }), { inAxes: [0, null] })(v(), w()),
  "jax.jit(lambda x, n: x * n, static_argnums=1)(v, 3)": () =>
    jax.jit((x: JaxArray, n: number) => x.mul(n), { staticArgnums: 1 })(v(), 3),
  'jax.jit(lambda x, n: x * n, static_argnames="n")(v, n=3)': () =>
    jax.jit((x: JaxArray, n: number) => x.mul(n), { staticArgnames: "n" })(v(), 3),
  "lax.top_k(jnp.array([[3.0, 1.0, 3.0, 2.0], [0.0, 5.0, -1.0, 5.0]]), 2)": () =>
    lax.topK(
      jnp.array([
        [3, 1, 3, 2],
        [0, 5, -1, 5],
      ]),
      2,
    ),
  "jax.grad(lambda x: lax.top_k(x, 2)[0].sum())(v)": () =>
    jax.grad((x: JaxArray) => lax.topK(x, 2)[0].sum())(v()),
  "lax.dynamic_slice(v, (5,), (2,))": () => lax.dynamicSlice(v(), [5], [2]),
  "lax.dynamic_slice(xs, (1, 0), (2, 1))": () => lax.dynamicSlice(xs(), [1, 0], [2, 1]),
  "jax.jit(lambda i: lax.dynamic_slice(xs, (i, 0), (2, 2)))(3)": () =>
    jax.jit((i: JaxArray) => lax.dynamicSlice(xs(), [i, 0], [2, 2]))(int(3).reshape([])),
  "jax.grad(lambda x: lax.dynamic_slice(x, (1,), (2,)).sum())(v)": () =>
    jax.grad((x: JaxArray) => lax.dynamicSlice(x, [1], [2]).sum())(v()),
  "lax.dynamic_update_slice(v, jnp.zeros(2), (2,))": () =>
    lax.dynamicUpdateSlice(v(), jnp.zeros([2]), [2]),
  "lax.dynamic_update_slice(xs, jnp.ones((2, 1)), (1, 1))": () =>
    lax.dynamicUpdateSlice(xs(), jnp.ones([2, 1]), [1, 1]),
  "jax.grad(lambda x, u: (lax.dynamic_update_slice(x, u, (1,)) * w).sum(), argnums=(0, 1))(v, v[:1])":
    () =>
      jax.grad((x: JaxArray, u: JaxArray) => lax.dynamicUpdateSlice(x, u, [1]).mul(w()).sum(), {
        argnums: [0, 1],
      })(v(), v().slice([0, 1])),
  "jax.vmap(lambda i: lax.dynamic_slice(v, (i,), (2,)))(jnp.array([0, 1, 2]))": () =>
    jax.vmap((i: JaxArray) => lax.dynamicSlice(v(), [i], [2]))(int(0, 1, 2)),
  "lax.dynamic_index_in_dim(xs, 1)": () => lax.dynamicIndexInDim(xs(), 1),
  "lax.dynamic_index_in_dim(xs, 1, keepdims=False)": () => lax.dynamicIndexInDim(xs(), 1, 0, false),
  "lax.dynamic_slice_in_dim(xs, 1, 2)": () => lax.dynamicSliceInDim(xs(), 1, 2),
  "lax.add(v, 1.0)": () => lax.add(v(), 1),
  "[lax.erf(1.0), lax.logistic(0.0), lax.sign(-2.0), lax.rsqrt(4.0), lax.square(3.0), lax.reciprocal(4.0)]":
    () => [
      lax.erf(1),
      lax.logistic(0),
      lax.sign(-2),
      lax.rsqrt(4),
      lax.square(3),
      lax.reciprocal(4),
    ],
  "[lax.max(1.0, 2.0), lax.rem(5.0, 3.0), lax.pow(2.0, 3.0), lax.integer_pow(2.0, 3), lax.atan2(1.0, 2.0)]":
    () => [lax.max(1, 2), lax.rem(5, 3), lax.pow(2, 3), lax.integerPow(2, 3), lax.atan2(1, 2)],
  "lax.clamp(0.0, jnp.array([-1.0, 0.5, 3.0]), 1.0)": () =>
    lax.clamp(0, jnp.array([-1, 0.5, 3]), 1),
  "lax.select(v > 0.0, v, -v)": () => lax.select(v().greater(0), v(), v().neg()),
  "lax.broadcast_in_dim(v, (2, 3), (1,))": () => lax.broadcastInDim(v(), [2, 3], [1]),
  "lax.iota(jnp.int32, 3)": () => lax.iota("int32", 3),
  "lax.broadcasted_iota(jnp.int32, (2, 3), 1)": () => lax.broadcastedIota("int32", [2, 3], 1),
  "lax.dot_general(m, xs, (((1,), (1,)), ((), ())))": () =>
    lax.dotGeneral(m(), xs(), [
      [[1], [1]],
      [[], []],
    ]),
  "lax.concatenate([v, w], 0)": () => lax.concatenate([v(), w()], 0),
  "[lax.rev(v, (0,)), lax.slice(v, (1,), (3,)), lax.slice_in_dim(v, 0, 2), lax.expand_dims(v, (0,)), lax.squeeze(v[None], (0,))]":
    () => [
      lax.rev(v(), [0]),
      lax.slice(v(), [1], [3]),
      lax.slice(v(), [0], [2]),
      lax.expandDims(v(), [0]),
      lax.squeeze(v().reshape([1, 3]), [0]),
    ],
  "lax.convert_element_type(v, jnp.int32)": () => lax.convertElementType(v(), "int32"),
  'ravel_pytree({"a": v, "b": jnp.ones((2, 2), int)})[0]': () =>
    ravelPytree({ a: v(), b: one() })[0],
  '(lambda r: r[1](r[0] * 2.0))(ravel_pytree({"a": v, "b": jnp.ones((2, 2), int)}))': () => {
    const [vector, unravel] = ravelPytree({ a: v(), b: one() });
    return unravel(vector.mul(2));
  },
  "ravel_pytree([])[0]": () => ravelPytree([])[0],
  'jax.grad(lambda p: (ravel_pytree(p)[0] ** 2).sum())({"a": v, "b": 1.5})': () =>
    jax.grad((p: { a: JaxArray; b: JaxArray }) => ravelPytree(p)[0].pow(2).sum())({
      a: v(),
      b: num(1.5),
    }),
  "jax.jit(lambda f, x: f(x))(tu.Partial(jnp.add, 1.5), 2.0)": () =>
    jax.jit((f: (x: JaxArray) => unknown, x: JaxArray) => f(x))(
      new jax.treeUtil.Partial(jnp.add, num(1.5)) as never,
      num(2),
    ),
};
