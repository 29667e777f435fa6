import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { Look } from "../lib/look";
import type { Language } from "../protocol/backend";

/** Lines of programs that something on the page points at: those that a regular expression finds. */
export type PointedLines = { lines: Readonly<Record<Language, string>>; look: Look };

/** What is pointed at in the code blocks of the text. Apart from the state, since it follows the hand. */
export function createPointedLines(): StoreApi<PointedLines | null> {
  return createStore<PointedLines | null>(() => null);
}

/** Numbers of the lines, from 1, that name what is pointed at. */
export function linesNamed(source: string, pattern: string): number[] {
  const named = new RegExp(pattern);
  return source.split("\n").flatMap((line, i) => (named.test(line) ? [i + 1] : []));
}
