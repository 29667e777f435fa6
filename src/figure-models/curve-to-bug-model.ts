/** A training run's weights at first and its learning rate. */
export type BugSetting = { seed: number; lr: number };

/** A mistake that a training loop may make, and what its losses do. */
export type TrainingBug = {
  id: string;
  /** A few words, as in "the encoder alone is updated". */
  name: string;
  /** Why its curve looks as it does: a sentence or two. */
  why: string;
  /** Whether a curve shows what `why` says, beside the right one; rates and seeds at which it does not are not asked. */
  shows: (losses: readonly number[], right: readonly number[]) => boolean;
  /** The losses before each step and after the last, in float64. */
  losses: (of: BugSetting, steps: number) => readonly number[];
};

/** A quiz: some of the bugs, drawn as curves in no order. */
export type CurveToBugModel = {
  /** What is trained, e.g. `y = |x|`. */
  target: string;
  /** First those that show at the fewest rates and seeds: a draw asks for them first. */
  bugs: readonly TrainingBug[];
  /** The same loop without a mistake, for comparison. */
  right: TrainingBug["losses"];
  steps: number;
  /** Rates and seeds are drawn between these. */
  lr: { from: number; to: number };
  seeds: number;
};
