/** The update fit in words: how far each leaf moved, and in one short sentence. */
import { formatFactor } from "../lib/format-number";
import type { UpdateFit } from "../protocol/verdict";

type Leaf = UpdateFit["leaves"][number];

const UNIT_WORDS = { step: "the right step", gradient: "the bare gradient" } as const;
/** Factors that differ by less are alike. */
const ALIKE = 0.01;

/**
 * Every leaf, e.g. "NNX kernel moved 1.00 × the right step, NNX bias 1.00, Linen kernel 0.00,
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
    const verb = unit === null ? " moved" : "";
    const amount = leaf.unit === unit ? formatFactor(leaf.factor) : amountOf(leaf);
    unit = leaf.unit;
    return `${leaf.leaf}${verb} ${amount}`;
  });
  return `${parts.join(", ")}.`;
}

/** What is most wrong with the move, by half where a whole half stood still; for the end of a headline. */
export function shortFitSentence(
  { leaves }: UpdateFit,
  halves: ReadonlyMap<string, string>,
): string {
  if (leaves.length === 0) return "No update of the parameters explains these losses.";
  const moved = new Set(leaves.filter((leaf) => !isNear(leaf, 0)).map(halfOf));
  const still = [...new Set(leaves.map(halfOf))].filter((half) => !moved.has(half));
  if (moved.size === 0) return "No parameter moved.";
  if (still.length > 0) return `The ${still.join(" and the ")} half did not move.`;
  const odd = leaves.find((leaf) => leaf.unit !== "step" || !isNear(leaf, 1));
  if (!odd) return "The update fits the right step; the returned losses differ.";
  const all = leaves.every((leaf) => amountOf(leaf) === amountOf(odd));
  return `${all ? "Every parameter" : odd.leaf} moved ${amountOf(odd)}.`;

  function halfOf({ leaf }: Leaf): string {
    return halves.get(leaf) ?? leaf;
  }
}

function isNear({ factor }: Leaf, expected: number): boolean {
  return Math.abs(factor - expected) < ALIKE;
}

function amountOf({ factor, unit }: Leaf): string {
  return `${formatFactor(factor)} × ${UNIT_WORDS[unit]}`;
}
