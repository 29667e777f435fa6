/** A small model of two halves that is trained on points of a curve, in float64. Parameters are one flat array. */
export type FreezeLabModel = {
  /** Names of the halves, and of the module that each is. */
  halves: readonly [FreezeHalf, FreezeHalf];
  /** The model's leaves in order; their names are those of the update fit. */
  leaves: readonly { name: string; half: 0 | 1 }[];
  /** What is learned, e.g. `y = |x|`. */
  target: string;
  points: { x: readonly number[]; y: readonly number[] };
  /** The parameters at the start, an array of the caller's own. */
  start(seed: number): Float64Array;
  /**
   * One step in place, `p − rate · gradient` with a rate for each leaf; both halves' gradients are taken before either moves.
   * Gives the loss before the step.
   */
  step(parameters: Float64Array, rates: readonly number[]): number;
  /** The model's values at some x. */
  predict(parameters: Float64Array, x: readonly number[]): number[];
  /** A loss below this is called learned. */
  learned: number;
  /** What the figure opens with. */
  usual: { seed: number; lr: number; steps: number };
  /** How a step that a program itself defines is repeated, in lessons that offer it. */
  ownStep?: OwnStepModel;
};

type ByLanguage = Readonly<Record<"python" | "typescript", string>>;

/** A function that programs may define, and what calls it again and again. */
export type OwnStepModel = {
  name: string;
  /** How it is called, e.g. `update(w, x, y, lr)`. */
  call: ByLanguage;
  /**
   * Comes after the program's own text and defines `entry`, which takes `arrays(parameters)`, then the learning rate, how many
   * steps, and for how many seconds at most; it gives a row of parameters for each step that it made.
   */
  loop: ByLanguage;
  entry: string;
  /** The parameters as arrays, and then the points. */
  arrays: (
    parameters: Float64Array,
  ) => readonly { name: string; shape: readonly number[]; data: readonly number[] }[];
};

export type FreezeHalf = { name: string; module: string };
