import type { PlaneRange } from "./step-plane-model";

/** One number of a model's parameters: which leaf, and where in it, row by row. */
export type WeightPlace = { leaf: number; index: number };

/** A leaf as it is listed: a vector is one row. */
export type PokedLeaf = { name: string; half: 0 | 1; rows: number; columns: number };

/** The loss around one weight, all others standing still. */
export type WeightLoss = {
  /** What the weight is at first; a float32. */
  start: number;
  /** In float64: the loss with the weight at this value, and its derivative by the chain rule. */
  at: (value: number) => { loss: number; slope: number };
  /** The loss with every operation rounded to float32. */
  inFloat32: (value: number) => number;
  /** Values at which a hidden unit switches on or off. */
  switches: readonly number[];
};

/** A model whose weights are poked one by one. */
export type PokeWeightModel = {
  halves: readonly [first: string, second: string];
  leaves: readonly PokedLeaf[];
  seed: PlaneRange;
  /** The weight that the figure opens with. */
  usual: WeightPlace;
  /** The weights of a seed with their gradient, and the loss around each. Cheap enough for every frame of a drag. */
  open: (seed: number) => {
    values: readonly (readonly number[])[];
    gradient: readonly (readonly number[])[];
    around: (place: WeightPlace) => WeightLoss;
  };
};
