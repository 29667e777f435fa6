/** Every wrong reading of the task that has a name, by the mistake's id: what such code computes, in float64. */
import type { MistakeId } from "./cards";
import { FORWARD_READINGS } from "./readings/forward-readings";
import { LOSS_READINGS } from "./readings/loss-readings";
import type { Reading } from "./readings/reading";
import { RESULT_READINGS } from "./readings/result-readings";
import { UPDATE_READINGS } from "./readings/update-readings";
import { weightReadings } from "./readings/weight-readings";

const OTHER_WIDTHS = [...Array.from({ length: 16 }, (_, i) => i + 1), 32, 64].filter(
  (n) => n !== 4,
);

function otherWidths(): Reading[] {
  return OTHER_WIDTHS.map((hidden) => {
    const units = `${hidden} ${hidden === 1 ? "unit" : "units"}`;
    return {
      variant: String(hidden),
      like: `a hidden layer of ${units}`,
      words: { hidden: units },
      step: { model: { hidden } },
    };
  });
}

/**
 * What begins with other random numbers than the lesson's. Any case shows it, so these need no drawing, may be many, and
 * are made when they are asked for.
 */
const OTHER_WEIGHTS: Readonly<Partial<Record<MistakeId, () => readonly Reading[]>>> = {
  "wrong-linen-seed": () => weightReadings("wrong-linen-seed"),
  "wrong-nnx-seed": () => weightReadings("wrong-nnx-seed"),
  "wrong-linen-key": () => weightReadings("wrong-linen-key"),
  "to-nnx-weights": () => weightReadings("to-nnx-weights"),
  "dense-inside-module": () => weightReadings("dense-inside-module"),
  "wrong-nnx-key": () => weightReadings("wrong-nnx-key"),
  "both-nnx": () => weightReadings("both-nnx"),
  "both-linen": () => weightReadings("both-linen"),
  "wrong-weights": () => weightReadings("wrong-weights"),
  "hidden-not-4": otherWidths,
};

type Readings = {
  id: MistakeId;
  /** Those that every drawn set of cases has to tell. */
  readings: readonly Reading[];
  /** Those that any case tells. */
  rarer?: () => readonly Reading[];
};

/** In the order of diagnosis: what shows in the loss before the step comes first. */
export const READINGS: readonly Readings[] = [
  ...listed(LOSS_READINGS),
  ...listed(FORWARD_READINGS),
  ...listed(RESULT_READINGS),
  ...listed(UPDATE_READINGS),
  ...Object.entries(OTHER_WEIGHTS).map(([id, rarer]) => ({
    // The table's keys are mistakes.
    id: id as MistakeId,
    readings: [],
    rarer,
  })),
];

function listed(table: Readonly<Partial<Record<MistakeId, readonly Reading[]>>>): Readings[] {
  // The table's keys are mistakes.
  return Object.entries(table).map(([id, readings]) => ({ id: id as MistakeId, readings }));
}
