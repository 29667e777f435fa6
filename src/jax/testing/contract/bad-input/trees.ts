import { jax, jnp, optax } from "../api";
import { loosely } from "../transforms/loosely";
import type { Array, MistakeTable } from "./table";

const { lax, tree } = jax;
const one = (): Array => jnp.asarray(1);
const add = (a: Array, b: Array): Array => jnp.add(a, b);
type Step = [unknown, unknown];
/** A scan of one number over rows, with a body that gives what it should not. */
const scan = (f: (c: never, x: never) => unknown, init: unknown, xs: unknown): unknown =>
  loosely(lax.scan, f, init, xs);

/** Trees that do not fit each other. */
export const treeMistakes: MistakeTable = {
  "jax.tree.map(jnp.add, {'a': 1, 'b': 2}, {'a': 1})": () =>
    loosely(tree.map, add, { a: 1, b: 2 }, { a: 1 }),
  "jax.tree.map(jnp.add, [1, 2], [1, 2, 3])": () => loosely(tree.map, add, [1, 2], [1, 2, 3]),
  "jax.tree.map(jnp.add, {'a': 1}, {'b': 1})": () => loosely(tree.map, add, { a: 1 }, { b: 1 }),
  "jax.tree.unflatten(jax.tree.structure([1, 2]), [1])": () =>
    tree.unflatten(tree.structure([1, 2]), [1]),
  "jax.tree.unflatten(jax.tree.structure([1, 2]), [1, 2, 3])": () =>
    tree.unflatten(tree.structure([1, 2]), [1, 2, 3]),
  "jax.vmap(jnp.add, in_axes=(0, 0, 0))(jnp.ones(3), jnp.ones(3))": () =>
    loosely(loosely(jax.vmap, add, { inAxes: [0, 0, 0] }), jnp.ones(3), jnp.ones(3)),
  "jax.vmap(lambda x: 'a')(jnp.ones(3))": () => jax.vmap((_: Array) => "a")(jnp.ones(3)),
  "jax.jit(lambda x: 'a')(1.0)": () => jax.jit((_: Array) => "a")(one()),
  "jax.grad(lambda p: 1.0)({'a': 'b'})": () => jax.grad((_: { a: string }) => 1)({ a: "b" }),
  "jax.grad(lambda x: x, argnums=3)(1.0)": () =>
    loosely(
      jax.grad((x: Array) => x, { argnums: 3 as never }),
      one(),
    ),
  "jax.vjp(lambda a: {'x': a}, 1.0)[1]({'y': 1.0})": () =>
    loosely(jax.vjp((a: Array) => ({ x: a }), one())[1], { y: one() }),
  "lax.scan(lambda c, x: ([c, c], x), 1.0, jnp.ones(3))": () =>
    scan((c: never, x: never): Step => [[c, c], x], one(), jnp.ones(3)),
  "lax.scan(lambda c, x: c, 1.0, jnp.ones(3))": () => scan((c: never) => c, one(), jnp.ones(3)),
  "lax.scan(lambda c, x: (jnp.ones(2), x), jnp.ones(3), jnp.ones(3))": () =>
    scan((c: never, x: never): Step => [jnp.ones(2).mul(jnp.sum(c)), x], jnp.ones(3), jnp.ones(3)),
  "lax.scan(lambda c, x: (c, x), 1.0, {})": () =>
    scan((c: never, x: never): Step => [c, x], one(), {}),
  "lax.cond(True, lambda x: x, lambda x: [x], 1.0)": () =>
    loosely(
      lax.cond,
      true,
      (x: Array) => x,
      (x: Array) => [x],
      one(),
    ),
  "lax.cond(True, lambda x: x, lambda x: jnp.ones(3), 1.0)": () =>
    loosely(
      lax.cond,
      true,
      (x: Array) => x,
      (_: Array) => jnp.ones(3),
      one(),
    ),
  "lax.cond(jnp.ones(2) > 0, lambda x: x, lambda x: x, 1.0)": () =>
    lax.cond(
      jnp.ones(2).greater(0),
      (x: Array) => x,
      (x: Array) => x,
      one(),
    ),
  "lax.while_loop(lambda c: c < 3, lambda c: [c], 1.0)": () =>
    loosely(
      lax.whileLoop,
      (c: Array) => c.less(3),
      (c: Array) => [c],
      one(),
    ),
  "lax.while_loop(lambda c: c, lambda c: c, 1.0)": () =>
    lax.whileLoop(
      (c: Array) => c,
      (c: Array) => c,
      one(),
    ),
  "lax.while_loop(lambda c: jnp.ones(2) > c, lambda c: c, 1.0)": () =>
    lax.whileLoop(
      (c: Array) => jnp.ones(2).greater(c),
      (c: Array) => c,
      one(),
    ),
  "lax.fori_loop(0, 3, lambda i, c: [c], 1.0)": () =>
    loosely(lax.foriLoop, 0, 3, (_: Array, c: Array) => [c], one()),
  "lax.switch(0, [], 1.0)": () => lax.switch(0, [], one()),
  "optax.apply_updates({'a': 1.0}, {'b': 1.0})": () =>
    loosely(optax.applyUpdates, { a: one() }, { b: one() }),
  "optax.sgd(0.1, momentum=0.9).update({'a': jnp.ones(2)}, optax.sgd(0.1, momentum=0.9).init({'b': jnp.ones(2)}))":
    () => {
      const sgd = optax.sgd(0.1, { momentum: 0.9 });
      return loosely(sgd.update, { a: jnp.ones(2) }, sgd.init({ b: jnp.ones(2) }));
    },
};
