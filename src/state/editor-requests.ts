/**
 * What other parts of the page ask of the editor: to mark ranges of the learner's program, and to change it. Each belongs
 * to the text that it was made for; to another text it says nothing.
 */
import type { Look } from "../lib/look";
import type { Language } from "../protocol/backend";
import type { Desk } from "./desk";

/** A stretch of a text in UTF-16 units: `from` belongs to it, `to` does not. */
export type TextRange = { from: number; to: number };
export type TextChange = TextRange & { insert: string };
export type MarkedRange = TextRange & { look: Look };

/** The text at a desk as its maker saw it. */
export type TextSeen = { desk: Desk; language: Language; source: string };

export type MarkedRanges = TextSeen & {
  ranges: readonly MarkedRange[];
  /** Bring the first of them into view. */
  reveal: boolean;
};

/** Changes that the editor makes as one, which one undo takes back. */
export type EditRequest = TextSeen & {
  id: number;
  /** In the order of the text, none in another. */
  changes: readonly TextChange[];
  /** What has happened, for those who hear it. */
  said: string;
};

/** A line of a text that the editor is to bring into view, with the cursor. */
export type LineRequest = TextSeen & { id: number; line: number };

/** Whether something belongs to the text at hand. */
export function isAbout(asked: TextSeen | null, { desk, language, source }: TextSeen): boolean {
  return asked?.desk === desk && asked.language === language && asked.source === source;
}

/** Ranges that a text of this length has, in order, none in another. */
export function areApart(ranges: readonly TextRange[], length: number): boolean {
  let end = 0;
  return ranges.every(({ from, to }) => {
    const fits = from >= end && to >= from && to <= length;
    end = to;
    return fits;
  });
}

/** The text after some changes, which are in order and apart. */
export function changedText(source: string, changes: readonly TextChange[]): string {
  let end = 0;
  const parts = changes.flatMap(({ from, to, insert }) => {
    const kept = source.slice(end, from);
    end = to;
    return [kept, insert];
  });
  return [...parts, source.slice(end)].join("");
}
