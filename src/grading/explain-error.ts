import { fillText } from "../lib/fill-text";
import type { Language } from "../protocol/backend";
import type { ErrorExplanation, RunError } from "../protocol/verdict";
import type { ErrorCard, LessonCheck } from "./lesson-check";

export type ExplainedError = { error: RunError | null; explanation: ErrorExplanation | null };

/** The error with the id of its explanation, and what that says in the words of the language. */
export function explainError(
  check: LessonCheck,
  error: RunError | null,
  language: Language,
): ExplainedError {
  if (!error) return { error, explanation: null };
  const card = cardFor(check, error);
  if (!card) return { error: { ...error, explain: null }, explanation: null };
  const spell = (text: string) => fillText(text, check.words[language]);
  return {
    error: { ...error, explain: card.id },
    explanation: { title: spell(card.title), message: spell(card.text), next: spell(card.next) },
  };
}

/** The first card whose patterns fit the error's type and text, or else the one that the error itself names. */
function cardFor({ errors }: LessonCheck, error: RunError): ErrorCard | undefined {
  return (
    errors.find(
      ({ type, message }) =>
        (type === undefined || type.test(error.type)) &&
        (message === undefined || message.test(error.message)),
    ) ?? errors.find(({ id }) => id === error.explain)
  );
}
