import { lossText } from "../freeze-lab/freeze-words";
import type { Letter, Round } from "./draw-round";

/** Which letter was chosen for each bug, by its id. */
export type Answers = Readonly<Record<string, Letter | "">>;

/** The round in a sentence. */
export function roundSentence({ setting, curves, right }: Round, target: string): string {
  const end = (losses: readonly number[]) => lossText(losses.at(-1) ?? NaN);
  const all = curves.map(({ letter, losses }) => `${letter} ${end(losses)}`).join(", ");
  return (
    `Five loops that learn ${target} with a mistake each, at learning rate ${setting.lr} and seed ${setting.seed}. ` +
    `Losses after ${right.length - 1} steps: ${all}; without a mistake ${end(right)}.`
  );
}

/** How many bugs have the letter of their curve. */
export function rightCount({ curves }: Round, answers: Answers): number {
  return curves.filter(({ bug, letter }) => answers[bug.id] === letter).length;
}

/** How a checked round went. */
export function scoreSentence(round: Round, answers: Answers): string {
  const count = rightCount(round, answers);
  const all = round.curves.length;
  if (count === all) return `All ${all} match.`;
  return count === 0
    ? "None matches yet; each row says which curve it is, and why."
    : `${count} of ${all} match; each row says which curve it is, and why.`;
}

/** Losses at some steps of each curve, as rows of a table. */
export function roundRows({ curves, right }: Round): string[][] {
  const steps = right.length - 1;
  const at = [0, 5, 20, steps / 4, steps / 2, steps];
  const row = (name: string, losses: readonly number[]) => [
    name,
    ...at.map((step) => lossText(losses[step] ?? NaN)),
  ];
  return [
    ...curves.map(({ letter, losses }) => row(letter, losses)),
    row("without a mistake", right),
  ];
}

/** Heads of that table. */
export function roundColumns({ right }: Round): string[] {
  const steps = right.length - 1;
  return ["curve", ...[0, 5, 20, steps / 4, steps / 2, steps].map((step) => `step ${step}`)];
}
