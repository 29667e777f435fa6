import type { Look } from "../lib/look";

export type TracedHalf = {
  name: string;
  look: Look;
  /** Words in the path of a leaf that say it is of this half, in small letters. */
  words: readonly string[];
  /** Without such a word: paths that are this half's, as a regular expression. */
  path: string;
};

/** A loss as the operations that JAX sees in it. */
export type LossTraceModel = {
  halves: readonly [TracedHalf, TracedHalf];
  /** The function of the learner's program that takes the step, and a call of it. */
  entry: string;
  call: Readonly<Record<"python" | "typescript", string>>;
  /** The text's own loss: what JAX prints of it, and where its arguments' leaves stand. */
  example: { jaxpr: string; leaves: readonly string[] };
};
