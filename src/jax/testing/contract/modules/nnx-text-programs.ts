import type { JaxArray } from "../../../array/array";
import { jax, jnp, nnx, optax } from "../api";
import { Net } from "./nnx-net";
import type { Programs } from "./programs";

const rngs = (): nnx.Rngs => new nnx.Rngs(0);
const linear = (): nnx.Linear => new nnx.Linear(1, 2, { rngs: rngs() });
const x = jnp.ones([1, 2]);
const square = (): nnx.Linear => new nnx.Linear(2, 2, { rngs: rngs() });
const optimizer = (): nnx.Optimizer =>
  new nnx.Optimizer(square(), optax.sgd(0.1), { wrt: nnx.Param });

/** Calls a function as untyped code does. */
function call(f: (...args: never[]) => unknown, ...args: unknown[]): unknown {
  return Reflect.apply(f, undefined, args);
}
function construct(type: new (...args: never[]) => unknown, ...args: unknown[]): unknown {
  return Reflect.construct(type, args);
}

const TEXTS: Programs = {
  "nnx.Embed": () => new nnx.Embed(3, 2, { rngs: rngs() }),
  "nnx.LayerNorm": () => new nnx.LayerNorm(3, { rngs: rngs() }),
  "nnx.Dropout": () => new nnx.Dropout(0.5, { rngs: rngs() }),
  "nnx.Dropout bare": () => new nnx.Dropout(0.5),
  "nnx.List": () => new nnx.List([linear(), 3]),
  "nnx.Dict": () => new nnx.Dict({ a: linear(), b: 3 }),
  "nnx.Sequential state": () => nnx.state(new nnx.Sequential(linear(), nnx.relu)),
  "nnx.Sequential": () => new nnx.Sequential(linear()),
  "nnx variables": () =>
    new nnx.List([
      new nnx.BatchStat(jnp.ones([2])),
      new nnx.Cache(jnp.ones([2])),
      new nnx.Intermediate(jnp.ones([2])),
    ]),
  "nnx.Rngs split": () => rngs().split(3),
  "nnx.Rngs named": () => new nnx.Rngs(0, { params: 1 }),
  Net: () => new Net(rngs()),
  "Net grad": () => nnx.grad((m: Net) => m.out(jnp.ones([4])).sum())(new Net(rngs())),
  OptState: () => new nnx.Optimizer(new Net(rngs()), optax.sgd(0.1), { wrt: nnx.Param }).step,
  DiffState: () => new nnx.DiffState(0, nnx.Param),
};

const ERRORS: Programs = {
  "Optimizer without wrt": () => construct(nnx.Optimizer, square(), optax.sgd(0.1)),
  "update without grads": () => {
    const untyped = optimizer();
    return Reflect.apply(untyped.update, untyped, [square()]);
  },
  "Optimizer.model": () => optimizer().model,
  "Embed of floats": () => new nnx.Embed(3, 2, { rngs: rngs() })(jnp.ones([2])),
  "Dropout without rngs": () => new nnx.Dropout(0.5)(x),
  "Dropout undecided": () => new nnx.Dropout(0.5, { deterministic: null })(x),
  "Dropout of wrong rngs": () => construct(nnx.Dropout, 0.5, { rngs: "a" }),
  "Dropout called with wrong rngs": () => call(new nnx.Dropout(0.5), x, { rngs: "a" }),
  "merge with nothing": () => nnx.merge(nnx.split(square())[0], {}),
  "nnx.grad of a vector": () => nnx.grad((m: nnx.Linear) => m(jnp.ones([2])))(square()),
  "pop without filter": () => call(nnx.pop, square()),
  "Embed without rngs": () => construct(nnx.Embed, 3, 2),
  "LayerNorm without rngs": () => construct(nnx.LayerNorm, 3),
  "grad of integers": () =>
    jax.grad((m: (y: JaxArray) => JaxArray) => m(jnp.ones([1, 3])).sum())(new Net(rngs())),
  "List index": () => new nnx.List([1]).at(3),
  "split leaves a rest": () => nnx.split(new Net(rngs()), nnx.Param, nnx.BatchStat),
};

function prefixed(prefix: string, programs: Programs): Programs {
  return Object.fromEntries(
    Object.entries(programs).map(([name, run]) => [`${prefix} ${name}`, run]),
  );
}

/** The recorded texts and errors of NNX. */
export const nnxTextPrograms: Programs = {
  ...prefixed("text", TEXTS),
  ...prefixed("error", ERRORS),
};
