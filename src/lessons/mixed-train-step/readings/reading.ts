import type { StepReading } from "../simulate";

/** A wrong reading of the task: what code that makes a named mistake computes. */
export type Reading = {
  /** Tells readings of one mistake apart. */
  variant: string;
  /** What the code would be doing, after "All 12 cases agree with ". */
  like: string;
  /** Words for the card's placeholders. */
  words?: Readonly<Record<string, string>>;
  step: StepReading;
};
