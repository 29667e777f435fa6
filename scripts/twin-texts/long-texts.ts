import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A text of a program between two values that are put into it, and where it stands. */
export type LongText = { text: string; place: string };

/** `null` stands for a value between two texts. */
export type Piece = string | null;

const LETTERS = 24;
const SPACES = 3;

/**
 * The texts long enough to be a sentence's, in one spelling of blanks and without marks at their ends: where
 * TypeScript writes `got <class '${name}'>`, Python writes `got {type(x)}`.
 */
export function longTexts(pieces: readonly Piece[], place: () => string): LongText[] {
  const runs = [""];
  for (const piece of pieces) {
    if (piece === null) runs.push("");
    else runs[runs.length - 1] += piece;
  }
  return runs
    .map((run) => run.replace(/\s+/g, " ").replace(/^[^\p{L}]+|( <class)?[^\p{L}]+$/gu, ""))
    .filter((run) => (run.match(/\p{L}/gu) ?? []).length >= LETTERS)
    .filter((run) => run.split(" ").length > SPACES)
    .map((text) => ({ text, place: place() }));
}

/** What `read` finds in the files below a folder that `wanted` takes. */
export function textsBelow(
  folder: string,
  wanted: (file: string) => boolean,
  read: (source: string, place: (offset: number) => string) => LongText[],
): LongText[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(wanted)
    .sort()
    .flatMap((file) => {
      const source = readFileSync(path.join(folder, file), "utf8");
      return read(source, (offset) => `${file}:${source.slice(0, offset).split("\n").length}`);
    });
}
