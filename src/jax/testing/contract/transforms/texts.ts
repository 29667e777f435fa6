import type { JaxArray } from "../../../array/array";
import { jax, jnp } from "../api";
import { double, num, v, w, xs } from "./programs";

const { lax } = jax;
type Two = [JaxArray, JaxArray];
const sized = (...shape: number[]): JaxArray => jnp.ones(shape);
const inner = jax.jit(function inner(x: JaxArray): JaxArray {
  return jnp.sin(x);
});

/** Staged functions by the line of Python that golden/recordings/transforms.json has for them. */
export const JAXPRS: Readonly<Record<string, () => unknown>> = {
  "lambda x: jnp.sin(jnp.cos(x)) | 1.0": () =>
    jax.makeJaxpr((x: JaxArray) => jnp.sin(jnp.cos(x)))(num(1)),
  "lambda x: jnp.sin(jnp.sin(jnp.sin(jnp.cos(x)))) | v": () =>
    jax.makeJaxpr((x: JaxArray) => jnp.sin(jnp.sin(jnp.sin(jnp.cos(x)))))(v()),
  "lambda x: x * 2.0 + 1.0 | v": () => jax.makeJaxpr((x: JaxArray) => x.mul(2).add(1))(v()),
  "lambda x: -x / 2.0 | v": () => jax.makeJaxpr((x: JaxArray) => x.neg().div(2))(v()),
  "lambda x: x > 0.0 | v": () => jax.makeJaxpr((x: JaxArray) => x.greater(0))(v()),
  "lambda x, y: y | v, w": () => jax.makeJaxpr((_: JaxArray, y: JaxArray) => y)(v(), w()),
  'lambda x: {"a": x, "b": [x, 1.0]} | v': () =>
    jax.makeJaxpr((x: JaxArray) => ({ a: x, b: [x, 1] }))(v()),
  "lambda x: inner(x) | v": () => jax.makeJaxpr((x: JaxArray) => inner(x))(v()),
  "lambda x: inner(inner(x)) | v": () => jax.makeJaxpr((x: JaxArray) => inner(inner(x)))(v()),
  "lambda x: inner(x) + inner(x * 2.0) | v": () =>
    jax.makeJaxpr((x: JaxArray) => inner(x).add(inner(x.mul(2))))(v()),
  "lambda *a: sum(a[1:], a[0]) | *[v] * 14": () =>
    jax.makeJaxpr((...a: JaxArray[]) => a.reduce((x, y) => x.add(y)))(
      ...Array.from({ length: 14 }, v),
    ),
  "lambda x: jnp.concatenate([x] * 30) | v": () =>
    jax.makeJaxpr((x: JaxArray) => jnp.concatenate(new Array<JaxArray>(30).fill(x)))(v()),
  "lambda x: x.sum() / 3.0 | v": () => jax.makeJaxpr((x: JaxArray) => x.sum().div(3))(v()),
  "lambda x: x.T | xs": () => jax.makeJaxpr((x: JaxArray) => x.T)(xs()),
  "lambda x: x.reshape(3, 1) | v": () => jax.makeJaxpr((x: JaxArray) => x.reshape([3, 1]))(v()),
  "lambda x: lax.stop_gradient(x) * 2.0 | v": () =>
    jax.makeJaxpr((x: JaxArray) => lax.stopGradient(x).mul(2))(v()),
  "jax.grad(lambda x: jnp.sin(x).sum()) | v": () =>
    jax.makeJaxpr(jax.grad((x: JaxArray) => jnp.sin(x).sum()))(v()),
  "jax.value_and_grad(lambda x: (x ** 2).sum()) | v": () =>
    jax.makeJaxpr(jax.valueAndGrad((x: JaxArray) => x.pow(2).sum()))(v()),
  "jax.vmap(lambda x: x * 2.0) | v": () => jax.makeJaxpr(jax.vmap((x: JaxArray) => x.mul(2)))(v()),
  "jax.vmap(jnp.dot) | xs, xs": () =>
    jax.makeJaxpr(jax.vmap((a: JaxArray, b: JaxArray) => jnp.dot(a, b)))(xs(), xs()),
  "lambda c, s: lax.scan(lambda c, x: (c + x * w, c * x), c, s, reverse=True) | v, w": () => {
    const step = w();
    return jax.makeJaxpr((c: JaxArray, s: JaxArray) =>
      lax.scan((a: JaxArray, x): Two => [a.add(x.mul(step)), a.mul(x)], c, s, { reverse: true }),
    )(v(), w());
  },
  "lambda x: lax.fori_loop(0, 5, lambda i, c: c * 2.0, x) | 1.0": () =>
    jax.makeJaxpr((x: JaxArray) => lax.foriLoop(0, 5, (_, c) => c.mul(2), x))(num(1)),
  "lambda x: double(x) | 1.0": () => jax.makeJaxpr((x: JaxArray) => double(x))(num(1)),
  "lambda p, x: lax.cond(p, lambda x: x * 2.0, lambda x: jnp.sin(x), x) | True, 1.0": () =>
    jax.makeJaxpr((p: JaxArray, x: JaxArray) =>
      lax.cond(
        p,
        (y) => y.mul(2),
        (y) => jnp.sin(y),
        x,
      ),
    )(jnp.asarray(true), num(1)),
};

