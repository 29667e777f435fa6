import type { LossPlane } from "./step-plane-model";

/** A step to be guessed before it is run: the landscape of one case. */
export type PredictFirstModel = {
  halves: readonly [first: string, second: string];
  /** Which case it is, as in "case 1 of the lesson". */
  of: string;
  /** The case's learning rate. */
  lr: number;
  plane: () => LossPlane;
};
