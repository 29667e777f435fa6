/** The lessons, each with its check and its programs as text. Lesson prose (MDX) is not imported here. */
import type { LessonCheck } from "../grading/lesson-check";
import type { Language } from "../protocol/backend";
import { check } from "./mixed-train-step/check";
import solutionTypescript from "./mixed-train-step/solution.ts?raw";
import solutionPython from "./mixed-train-step/solution.py?raw";
import startPython from "./mixed-train-step/start.py?raw";
import startTypescript from "./mixed-train-step/start.ts?raw";
import { STEPS } from "./mixed-train-step/steps";

/** The two programs that a lesson has in one language. */
export type LessonPrograms = { start: string; solution: string };

export type Lesson = {
  slug: string;
  title: string;
  check: LessonCheck;
  steps: readonly { id: string; text: string }[];
  programs: Readonly<Record<Language, LessonPrograms>>;
};

export const LESSONS: readonly Lesson[] = [
  {
    slug: check.slug,
    title: "Train a mixed Linen + NNX model",
    check,
    steps: STEPS,
    programs: {
      typescript: { start: startTypescript, solution: solutionTypescript },
      python: { start: startPython, solution: solutionPython },
    },
  },
];

/** The lesson of that slug, or null. */
export function findLesson(slug: string): Lesson | null {
  return LESSONS.find((lesson) => lesson.slug === slug) ?? null;
}
