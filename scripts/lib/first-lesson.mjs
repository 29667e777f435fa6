/** Which lesson the page opens with, for what drives the page from outside and cannot import its sources. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const LESSONS = fileURLToPath(new URL("../../src/lessons", import.meta.url));

/** @returns {string} the slug of the lesson with the lowest `order` in its lesson.ts */
export function firstLesson() {
  const [first] = readdirSync(LESSONS)
    .map((slug) => ({ slug, file: `${LESSONS}/${slug}/lesson.ts` }))
    .filter(({ file }) => existsSync(file))
    .map(({ slug, file }) => ({ slug, order: orderIn(readFileSync(file, "utf8")) }))
    .sort((a, b) => a.order - b.order);
  if (!first) throw new Error(`${LESSONS} holds no lesson`);
  return first.slug;
}

function orderIn(text) {
  return Number(/^ {2}order: (\d+),$/m.exec(text)?.[1] ?? Number.NaN);
}
