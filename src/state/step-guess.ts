/** How far the learner expects each half to move, in right steps: a place on the step plane. */
export type StepGuess = { across: number; up: number };

/** What a learner who asked to be asked expects of the next run, and what they expected of the last one. */
export type Guessing = {
  /** Off until it is switched on. */
  on: boolean;
  next: StepGuess | null;
  /** Of the run that has ended last; null where none was made for it. */
  last: StepGuess | null;
};

export const NO_GUESSING: Guessing = { on: false, next: null, last: null };

/** A run that was expected to go to `guess` has ended: the next one is a question of its own. */
export function afterRun(guessing: Guessing, guess: StepGuess | null): Guessing {
  // A guess that was made while the program ran is for the next run.
  const next = guessing.next === guess ? null : guessing.next;
  return { ...guessing, next, last: guess };
}
