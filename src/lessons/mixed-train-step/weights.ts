import { lecunNormal } from "../../prng/initializers";
import { foldIn, keyFromSeed, type PrngKey } from "../../prng/key";
import { linenHash } from "../../prng/linen-key";

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

/** The key that the kernel of each half is drawn from, given the learner's seed. */
export type KernelKeys = {
  nnx(seed: number): PrngKey;
  linen(seed: number): PrngKey;
};

/** The key of the kernel of `nnx.Linear(…, rngs=nnx.Rngs(key))`: NNX folds the number of the draw into it. */
export function nnxKernelKey(key: PrngKey): PrngKey {
  return foldIn(key, 0);
}

/**
 * The key of the kernel of an `nn.Dense`, given the key of the module that is initialised: Linen folds a hash in, of the
 * names of the modules from that one down to the Dense and of a count from 1.
 */
export function denseKernelKey(...path: readonly string[]): (key: PrngKey) => PrngKey {
  const hash = linenHash(path, 1);
  return (key) => foldIn(key, hash);
}

const bareDenseKey = denseKernelKey();

/** The lesson's: `nnx.Rngs(seed)` for the encoder, `PRNGKey(seed + 1)` for the head. */
export const KERNEL_KEYS: KernelKeys = {
  nnx: (seed) => nnxKernelKey(keyFromSeed(seed)),
  linen: (seed) => bareDenseKey(keyFromSeed(seed + 1)),
};

/** The float32 weights that Flax makes from these keys: kernels by its default initialiser, biases of zeros. */
export function initialLeaves(seed: number, keys: KernelKeys, sizes: Sizes): Leaves {
  const { inSize, hidden, outSize } = sizes;
  return [
    kernel(keys.nnx(seed), [inSize, hidden]),
    zeros(hidden),
    kernel(keys.linen(seed), [hidden, outSize]),
    zeros(outSize),
  ];
}

/** Planning a run asks for the same few kernels under each reading of the task, hundreds of times. */
const kernels = new Map<string, readonly number[]>();
const MOST_KERNELS = 500;

function kernel(key: PrngKey, shape: readonly [number, number]): readonly number[] {
  const name = `${key[0]} ${key[1]} ${shape[0]} ${shape[1]}`;
  const known = kernels.get(name);
  if (known) return known;
  if (kernels.size >= MOST_KERNELS) kernels.clear();
  const made = [...lecunNormal(key, shape)];
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
