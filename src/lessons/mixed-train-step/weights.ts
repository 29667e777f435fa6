import { lecunNormal } from "../../prng/initializers";
import { foldIn, keyFromSeed } from "../../prng/key";
import { linenKey } from "../../prng/linen-key";

/** The parameter arrays of the model, flat and row-major; the order of `LEAVES`. */
export type Leaves = readonly [
  nnxKernel: readonly number[],
  nnxBias: readonly number[],
  linenKernel: readonly number[],
  linenBias: readonly number[],
];

export const LEAVES = [
  { name: "NNX kernel", half: "NNX" },
  { name: "NNX bias", half: "NNX" },
  { name: "Linen kernel", half: "Linen" },
  { name: "Linen bias", half: "Linen" },
] as const;

export type Sizes = { inSize: number; hidden: number; outSize: number };

/**
 * The float32 weights that Flax gives to `nnx.Linear(inSize, hidden, rngs=nnx.Rngs(nnxSeed))` and to
 * `nn.Dense(outSize)` initialised with `PRNGKey(linenSeed)`; biases start at zero.
 */
export function initialLeaves(nnxSeed: number, linenSeed: number, sizes: Sizes): Leaves {
  const { inSize, hidden, outSize } = sizes;
  return [
    kernel("nnx", nnxSeed, [inSize, hidden]),
    zeros(hidden),
    kernel("linen", linenSeed, [hidden, outSize]),
    zeros(outSize),
  ];
}

/** NNX folds the draw's number into the key; Linen a hash of the module's path and a count from 1. */
const KERNEL_KEY = {
  nnx: (seed: number) => foldIn(keyFromSeed(seed), 0),
  linen: (seed: number) => linenKey(keyFromSeed(seed), [], 1),
};

/** Planning a run asks for the same few kernels under each reading of the task, hundreds of times. */
const kernels = new Map<string, readonly number[]>();
const MOST_KERNELS = 500;

function kernel(half: "nnx" | "linen", seed: number, shape: readonly number[]): readonly number[] {
  const name = `${half} ${seed} ${shape.join(" ")}`;
  const known = kernels.get(name);
  if (known) return known;
  if (kernels.size >= MOST_KERNELS) kernels.clear();
  const made = [...lecunNormal(KERNEL_KEY[half](seed), shape)];
  kernels.set(name, made);
  return made;
}

/** `f` of each pair of numbers that belong together, leaf by leaf. */
export function mapLeaves(
  a: Leaves,
  b: Leaves,
  f: (left: number, right: number, leaf: number) => number,
): Leaves {
  const pair = (leaf: 0 | 1 | 2 | 3) => a[leaf].map((left, i) => f(left, b[leaf][i] ?? 0, leaf));
  return [pair(0), pair(1), pair(2), pair(3)];
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}
