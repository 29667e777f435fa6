/** Where the weights of each half may come from, besides the lesson's own keys. */
import { foldIn, keyFromSeed, type PrngKey } from "../../prng/key";
import type { MistakeId } from "./cards";
import { denseKernelKey, nnxKernelKey } from "./weights";

/** The key of one half's kernel, as some code makes it. */
export type WeightSource = {
  mistake: MistakeId;
  /** What the weights are made from, as the mistake's card says it. */
  used: string;
  /** The same in any sentence, where the card's words need the card around them. */
  from?: string;
  key(seed: number): PrngKey;
  /** Met with the other half right, and not looked for otherwise. */
  lone?: boolean;
};

type KeyOf = (seed: number) => PrngKey;

/** Key number `n` of a seed's key: what `split`, `fold_in` and the streams of `nnx.Rngs` make of it alike. */
const derived = (seed: number, n: number) => foldIn(keyFromSeed(seed), n);
const dense = denseKernelKey();

function sources(mistake: MistakeId, keys: Readonly<Record<string, KeyOf>>): WeightSource[] {
  return Object.entries(keys).map(([used, key]) => ({ mistake, used, key }));
}

const FIXED_SEEDS = [0, 1, 42];

/** Seeds in the place of the lesson's, which lies `offset` above the given one. */
function otherSeeds(mistake: MistakeId, offset: number, keyOf: (seed: number) => PrngKey) {
  const near = [-1, 0, 1, 2].filter((other) => other !== offset);
  return [
    ...near.map((other): WeightSource => ({
      mistake,
      used: other === 0 ? "the seed itself" : `seed ${other < 0 ? "−" : "+"} ${Math.abs(other)}`,
      key: (seed) => keyOf(seed + other),
    })),
    ...FIXED_SEEDS.map((fixed): WeightSource => ({
      mistake,
      used: `the fixed seed ${fixed}`,
      key: () => keyOf(fixed),
    })),
  ];
}

/** Names that Linen gives to a Dense inside of another module, then some that people give it. */
const GIVEN_PATHS = ["Dense_0", "Dense_1", "layers_0", "layers_1", "layers_2"];
const CHOSEN_PATHS = [
  ...["head", "dense", "linear", "layer", "out", "output", "fc", "decoder", "proj", "final"],
  ...["lin", "readout", "dense1", "dense_1", "layer1", "fc1", "linear1", "net", "model", "last"],
  ...["head_layer", "output_layer", "out_layer", "dense_layer", "linear_layer", "predictor"],
];

/** A Dense of this name inside of a module that is initialised with the key of such a seed. */
function inside(name: string, offset: number): KeyOf {
  const keyOf = denseKernelKey(name);
  return (seed) => keyOf(keyFromSeed(seed + offset));
}

