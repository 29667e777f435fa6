import { jnp, linen as nn } from "../api";
import * as models from "./linen-models";
import type { Programs } from "./programs";
import { KEY, X23 } from "./programs";

const { Listed, Noisy, Shared, Stats, Streams, Wrapped } = models;
const keys = { params: KEY, dropout: KEY };
const stats = new Stats();
const dense = new nn.Dense(2);

/** Calls a method as untyped code does. */
function call(owner: object, method: string, ...args: unknown[]): unknown {
  const f: unknown = Reflect.get(owner, method);
  if (typeof f !== "function") throw new Error(`no method ${method}`);
  return Reflect.apply(f, owner, args);
}

const TEXTS: Programs = {
  "text nn.Embed": () => new nn.Embed(3, 2),
  "text nn.LayerNorm": () => new nn.LayerNorm(),
  "text nn.Dropout": () => new nn.Dropout(0.5),
  "text nn.Sequential": () => new nn.Sequential([new nn.Dense(2), new nn.Dense(1)]),
  "text Listed": () => new Listed(),
  "text Noisy": () => new Noisy(),
  "text Shared": () => new Shared(new nn.Dense(3)),
  "text Listed bound": () => new Listed().bind(new Listed().init(KEY, X23)),
};

const RUNS: Programs = {
  "dropout without key": () => new Noisy().apply(new Noisy().init(keys, X23), X23),
  "dropout below without key": () => new Wrapped().apply(new Wrapped().init(keys, X23), X23),
  "dropout alone without key": () => new nn.Dropout(0.5, { deterministic: false }).apply({}, X23),
  "stream without key": () => new Streams().apply({}),
  "dropout undecided": () => new nn.Dropout(0.5).apply({}, X23),
  "dropout decided twice": () =>
    new nn.Dropout(0.5, { deterministic: true }).apply({}, X23, { deterministic: true }),
  "immutable collection": () => stats.apply(stats.init(KEY, X23), X23),
  "missing collection": () => stats.apply({}, X23),
  "missing variable": () => stats.apply({ batch_stats: { other: X23 } }, X23),
  "attribute set in call": () => new models.Frozen().init(KEY, X23),
  "two layers of one name": () => new models.Twice().init(KEY, X23),
  "layer and parameter of one name": () => new models.Clash().init(KEY, X23),
  "two parameters of one name": () => new models.Params().init(KEY),
  "no such method": () => new Listed().apply(new Listed().init(KEY, X23), X23, { method: "nope" }),
  "no call": () => call(new models.NoCall(), "init", KEY, X23),
  "setup layers on an unbound module": () => new Listed()(X23),
  "variables of an unbound module": () => new Listed().variables,
  "wrong width below": () => {
    const model = new nn.Sequential([new nn.Dense(2)]);
    return model.apply(model.init(KEY, X23), jnp.ones([2, 5]));
  },
  "parameters made without key": () => dense.apply({}, X23, { mutable: ["params"] }),
  "rngs of apply": () => call(dense, "apply", dense.init(KEY, X23), X23, { rngs: { dropout: 1 } }),
};

const ARGUMENTS: Programs = {
  "Embed of floats in linen": () => new nn.Embed(3, 2).init(KEY, X23),
  "Sequential of no list": () => Reflect.construct(nn.Sequential, [new nn.Dense(2)]),
  "init without inputs": () => call(dense, "init", KEY),
  "nn.Embed()": () => Reflect.construct(nn.Embed, []),
  "nn.Dropout()": () => Reflect.construct(nn.Dropout, []),
};

/** The recorded texts and errors of Linen. */
export const linenTextPrograms: Programs = {
  ...TEXTS,
  ...Object.fromEntries(
    Object.entries({ ...RUNS, ...ARGUMENTS }).map(([name, run]) => [`error ${name}`, run]),
  ),
};
