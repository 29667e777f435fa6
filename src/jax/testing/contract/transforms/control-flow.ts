import type { JaxArray } from "../../../array/array";
import { jax, jnp } from "../api";
import {
  applied,
  bend,
  chain,
  double,
  gate,
  grow,
  int,
  num,
  P,
  pick,
  power,
  prod,
  remat,
  rnn,
  rnnLoss,
  steep,
  v,
  w,
  xs,
} from "./programs";

const { lax } = jax;
type Pair = [JaxArray, JaxArray];

/** Lines of Python from golden/recordings/transforms.json in TypeScript: loops and branches. */
export const CONTROL_FLOW: Readonly<Record<string, () => unknown>> = {
  "lax.scan(grow, 1.0, w)": () => lax.scan(grow, 1, w()),
  "lax.scan(grow, 1.0, w, reverse=True)": () => lax.scan(grow, 1, w(), { reverse: true }),
  "lax.scan(lambda c, _: (c * 2.0, c), 1.0, None, length=4)": () =>
    lax.scan((c) => [c.mul(2), c], 1, null, { length: 4 }),
  'lax.scan(lambda c, x: (c + x["a"], {"s": c, "t": x["b"].sum()}), 0.0, {"a": w, "b": xs[:3]})':
    () =>
      lax.scan((c: JaxArray, x) => [c.add(x.a), { s: c, t: x.b.sum() }], 0, {
        a: w(),
        b: xs().slice([0, 3]),
      }),
  "lax.scan(lambda c, x: (c, x), 1.0, jnp.ones((0,)))": () =>
    lax.scan((c: JaxArray, x): Pair => [c, x], 1, jnp.ones([0])),
  'lax.scan(lambda c, x: ({"n": c["n"] + 1, "v": c["v"] * x}, None), {"n": 0, "v": 1.0}, w + 1.0)':
    () =>
      lax.scan(
        (c, x): [unknown, null] => [{ n: c.n.add(int(1).reshape([])), v: c.v.mul(x) }, null],
        { n: int(0).reshape([]), v: 1 },
        w().add(1),
      ),
  "jax.grad(lambda c: sum(jax.tree.leaves(jax.tree.map(jnp.sum, chain(c)))))(0.3)": () =>
    jax.grad((c: JaxArray) => chain(c)[0].add(chain(c)[1].sum()))(num(0.3)),
  "jax.jvp(chain, (0.3,), (1.0,))": () => jax.jvp(chain, [num(0.3)], [1]),
  "jax.hessian(lambda c: chain(c)[0] + chain(c)[1].sum())(0.3)": () =>
    jax.hessian((c: JaxArray) => chain(c)[0].add(chain(c)[1].sum()))(0.3),
  "jax.jacfwd(chain)(0.3)": () => jax.jacfwd(chain)(0.3),
  "jax.jacrev(chain)(0.3)": () => jax.jacrev(chain)(0.3),
  "jax.vmap(chain)(v)": () => jax.vmap(chain)(v()),
  "jax.vmap(jax.grad(lambda c: chain(c)[0]))(v)": () =>
    jax.vmap(jax.grad((c: JaxArray) => chain(c)[0]))(v()),
  "jax.grad(lambda c: jax.vmap(chain)(c)[0].sum())(v)": () =>
    jax.grad((c: JaxArray) => jax.vmap(chain)(c)[0].sum())(v()),
  "jax.jit(jax.grad(lambda c: chain(c)[0]))(0.3)": () =>
    jax.jit(jax.grad((c: JaxArray) => chain(c)[0]))(num(0.3)),
  "jax.grad(jax.jit(lambda c: chain(c)[0]))(0.3)": () =>
    jax.grad(jax.jit((c: JaxArray) => chain(c)[0]))(num(0.3)),
  "jax.grad(rnn_loss)(P, xs)": () => jax.grad(rnnLoss)(P(), xs()),
  "jax.grad(rnn_loss, argnums=1)(P, xs)": () => jax.grad(rnnLoss, { argnums: 1 })(P(), xs()),
  "jax.vmap(jax.grad(rnn_loss), in_axes=(None, 0))(P, jnp.stack([xs, xs * 2.0]))": () =>
    jax.vmap(jax.grad(rnnLoss), { inAxes: [null, 0] })(P(), jnp.stack([xs(), xs().mul(2)])),
  "jax.vmap(lambda s: rnn(P, s), in_axes=1, out_axes=(0, 1))(jnp.stack([xs, xs * 2.0], axis=1))":
    () =>
      jax.vmap((s: JaxArray) => rnn(P(), s), { inAxes: 1, outAxes: [0, 1] })(
        jnp.stack([xs(), xs().mul(2)], { axis: 1 }),
      ),
  "jax.jvp(jax.grad(rnn_loss), (P, xs), (P, xs))": () =>
    jax.jvp(jax.grad(rnnLoss), [P(), xs()], [P(), xs()]),
  "lax.map(lambda x: x * 2.0, w)": () => lax.map((x) => x.mul(2), w()),
  "lax.fori_loop(0, 5, lambda i, c: c + i, 0)": () =>
    lax.foriLoop(0, 5, (i, c) => c.add(i), int(0).reshape([])),
  "lax.fori_loop(0, 3, lambda i, c: (c[0] + i, c[1] * 2.0), (0, 1.0))": () =>
    lax.foriLoop(0, 3, (i, c) => [c[0].add(i), c[1].mul(2)], [int(0).reshape([]), num(1)]),
  "lax.fori_loop(3, 0, lambda i, c: c + 1, 0)": () =>
    lax.foriLoop(3, 0, (i, c) => c.add(i), int(0).reshape([])),
  "jax.grad(power)(1.5)": () => jax.grad(power)(num(1.5)),
  "jax.jit(lambda n: lax.fori_loop(0, n, lambda i, c: c + i, 0))(5)": () =>
    jax.jit((n: JaxArray) => lax.foriLoop(0, n, (i, c) => c.add(i), int(0).reshape([])))(
      int(5).reshape([]),
    ),
  "jax.jvp(lambda x: lax.fori_loop(0, jnp.int32(3), lambda i, c: c * x, 1.0), (2.0,), (1.0,))":
    () =>
      jax.jvp(
        (x: JaxArray) => lax.foriLoop(0, int(3).reshape([]), (_, c) => c.mul(x), 1),
        [num(2)],
        [1],
      ),
  "double(1.0)": () => double(num(1)),
  "jax.jit(double)(1.0)": () => jax.jit(double)(num(1)),
  "jax.jvp(double, (1.0,), (1.0,))": () => jax.jvp(double, [num(1)], [1]),
  "jax.jacfwd(double)(1.0)": () => jax.jacfwd(double)(1),
  "jax.vmap(double)(w + 1.0)": () => jax.vmap(double)(w().add(1)),
  "jax.jvp(jax.vmap(double), (w + 1.0,), (v,))": () =>
    jax.jvp(jax.vmap(double), [w().add(1)], [v()]),
  "jax.vmap(lambda n: lax.while_loop(lambda c: c[0] < n, lambda c: (c[0] + 1, c[1] * 2.0), (0, 1.0)))(jnp.array([0, 3, 5]))":
    () =>
      jax.vmap((n: JaxArray) =>
        lax.whileLoop(
          (c) => c[0].less(n),
          (c) => [c[0].add(int(1).reshape([])), c[1].mul(2)],
          [int(0).reshape([]), num(1)],
        ),
      )(int(0, 3, 5)),
  "jax.vmap(lambda x: lax.while_loop(lambda c: c[0] < 3, lambda c: (c[0] + 1, c[1] * x), (0, 1.0)))(v)":
    () =>
      jax.vmap((x: JaxArray) =>
        lax.whileLoop(
          (c) => c[0].less(3),
          (c) => [c[0].add(int(1).reshape([])), c[1].mul(x)],
          [int(0).reshape([]), num(1)],
        ),
      )(v()),
  'lax.while_loop(lambda c: False, lambda c: c, (1, {"a": w}))': () =>
    lax.whileLoop(
      () => false,
      (c) => c,
      [int(1).reshape([]), { a: w() }],
    ),
  "[bend(2.0), bend(-2.0)]": () => [bend(num(2)), bend(num(-2))],
  "[jax.grad(bend)(2.0), jax.grad(bend)(-2.0)]": () => [2, -2].map((x) => jax.grad(bend)(num(x))),
  "[jax.jit(jax.grad(bend))(2.0), jax.jit(jax.grad(bend))(-2.0)]": () =>
    [2, -2].map((x) => jax.jit(jax.grad(bend))(num(x))),
  "jax.hessian(bend)(-2.0)": () => jax.hessian(bend)(-2),
  "jax.vmap(bend)(v)": () => jax.vmap(bend)(v()),
  "jax.vmap(jax.grad(bend))(v)": () => jax.vmap(jax.grad(bend))(v()),
  "jax.grad(lambda x: jax.vmap(bend)(x).sum())(v)": () =>
    jax.grad((x: JaxArray) => jax.vmap(bend)(x).sum())(v()),
  "jax.vmap(lambda x: lax.cond(True, lambda x: x * 2.0, lambda x: x, x))(v)": () =>
    jax.vmap((x: JaxArray) =>
      lax.cond(
        true,
        (y) => y.mul(2),
        (y) => y,
        x,
      ),
    )(v()),
  "jax.grad(lambda x, y: lax.cond(True, lambda x: (x * y).sum(), lambda x: x.sum(), x), argnums=(0, 1))(v, w)":
    () =>
      jax.grad(
        (x: JaxArray, y: JaxArray) =>
          lax.cond(
            true,
            (z) => z.mul(y).sum(),
            (z) => z.sum(),
            x,
          ),
        { argnums: [0, 1] },
      )(v(), w()),
  "lax.cond(True, lambda: 1.0, lambda: 2.0)": () =>
    lax.cond(
      true,
      () => 1,
      () => 2,
    ),
  "[pick(i, 0.5) for i in (-3, 0, 1, 2, 7)]": () => [-3, 0, 1, 2, 7].map((i) => pick(i, 0.5)),
  "[jax.grad(lambda x: pick(i, x))(0.5) for i in (0, 1, 2)]": () =>
    [0, 1, 2].map((i) => jax.grad((x: JaxArray) => pick(i, x))(num(0.5))),
  "jax.vmap(pick)(jnp.array([0, 1, 5]), v)": () => jax.vmap(pick)(int(0, 1, 5), v()),
  "jax.vmap(jax.grad(pick, argnums=1))(jnp.array([0, 1, 5]), v)": () =>
    jax.vmap(jax.grad(pick, { argnums: 1 }))(int(0, 1, 5), v()),
};

