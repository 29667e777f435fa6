import type { Language } from "../protocol/backend";

/** Where a program is written: at a lesson, named by its slug, or in the playground. Each desk has a draft a language. */
export type Desk = string;

export const PLAYGROUND: Desk = "playground";

/** The name under which a draft is stored. */
export function draftKey(desk: Desk, language: Language): string {
  return `${desk}:${language}`;
}