const same = (x: JaxArray): JaxArray => x;

/** Mistakes by the line of Python that golden/recordings/transforms.json has for them. */
export const MISTAKES: Readonly<Record<string, () => unknown>> = {
  "lax.scan(lambda c, x: (c + w, x), 1.0, w)": () =>
    lax.scan((c: JaxArray, x): Two => [c.add(w()), x], 1, w()),
  "lax.scan(lambda c, x: ([c, c], x), 1.0, w)": () =>
    lax.scan((c: JaxArray, x): [unknown, JaxArray] => [[c, c], x], 1, w()),
  'lax.scan(lambda c, x: ({"a": c["a"]}, x), {"a": 1.0, "b": 2.0}, w)': () =>
    lax.scan((c, x): [unknown, JaxArray] => [{ a: c.a }, x], { a: 1, b: 2 }, w()),
  'lax.scan(lambda c, x: ({"a": c["a"], "b": c["b"] + w}, x), {"a": 1.0, "b": 2.0}, w)': () =>
    lax.scan((c, x): [unknown, JaxArray] => [{ a: c.a, b: c.b.add(w()) }, x], { a: 1, b: 2 }, w()),
  "lax.scan(lambda c, x: ([c[0]], x), [1.0, 2.0], w)": () =>
    lax.scan((c, x): [unknown, JaxArray] => [[c[0]], x], [1, 2], w()),
  "lax.scan(lambda c, x: c, 1.0, w)": () => lax.scan(((c: JaxArray) => c) as never, 1, w()),
  "lax.scan(lambda c, x: (c, c), 1.0, None)": () =>
    lax.scan((c: JaxArray): Two => [c, c], num(1), null as never),
  "lax.scan(lambda c, x: (c, c), 1.0, w, length=4)": () =>
    lax.scan((c: JaxArray): Two => [c, c], num(1), w() as never, { length: 4 }),
  "lax.while_loop(lambda c: c, lambda c: c, 1.0)": () => lax.whileLoop(same, same, num(1)),
  "lax.while_loop(lambda c: True, lambda c: c + w, 1.0)": () =>
    lax.whileLoop(
      () => true,
      (c) => c.add(w()),
      1,
    ),
  "lax.fori_loop(0, 3, lambda i, c: c + w, 1.0)": () => lax.foriLoop(0, 3, (_, c) => c.add(w()), 1),
  "jax.grad(double)(1.0)": () => jax.grad(double)(num(1)),
  "lax.cond(True, lambda x: x, lambda x: x * w, 1.0)": () =>
    lax.cond(
      true,
      (x) => x,
      (x) => x.mul(w()),
      1,
    ),
  "lax.cond(True, lambda x: [x], lambda x: x, 1.0)": () =>
    lax.cond(
      true,
      (x): unknown => [x],
      (x): unknown => x,
      1,
    ),
  "lax.switch(0, [], 1.0)": () => lax.switch(0, [], 1),
  "jax.jit(lambda x: float(x))(1.0)": () =>
    jax.jit((x: JaxArray) => jnp.asarray(Number(x)))(num(1)),
  "jax.jit(lambda x: x.item())(1.0)": () => jax.jit((x: JaxArray) => jnp.asarray(x.item()))(num(1)),
  'jax.jit(lambda x: "a")(1.0)': () => jax.jit((_: JaxArray) => "a")(num(1)),
  'jax.jit(lambda x: x)("a")': () => jax.jit((x: unknown) => x)("a"),
  'jax.jit(lambda x, y: x)(1.0, {"a": "b"})': () =>
    jax.jit((x: JaxArray, y: unknown) => [x, y][0])(num(1), { a: "b" }),
  'jax.jit(lambda x, n: x * n, static_argnames="m")(1.0, n=3)': () =>
    jax.jit((x: JaxArray, n: number) => x.mul(n), { staticArgnames: "m" }),
  "jax.grad(lambda x, y: x * y, argnums=-3)(2.0, 3.0)": () =>
    jax.grad((x: JaxArray, y: JaxArray) => x.mul(y), { argnums: -3 })(num(2), num(3)),
  "jax.vjp(lambda x: x * 2.0, w)[1](1.0)": () => jax.vjp((x: JaxArray) => x.mul(2), w())[1](num(1)),
  "jax.vjp(lambda x: x * 2.0, w)[1]([w])": () => jax.vjp((x: JaxArray) => x.mul(2), w())[1]([w()]),
  "jax.jvp(lambda x: x * 2.0, (w,), (1.0,))": () =>
    jax.jvp((x: JaxArray) => x.mul(2), [w()], [num(1)]),
  "jax.linear_transpose(lambda x: x * 2.0, w)([w, w])": () =>
    jax.linearTranspose((x: JaxArray) => x.mul(2), w())([w(), w()]),
  "jax.linear_transpose(lambda x: (x * 2).astype(int), w)(w)": () =>
    jax.linearTranspose((x: JaxArray) => x.mul(2).astype("int32"), w())(w()),
  "jax.linearize(lambda x: x * 2.0, w)[1](1.0)": () =>
    jax.linearize((x: JaxArray) => x.mul(2), w())[1](num(1)),
  "jax.vmap(lambda x: x, in_axes=None)(w)": () => jax.vmap(same, { inAxes: null })(w()),
  "jax.vmap(lambda x: x, in_axes=[0, 0])(w)": () => jax.vmap(same, { inAxes: [0, 0] })(w()),
  "jax.vmap(lambda x: x, in_axes=1)(w)": () => jax.vmap(same, { inAxes: 1 })(w()),
  "jax.vmap(lambda x: x, in_axes=0.5)(w)": () => jax.vmap(same, { inAxes: 0.5 })(w()),
  "jax.vmap(lambda a, b: a)(w, jnp.ones((4, 2)))": () =>
    jax.vmap((a: JaxArray, b: JaxArray) => [a, b][0])(w(), sized(4, 2)),
  "jax.vmap(lambda a, b, c: a)(w, w, jnp.ones(4))": () =>
    jax.vmap((a: JaxArray, b: JaxArray, c: JaxArray) => [a, b, c][0])(w(), w(), sized(4)),
  'jax.vmap(lambda a: a)({"x": w, "y": jnp.ones(4)})': () =>
    jax.vmap((a: unknown) => a)({ x: w(), y: sized(4) }),
  "jax.vmap(lambda a: a, axis_size=4)(w)": () => jax.vmap((a: JaxArray) => a, { axisSize: 4 })(w()),
  "jax.vmap(lambda: 1.0)()": () => jax.vmap(() => 1)(),
  "jax.vmap(lambda x: x, out_axes=None)(w)": () => jax.vmap(same, { outAxes: null })(w()),
  "jax.vmap(lambda x: x, out_axes=1)(w)": () => jax.vmap(same, { outAxes: 1 })(w()),
  "lax.top_k(v, 5)": () => lax.topK(v(), 5),
  "lax.dynamic_slice(v, (0,), (4,))": () => lax.dynamicSlice(v(), [0], [4]),
  "lax.add(v, jnp.ones(4))": () => lax.add(v(), sized(4)),
  "lax.add(v, jnp.ones((3, 3)))": () => lax.add(v(), sized(3, 3)),
  'jax.tree.broadcast({"a": 1}, {"b": 2})': () => jax.tree.broadcast({ a: 1 }, { b: 2 }),
};
