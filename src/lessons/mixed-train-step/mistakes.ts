import type { NamedMistake } from "../../grading/lesson-check";
import type { MistakeId } from "./cards";
import { CARDS } from "./cards";
import { readInputs } from "./inputs";
import type { Reading } from "./readings";
import { READINGS } from "./readings";
import { placeOf } from "./places";
import { simulateStep } from "./simulate";

/** The mistakes that get a name, in the order of diagnosis. */
export const MISTAKES: readonly NamedMistake[] = Object.entries(READINGS).map(([id, readings]) => ({
  id,
  // The table's keys are the cards' keys.
  card: CARDS[id as MistakeId],
  readings: readings.map(({ variant, like, words = {}, step }: Reading) => ({
    id: `${id}/${variant}`,
    like,
    words: words.which ? { ...words, whichLower: lowerFirst(words.which) } : words,
    run: (inputs) => simulateStep(readInputs(inputs), step),
  })),
  place: placeOf(id),
}));

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
