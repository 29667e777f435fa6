import type { MistakeReading, NamedMistake } from "../../grading/lesson-check";
import type { MistakeId } from "./cards";
import { CARDS } from "./cards";
import { readInputs } from "./inputs";
import type { Reading } from "./readings/reading";
import { READINGS } from "./readings";
import { adviceOf, placeOf } from "./places";
import { simulateStep } from "./simulate";

/** The mistakes that get a name, in the order of diagnosis. */
export const MISTAKES: readonly NamedMistake[] = READINGS.map(({ id, readings, rarer }) => ({
  id,
  card: CARDS[id],
  readings: readings.map((reading) => simulated(id, reading)),
  ...(rarer && { rarer: () => rarer().map((reading) => simulated(id, reading)) }),
  place: placeOf(id),
  advice: adviceOf(id),
}));

function simulated(id: MistakeId, { variant, like, words = {}, step }: Reading): MistakeReading {
  return {
    id: `${id}/${variant}`,
    like,
    words,
    run: (inputs) => simulateStep(readInputs(inputs), step),
  };
}