/** Wrong keys of the head. */
export const HEAD_SOURCES: readonly WeightSource[] = [
  ...otherSeeds("wrong-linen-seed", 1, (seed) => dense(keyFromSeed(seed))),
  ...sources("wrong-linen-key", {
    "`split(PRNGKey(seed + 1))[0]`, which is also the first key of Rngs(seed + 1) and what ToNNX makes of a key":
      (seed) => dense(derived(seed + 1, 0)),
    "`split(PRNGKey(seed + 1))[1]`": (seed) => dense(derived(seed + 1, 1)),
    "`split(PRNGKey(seed))[0]`, which is also the first key of Rngs(seed)": (seed) =>
      dense(derived(seed, 0)),
    "`split(PRNGKey(seed))[1]`": (seed) => dense(derived(seed, 1)),
    "the third key of Rngs(seed), after the two that the encoder took": (seed) =>
      dense(derived(seed, 2)),
    "`{foldIn}(PRNGKey(seed), seed)`": (seed) => dense(derived(seed, seed)),
    "`{foldIn}(PRNGKey(seed), seed + 1)`": (seed) => dense(derived(seed, seed + 1)),
    "`{foldIn}(PRNGKey(0), seed)`": (seed) => dense(derived(0, seed)),
    "`{foldIn}(PRNGKey(0), seed + 1)`": (seed) => dense(derived(0, seed + 1)),
  }),
  ...sources("to-nnx-weights", {
    "Rngs(seed + 1)": (seed) => dense(foldIn(derived(seed + 1, 0), 0)),
    "Rngs(seed)": (seed) => dense(foldIn(derived(seed, 0), 0)),
    "the encoder's Rngs": (seed) => dense(foldIn(derived(seed, 2), 0)),
    "the second key of split": (seed) => dense(foldIn(derived(seed, 1), 0)),
  }).map((source) => ({ ...source, from: `${source.used} by ToNNX` })),
  ...GIVEN_PATHS.map((name): WeightSource => ({
    mistake: "dense-inside-module",
    used: name,
    from: `PRNGKey(seed + 1), as ${name} of a module`,
    key: inside(name, 1),
  })),
  ...CHOSEN_PATHS.map((name): WeightSource => ({
    mistake: "dense-inside-module",
    used: name,
    from: `PRNGKey(seed + 1), as ${name} of a module`,
    key: inside(name, 1),
    lone: true,
  })),
  ...GIVEN_PATHS.map((name): WeightSource => ({
    mistake: "wrong-linen-key",
    used: `PRNGKey(seed), as ${name} of a module`,
    key: inside(name, 0),
  })),
  ...sources("both-nnx", {
    "Rngs(seed + 1)": (seed) => nnxKernelKey(keyFromSeed(seed + 1)),
    "Rngs(seed)": (seed) => nnxKernelKey(keyFromSeed(seed)),
    "the Rngs that made the encoder": (seed) => derived(seed, 2),
  }),
];

/** Wrong keys of the encoder. */
export const ENCODER_SOURCES: readonly WeightSource[] = [
  ...otherSeeds("wrong-nnx-seed", 0, (seed) => nnxKernelKey(keyFromSeed(seed))),
  ...sources("wrong-nnx-key", {
    "Rngs of `split(PRNGKey(seed))[0]`, which a fork of Rngs(seed) is as well": (seed) =>
      nnxKernelKey(derived(seed, 0)),
    "Rngs of `split(PRNGKey(seed))[1]`": (seed) => nnxKernelKey(derived(seed, 1)),
    "the second key of Rngs(seed)": (seed) => derived(seed, 1),
    "the third key of Rngs(seed)": (seed) => derived(seed, 2),
    "what ToLinen makes of PRNGKey(seed)": (seed) => nnxKernelKey(dense(keyFromSeed(seed))),
    "what ToLinen makes of PRNGKey(seed + 1)": (seed) => nnxKernelKey(dense(keyFromSeed(seed + 1))),
    "what ToLinen makes of PRNGKey(seed) inside of a module": (seed) =>
      nnxKernelKey(inside("ToLinen_0", 0)(seed)),
    "what ToLinen makes of PRNGKey(seed + 1) inside of a module": (seed) =>
      nnxKernelKey(inside("ToLinen_0", 1)(seed)),
  }),
  ...sources("both-linen", {
    "PRNGKey(seed)": (seed) => dense(keyFromSeed(seed)),
    "PRNGKey(seed + 1)": (seed) => dense(keyFromSeed(seed + 1)),
    "`split(PRNGKey(seed))[0]`": (seed) => dense(derived(seed, 0)),
    "`split(PRNGKey(seed))[1]`": (seed) => dense(derived(seed, 1)),
    "PRNGKey(seed), as Dense_0 of a module": inside("Dense_0", 0),
    "PRNGKey(seed + 1), as Dense_0 of a module": inside("Dense_0", 1),
    "PRNGKey(seed), as layers_0 of a module": inside("layers_0", 0),
    "PRNGKey(seed + 1), as layers_0 of a module": inside("layers_0", 1),
    "PRNGKey(seed), as encoder of a module": inside("encoder", 0),
    "PRNGKey(seed + 1), as encoder of a module": inside("encoder", 1),
  }),
];
