/** The numbers of a pass, in the order of the forward pass. */
export const PASS_PARTS = [
  "input",
  "firstKernel",
  "firstBias",
  "before",
  "hidden",
  "secondKernel",
  "secondBias",
  "prediction",
  "target",
  "loss",
] as const;
export type PassPart = (typeof PASS_PARTS)[number];

/** One of them, row by row, with how the loss changes with each number; null where that is not asked for. */
export type PassCells = {
  columns: number;
  values: readonly number[];
  slopes: readonly number[] | null;
};

/** A dense layer, ReLU, a second dense layer and the mean square of its misses, on one example: forwards and back. */
export type OnePass = Readonly<Record<PassPart, PassCells>>;

/** What stops the way back: at the hidden layer, before a half's leaves, or all of it since the program raises. */
export type PassCut = "hidden" | "first" | "second" | "raises";

/** One way to write the pass. */
export type PassVariant = {
  /** Names it in addresses. */
  id: string;
  name: string;
  /** The line that makes it so. */
  code: Readonly<Record<"python" | "typescript", string>>;
  /** What comes of it, and what JAX says of that. */
  says: string;
  cut: PassCut | null;
  open: () => OnePass;
};

export type OnePassBackModel = {
  halves: readonly [first: string, second: string];
  modules: readonly [first: string, second: string];
  names: Readonly<Record<PassPart, string>>;
  /** The first is the pass as it should be, which the others are compared with. */
  variants: readonly [PassVariant, ...PassVariant[]];
};
