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

const LESSON_TEXTS = new Map(
  Object.entries(TEXTS).map(([path, Content]) => {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const pictures = Object.entries(PICTURES).filter(([file]) => file.startsWith(folder));
    const texts: LessonTexts = {
      Content,
      explanation: EXPLANATIONS[`${folder}explanation.mdx`] ?? null,
      pictures: Object.assign({}, ...pictures.map(([, components]) => components)),
    };
    return [folder.split("/").at(-2) ?? "", texts];
  }),
);

/** What is read in the lesson of a slug. Throws where its folder has no text. */
export function lessonTexts(slug: string): LessonTexts {
  const texts = LESSON_TEXTS.get(slug);
  if (!texts) throw new Error(`the lesson ${slug} has no lesson.mdx`);
  return texts;
}
