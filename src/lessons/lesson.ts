/**
 * What a lesson's folder hands to the page, apart from its prose and its pictures. Everything outside of the
 * folder knows a lesson through this alone. Free of React, since the state reads it.
 */
import type { Look } from "../lib/look";
import type { LessonFigure } from "../figure-models/lesson-figure";
import type { LessonCheck } from "../grading/lesson-check";
import type { Language } from "../protocol/backend";

/** One thing that a right answer does; `{word}` is the language's, from the check's words. */
export type LessonStep = { id: string; text: string };

/** A step of the computation in a look inside a run, found by what the program itself calls it. */
export type InsideStep = {
  /** What it is, e.g. "Hidden layer". */
  title: string;
  /** Names for it, in lower case without underscores; or the index of a returned number. */
  from: readonly string[] | number;
  /** Of a tree that holds several steps: the leaves whose path fits. */
  leaves?: (path: string) => boolean;
};

/** One rung of the ladder of hints; `{word}` is the language's. */
export type LessonHint = { title: string; body: string };

/** A complete program by language. */
export type ProgramTexts = Readonly<Record<Language, string>>;

export interface Lesson {
  /** Its place in the list of lessons; the lowest is what the page opens with. */
  order: number;
  title: string;
  /** The title in two or three words, beside the page's mark. */
  shortTitle: string;
  /** One sentence, for the list of lessons. */
  summary: string;
  /** Name of the learner's file, without its ending. */
  fileName: string;
  /** All that grading knows. Its slug is the folder's name, and the lesson's in addresses and drafts. */
  check: LessonCheck;
  /** The editor's first content, and one right answer, which also warms the runtime up. */
  programs: { start: ProgramTexts; solution: ProgramTexts };
  /** The steps of the problem in order; their ids are those of the check's rules. */
  steps: readonly LessonStep[];
  /** What a look inside a run shows first, in order; empty for lessons whose programs share no names. */
  inside: readonly InsideStep[];
  /** From a nudge to nearly the code. */
  hints: readonly LessonHint[];
  /** The programs behind `<Broken program>`, by its name. */
  pitfalls: Readonly<Record<string, ProgramTexts>>;
  /** What `<Figure id>` shows in the text, by its id. */
  figures: Readonly<Record<string, LessonFigure>>;
  /** How the text's fences mark lines: with `{ nnx: "first" }`, `nnx=2-3` gives lines 2 and 3 the first half's look. */
  marks: Readonly<Record<string, Look>>;
}
