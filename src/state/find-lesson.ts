import type { Lab, Lesson } from "./lab";

/** The lesson of a slug. Throws where there is none: a route never names such a one. */
export function findLesson({ lessons }: Pick<Lab, "lessons">, slug: string): Lesson {
  const lesson = lessons.find(({ check }) => check.slug === slug);
  if (!lesson) {
    const there = lessons.map(({ check }) => check.slug).join(", ");
    throw new Error(`There is no lesson "${slug}". There are: ${there}.`);
  }
  return lesson;
}
