import type { Reading } from "./reading";

/** Right losses in wrong places. */
export const RESULT_READINGS = {
  "swapped-return": [
    {
      variant: "after-first",
      like: "the two losses in the other order",
      step: { returns: (before, after) => [after, before] },
    },
  ],
  "repeated-return": [
    {
      variant: "after",
      like: "the loss after the step in both places",
      step: { returns: (_before, after) => [after, after] },
    },
  ],
} as const satisfies Record<string, readonly Reading[]>;
