/** The lessons, found by their folders. Their prose and pictures are React and stay with src/lesson-texts.ts. */
import type { Lesson } from "./lesson";

const FOUND = import.meta.glob<Lesson>("./*/lesson.ts", { eager: true, import: "lesson" });

/** In the order of the list. Throws where a folder's name is not its lesson's slug. */
export const LESSONS: readonly Lesson[] = Object.entries(FOUND)
  .map(([path, lesson]) => {
    const folder = path.split("/").at(-2);
    if (folder !== lesson.check.slug)
      throw new Error(`${path} holds the lesson "${lesson.check.slug}"`);
    return lesson;
  })
  .sort((a, b) => a.order - b.order);
