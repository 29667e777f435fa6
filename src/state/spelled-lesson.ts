import { fillText } from "../lib/fill-text";
import type { Lesson, LessonHint, LessonStep } from "../lessons/lesson";
import type { Language } from "../protocol/backend";

/** A lesson's short texts as one language writes them. */
export function spelledLesson(
  { hints, steps, check }: Lesson,
  language: Language,
): { hints: LessonHint[]; steps: LessonStep[] } {
  const words = check.words[language];
  return {
    hints: hints.map(({ title, body }) => ({ title, body: fillText(body, words) })),
    steps: steps.map(({ id, text }) => ({ id, text: fillText(text, words) })),
  };
}
