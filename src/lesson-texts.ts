/** The prose and the pictures of the lessons, found by their folders: what is React, and so no part of `lesson.ts`. */
import type { ComponentType } from "react";
import type { LessonTexts } from "./app/LessonScreen";

const TEXTS = import.meta.glob<LessonTexts["Content"]>("./lessons/*/lesson.mdx", {
  eager: true,
  import: "default",
});
const EXPLANATIONS = import.meta.glob<LessonTexts["Content"]>("./lessons/*/explanation.mdx", {
  eager: true,
  import: "default",
});
const PICTURES = import.meta.glob<Record<string, ComponentType>>("./lessons/*/pictures/*.tsx", {
  eager: true,
});

/** What is read in a lesson. Throws where its folder has no text. */
export function lessonTexts(slug: string): LessonTexts {
  const folder = `./lessons/${slug}/`;
  const Content = TEXTS[`${folder}lesson.mdx`];
  if (!Content) throw new Error(`${folder}lesson.mdx is missing`);
  const pictures = Object.entries(PICTURES).filter(([path]) => path.startsWith(folder));
  return {
    Content,
    explanation: EXPLANATIONS[`${folder}explanation.mdx`] ?? null,
    pictures: Object.assign({}, ...pictures.map(([, components]) => components)),
  };
}
