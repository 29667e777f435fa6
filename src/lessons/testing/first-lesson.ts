import { LESSONS } from "..";
import type { Lesson } from "../lesson";

/** The lesson that the page opens with, for tests that need a real one and not a certain one. */
export function firstLesson(): Lesson {
  const [first] = LESSONS;
  if (!first) throw new Error("no lesson was found");
  return first;
}
