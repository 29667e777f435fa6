import type { LessonCheck } from "../../grading/lesson-check";
import type { Lesson } from "../lesson";

/** A lesson around a check, with next to nothing to read. */
export function lessonWith(check: LessonCheck, changes: Partial<Lesson> = {}): Lesson {
  return {
    order: 1,
    title: "T",
    shortTitle: "T",
    summary: "A lesson.",
    fileName: "file",
    check,
    programs: {
      start: { typescript: "starter", python: "py starter" },
      solution: { typescript: "solution", python: "py solution" },
    },
    steps: [],
    inside: [],
    hints: [],
    pitfalls: {},
    figures: {},
    marks: {},
    ...changes,
  };
}
