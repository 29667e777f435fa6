import type { FreezeLabModel } from "../../../figure-models/freeze-lab-model";
import { shortNumber } from "../../../lib/format-number";
import type { Moving } from "./runs";

/** A run's loss and what it is called. */
export type NamedLoss = { name: string; loss: number };

/** What the run is called in which these halves move. */
export function movingName(moving: Moving, [first, second]: FreezeLabModel["halves"]): string {
  switch (moving) {
    case "both":
      return "Both";
    case "first":
      return `${first.name} only`;
    case "second":
      return `${second.name} only`;
    case "neither":
      return "Neither";
  }
}

/** Losses above this have left the scale of anything that trains. */
const GROWN = 1e6;

/** A loss as it stands beside a fit: four decimals, as the text has them, or the order of magnitude. */
export function lossText(loss: number): string {
  if (!(loss < GROWN)) return "beyond bounds";
  return loss >= 0.0001 && loss < 100 ? loss.toFixed(4) : shortNumber(loss);
}

/** Where the runs are at a step, in one sentence. */
export function stepSentence(step: number, lr: number, runs: readonly NamedLoss[]): string {
  const all = runs.map(({ name, loss }) => `${name} ${lossText(loss)}`).join(", ");
  if (step === 0) return `Before the first step every run has the loss ${lossText(runs[0].loss)}.`;
  return `After ${step} ${step === 1 ? "step" : "steps"} at learning rate ${lr}: ${all}.`;
}

/** Whether a guess of which runs learn was right, and what is so. */
export function guessSentence(
  guess: readonly string[],
  runs: readonly NamedLoss[],
  learned: number,
): string {
  const did = runs.filter(({ loss }) => loss < learned).map(({ name }) => name);
  const list = (names: readonly string[]) => (names.length === 0 ? "none" : names.join(" and "));
  const same = did.length === guess.length && did.every((name) => guess.includes(name));
  return same
    ? `As you expected: ${list(did)} ended below ${learned}.`
    : `You expected ${list(guess)} below ${learned}. It was ${list(did)}.`;
}
