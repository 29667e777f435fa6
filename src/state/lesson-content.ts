/** What the page's state needs to know of a lesson; every name in it comes from the lesson's folder. */
import type { LessonCheck } from "../grading/lesson-check";
import type { Language } from "../protocol/backend";

export type LabLesson = {
  check: LessonCheck;
  title: string;
  /** The learner's file by language: what it starts as, and one right answer. */
  programs: Readonly<Record<Language, { start: string; solution: string }>>;
};
