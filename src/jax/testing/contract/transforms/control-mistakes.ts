import type { JaxArray } from "../../../array/array";
import { jax, jnp } from "../api";
import { loosely } from "./loosely";
import { gate, num, w } from "./programs";

const { lax } = jax;
type Two = [JaxArray, JaxArray];
const same = (x: JaxArray): JaxArray => x;
const whole = (x: JaxArray): JaxArray => x.astype("int32");
const ones = (n: number, dtype = "float32"): JaxArray => jnp.ones([n], dtype);
function badjvp(rule: (p: Two, t: Two) => unknown): unknown {
  const f = jax.customJvp(function keep(x: JaxArray): JaxArray {
    return x;
  });
  f.defjvp(rule as never);
  return jax.grad(f)(num(1));
}

function badvjp(
  fwd: (x: JaxArray, y: JaxArray) => unknown,
  bwd: (r: Two, g: JaxArray) => unknown,
): unknown {
  const f = jax.customVjp((x: JaxArray, y: JaxArray): JaxArray => x.mul(y));
  f.defvjp(fwd as never, bwd as never);
  return jax.grad(f)(num(1), num(2));
}
const ok = (x: JaxArray, y: JaxArray): unknown => [x.mul(y), [x, y]];

/** Mistakes in loops, branches and derivatives of one's own, by their line in golden/recordings/transforms.json. */
export const CONTROL_MISTAKES: Readonly<Record<string, () => unknown>> = {
  "lax.scan(lambda c, x: ((c + w).astype(int), x), 1.0, w)": () =>
    lax.scan((c: JaxArray, x): Two => [whole(c.add(w())), x], 1, w()),
  'lax.scan(lambda c, x: ({"a": c["a"] + w, "b": c["b"].astype(int)}, x), {"a": 1.0, "b": 2.0}, w)':
    () =>
      lax.scan(
        (c, x): [unknown, JaxArray] => [{ a: c.a.add(w()), b: whole(c.b) }, x],
        { a: 1, b: 2 },
        w(),
      ),
  'lax.scan(lambda c, x: ({"a": c["a"], "c": c["b"]}, x), {"a": 1.0, "b": 2.0}, w)': () =>
    lax.scan((c, x): [unknown, JaxArray] => [{ a: c.a, c: c.b }, x], { a: 1, b: 2 }, w()),
  'lax.scan(lambda c, x: ({"a": x}, x), {"a": None}, w)': () =>
    loosely(lax.scan, (c: unknown, x: JaxArray) => [{ a: x }, [x, c][0]], { a: null }, w()),
  "lax.scan(lambda c, x: (c, c), 1.0, (w, jnp.ones(4)))": () =>
    loosely(lax.scan, (c: JaxArray) => [c, c], 1, [w(), ones(4)]),
  "lax.scan(lambda c, x: (c, c), 1.0, 1.0)": () => loosely(lax.scan, (c: JaxArray) => [c, c], 1, 1),
  "lax.scan(lambda c, x: (c, c), 1.0, jnp.float32(1.0))": () =>
    loosely(lax.scan, (c: JaxArray) => [c, c], 1, jnp.float32(1)),
  "lax.scan(1, 1.0, w)": () => loosely(lax.scan, 1, 1, w()),
  'lax.scan(lambda c, x: (c, c), "a", w)': () =>
    loosely(lax.scan, (c: JaxArray) => [c, c], "a", w()),
  "lax.fori_loop(0, 3, lambda i, c: [c, c], 1.0)": () =>
    loosely(lax.foriLoop, 0, 3, (_: unknown, c: JaxArray) => [c, c], 1),
  "lax.while_loop(lambda c: False, lambda c: [c, c], 1.0)": () =>
    loosely(
      lax.whileLoop,
      () => false,
      (c: JaxArray) => [c, c],
      1,
    ),
  "lax.while_loop(lambda c: w > 0, lambda c: c, 1.0)": () =>
    lax.whileLoop(() => w().greater(0), same, num(1)),
  "lax.while_loop(lambda c: [True], lambda c: c, 1.0)": () =>
    loosely(lax.whileLoop, () => [true], same, 1),
  "lax.cond(True, keep, flip, 1.0)": () =>
    lax.cond(
      true,
      function keep(x: JaxArray) {
        return x;
      },
      function flip(x: JaxArray) {
        return whole(x);
      },
      1,
    ),
  'lax.cond(True, lambda x: {"a": x}, lambda x: {"b": x}, 1.0)': () =>
    lax.cond(
      true,
      (x: JaxArray): unknown => ({ a: x }),
      (x: JaxArray): unknown => ({ b: x }),
      1,
    ),
  'lax.cond(True, lambda x: {"a": x, "b": x}, lambda x: {"a": x}, 1.0)': () =>
    lax.cond(
      true,
      (x: JaxArray): unknown => ({ a: x, b: x }),
      (x: JaxArray): unknown => ({ a: x }),
      1,
    ),
  'lax.cond(True, lambda x: {"a": x, "b": x}, lambda x: {"a": x * w, "b": x.astype(int)}, 1.0)':
    () =>
      lax.cond(
        true,
        (x: JaxArray): unknown => ({ a: x, b: x }),
        (x: JaxArray) => ({ a: x.mul(w()), b: whole(x) }),
        1,
      ),
  "lax.cond(True, lambda x: [x], lambda x: [x, x], 1.0)": () =>
    lax.cond(
      true,
      (x: JaxArray): unknown => [x],
      (x: JaxArray): unknown => [x, x],
      1,
    ),
  "lax.cond(w, lambda x: x, lambda x: x, 1.0)": () => lax.cond(w(), same, same, num(1)),
  'lax.cond("a", lambda x: x, lambda x: x, 1.0)': () => loosely(lax.cond, "a", same, same, 1),
  "lax.cond(True, 1, 2, 3.0)": () => loosely(lax.cond, true, 1, 2, 3),
  "lax.switch(w, [lambda x: x, lambda x: -x], 1.0)": () =>
    lax.switch(w(), [same, (x: JaxArray) => x.neg()], num(1)),
  "lax.switch(0, [lambda x: x, lambda x: -x, lambda x: x * w], 1.0)": () =>
    lax.switch(
      0,
      [(x: JaxArray) => x, (x: JaxArray) => x.neg(), (x: JaxArray) => x.mul(w())],
      num(1),
    ),
  "norule()": () => jax.customJvp((x: JaxArray): JaxArray => x)(num(1)),
  "badjvp(lambda p, t: p[0] * 2.0)": () => badjvp((p) => p[0].mul(2)),
  "badjvp(lambda p, t: (p[0], w))": () => badjvp((p) => [p[0], w()]),
  "badjvp(lambda p, t: (p[0], [t[0]]))": () => badjvp((p, t) => [p[0], [t[0]]]),
  "jax.jvp(gate, (1.0, 2.0), (1.0, 1.0))": () => jax.jvp(gate, [num(1), num(2)], [1, 1]),
  "jax.jacfwd(gate)(1.0, 2.0)": () => jax.jacfwd(gate)(num(1), num(2)),
  "badvjp(ok, lambda r, g: [g * r[1]])": () => badvjp(ok, (r, g) => [g.mul(r[1])]),
  "badvjp(ok, lambda r, g: g * r[1])": () => badvjp(ok, (r, g) => g.mul(r[1])),
  "badvjp(ok, lambda r, g: (g * w, None))": () => badvjp(ok, (_, g) => [g.mul(w()), null]),
  "badvjp(lambda x, y: x * y, lambda r, g: (g, None))": () =>
    badvjp(
      (x, y) => x.mul(y),
      (_, g) => [g, null],
    ),
};
