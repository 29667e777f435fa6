import type { UpdateFit } from "../protocol/verdict";

const UNIT_WORDS = { step: "the right step", gradient: "the bare gradient" } as const;

/**
 * The update fit in words, e.g. "NNX kernel moved 1.00 × the right step, NNX bias 1.00, Linen kernel 0.00,
 * Linen bias 0.00." The unit is named once, then again where it changes.
 */
export function fitSentence(fit: UpdateFit): string {
  if (fit.leaves.length === 0) {
    return (
      "No multiple of the right step on each parameter explains these losses " +
      `(what is left is ${(100 * fit.residual).toPrecision(2)} % of the step's effect).`
    );
  }
  let unit: string | null = null;
  const parts = fit.leaves.map((leaf) => {
    const named = leaf.unit === unit ? "" : ` × ${UNIT_WORDS[leaf.unit]}`;
    const verb = unit === null ? " moved" : "";
    unit = leaf.unit;
    return `${leaf.leaf}${verb} ${factorText(leaf.factor)}${named}`;
  });
  return `${parts.join(", ")}.`;
}

/** Two decimals, a true minus sign, and no sign on a zero. */
function factorText(factor: number): string {
  return (Math.abs(factor) < 0.005 ? 0 : factor).toFixed(2).replace("-", "−");
}
