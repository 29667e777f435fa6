import { fillText } from "../lib/fill-text";
import { numberWord } from "../lib/number-word";
import type { AnswerCard, AnswerCards, LessonCheck } from "./lesson-check";

/** A lesson's card for an answer that needs no simulation, with its words filled in. */
export function answerText(
  check: LessonCheck,
  kind: keyof AnswerCards,
  words: Readonly<Record<string, string>> = {},
): AnswerCard {
  const card = check.answers[kind];
  const all = {
    entry: check.entry,
    parameters: check.parameters.join(", "),
    results: check.results.join(", then "),
    count: numberWord(check.results.length),
    ...words,
  };
  return {
    title: fillText(card.title, all),
    message: fillText(card.message, all),
    next: fillText(card.next, all),
  };
}
