/**
 * The loss as a function of how far the second half moved, the first half standing still somewhere: c0 + c1·up + c2·up², with
 * c2 ≥ 0. It is one wherever the second half is a last, linear layer below a mean square.
 */
export type LossColumn = readonly [c0: number, c1: number, c2: number];

/** The loss over two numbers: how far each half has moved, in units of the right step. `across` is the first half's. */
export type LossPlane = (across: number) => LossColumn;

/** What a slider offers, and where it stands at first. */
export type PlaneRange = { from: number; to: number; usual: number };

/** A training step of two halves as a landscape over their moves. */
export type StepPlaneModel = {
  halves: readonly [first: string, second: string];
  lr: PlaneRange;
  seed: PlaneRange;
  /** The landscape at this learning rate, from the weights of this seed. Cheap enough for every frame of a drag. */
  open: (of: { lr: number; seed: number }) => LossPlane;
};
