import type { UpdateFit } from "../../protocol/verdict";

type Leaf = UpdateFit["leaves"][number];

const STOOD_STILL = 0.01;
const MOVED_RIGHT = 0.01;

/** What a leaf did, e.g. "NNX kernel moved 1.00 × the right step". */
export function leafWords({ leaf, factor, unit }: Leaf): string {
  return `${leaf} moved ${amount({ factor, unit })}`;
}

function amount({ factor, unit }: Pick<Leaf, "factor" | "unit">): string {
  return `${factorText(factor)} × ${unit === "step" ? "the right step" : "the bare gradient"}`;
}

/** Two decimals, and a zero without a sign. */
export function factorText(factor: number): string {
  return (Math.abs(factor) < 0.005 ? 0 : factor).toFixed(2).replace("-", "−");
}

/**
 * The fit in one sentence, by half where all leaves of a half agree; null where there is no fit.
 * `halves` maps a leaf's name to the half that it belongs to.
 */
export function fitSentence(
  fit: UpdateFit | null,
  halves: ReadonlyMap<string, string>,
): string | null {
  if (!fit) return null;
  if (fit.leaves.length === 0) return "No update of the parameters explains these losses.";
  const still = halvesWhere(fit, halves, ({ factor }) => Math.abs(factor) < STOOD_STILL);
  const all = new Set(fit.leaves.map(({ leaf }) => halves.get(leaf) ?? leaf));
  if (still.length === all.size) return "No parameter moved.";
  if (still.length > 0) return `The ${still.join(" and the ")} half did not move.`;
  const odd = fit.leaves.find(
    ({ factor, unit }) => unit !== "step" || Math.abs(factor - 1) > MOVED_RIGHT,
  );
  if (odd && fit.leaves.every((leaf) => amount(leaf) === amount(odd)))
    return `Every parameter moved ${amount(odd)}.`;
  return odd ? `${leafWords(odd)}.` : "The update fits the right step; the returned losses differ.";
}

function halvesWhere(
  fit: UpdateFit,
  halves: ReadonlyMap<string, string>,
  test: (leaf: Leaf) => boolean,
): string[] {
  const names = new Set(fit.leaves.map(({ leaf }) => halves.get(leaf) ?? leaf));
  const leavesOf = (half: string) =>
    fit.leaves.filter(({ leaf }) => (halves.get(leaf) ?? leaf) === half);
  return [...names].filter((half) => leavesOf(half).every(test));
}