/** Functions with derivatives of their own, and functions computed again in reverse. */
export const CUSTOM_RULES: Readonly<Record<string, () => unknown>> = {
  "[steep(0.5), jax.grad(steep)(0.5), jax.jit(jax.grad(steep))(0.5), jax.grad(jax.jit(steep))(0.5)]":
    () => [
      steep(num(0.5)),
      jax.grad(steep)(num(0.5)),
      jax.jit(jax.grad(steep))(num(0.5)),
      jax.grad(jax.jit(steep))(num(0.5)),
    ],
  "jax.jvp(steep, (0.5,), (3.0,))": () => jax.jvp(steep, [num(0.5)], [3]),
  "jax.vmap(jax.grad(steep))(v)": () => jax.vmap(jax.grad(steep))(v()),
  "jax.grad(lambda x: jax.vmap(steep)(x).sum())(v)": () =>
    jax.grad((x: JaxArray) => jax.vmap(steep)(x).sum())(v()),
  "jax.grad(jax.grad(steep))(0.5)": () => jax.grad(jax.grad(steep))(num(0.5)),
  "jax.hessian(lambda x: steep(x).sum())(v)": () =>
    jax.hessian((x: JaxArray) => steep(x).sum())(v()),
  "jax.grad(lambda c: lax.scan(lambda c, x: (steep(c) * x, None), c, w + 1.0)[0])(0.3)": () =>
    jax.grad(
      (c: JaxArray) =>
        lax.scan((a: JaxArray, x): [JaxArray, null] => [steep(a).mul(x), null], c, w().add(1))[0],
    )(num(0.3)),
  "jax.grad(prod, argnums=(0, 1))(3.0, 2.0)": () =>
    jax.grad(prod, { argnums: [0, 1] })(num(3), num(2)),
  "[gate(2.0, 3.0), jax.grad(gate)(2.0, 3.0), jax.jit(jax.grad(gate))(2.0, 3.0)]": () => [
    gate(num(2), num(3)),
    jax.grad(gate)(num(2), num(3)),
    jax.jit(jax.grad(gate))(num(2), num(3)),
  ],
  "jax.grad(gate, argnums=(0, 1))(2.0, 3.0)": () =>
    jax.grad(gate, { argnums: [0, 1] })(num(2), num(3)),
  "jax.grad(jax.jit(gate), argnums=(0, 1))(2.0, 3.0)": () =>
    jax.grad(jax.jit(gate), { argnums: [0, 1] })(num(2), num(3)),
  "jax.vmap(jax.grad(gate))(v, w)": () => jax.vmap(jax.grad(gate))(v(), w()),
  "jax.grad(lambda x, y: jax.vmap(gate, in_axes=(0, None))(x, y).sum(), argnums=(0, 1))(v, 3.0)":
    () =>
      jax.grad(
        (x: JaxArray, y: JaxArray) =>
          jax
            .vmap(gate, { inAxes: [0, null] })(x, y)
            .sum(),
        { argnums: [0, 1] },
      )(v(), num(3)),
  "jax.grad(lambda c: lax.scan(lambda c, x: (gate(c, x), None), c, w + 1.0)[0])(0.3)": () =>
    jax.grad(
      (c: JaxArray) =>
        lax.scan((a: JaxArray, x): [JaxArray, null] => [gate(a, x), null], c, w().add(1))[0],
    )(num(0.3)),
  "jax.jacrev(jax.vmap(gate))(v, w)": () => jax.jacrev(jax.vmap(gate))(v(), w()),
  "jax.grad(jax.grad(lambda x: gate(x, x)))(2.0)": () =>
    jax.grad(jax.grad((x: JaxArray) => gate(x, x)))(num(2)),
  "jax.grad(lambda x: applied(jnp.sin, x))(2.0)": () =>
    jax.grad((x: JaxArray) => applied(jnp.sin, x))(num(2)),
  "[remat(0.5), jax.grad(remat)(0.5), jax.jit(jax.grad(remat))(0.5), jax.grad(jax.grad(remat))(0.5)]":
    () => [
      remat(num(0.5)),
      jax.grad(remat)(num(0.5)),
      jax.jit(jax.grad(remat))(num(0.5)),
      jax.grad(jax.grad(remat))(num(0.5)),
    ],
  "jax.vmap(jax.grad(remat))(v)": () => jax.vmap(jax.grad(remat))(v()),
  "jax.jvp(remat, (0.5,), (1.0,))": () => jax.jvp(remat, [num(0.5)], [1]),
};
