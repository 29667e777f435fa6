/** What the page's state needs to know of a lesson; every name in it comes from the lesson's folder. */
import type { LessonCheck } from "../grading/lesson-check";

export type LabLesson = {
  check: LessonCheck;
  title: string;
  /** The learner's file in TypeScript: what it starts as, and one right answer. */
  starter: string;
  solution: string;
};
