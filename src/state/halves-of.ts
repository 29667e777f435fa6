import type { LessonCheck } from "../grading/lesson-check";

/** The half of the model that each of the lesson's parameter arrays belongs to. */
export function halvesOf({ update }: LessonCheck): ReadonlyMap<string, string> {
  return new Map(update?.leaves.map(({ name, half }) => [name, half]));
}
