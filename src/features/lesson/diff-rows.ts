import { diffLines } from "diff";

export type DiffLine = { number: number; text: string };
/** One row of two programs side by side; null where a side has no line there. */
export type DiffRow = { same: boolean; yours: DiffLine | null; theirs: DiffLine | null };

/** Two programs line by line: equal lines side by side, and what differs between them paired in order. */
export function diffRows(yours: string, theirs: string): DiffRow[] {
  const rows: DiffRow[] = [];
  let [own, other] = [1, 1];
  let removed: string[] = [];
  const flush = (added: readonly string[]) => {
    for (let i = 0; i < Math.max(removed.length, added.length); i++) {
      const [left, right] = [removed[i], added[i]];
      rows.push({
        same: false,
        yours: left === undefined ? null : { number: own++, text: left },
        theirs: right === undefined ? null : { number: other++, text: right },
      });
    }
    removed = [];
  };
  for (const part of diffLines(ended(yours), ended(theirs))) {
    const lines = part.value.replace(/\n$/, "").split("\n");
    if (part.removed) removed = lines;
    else if (part.added) flush(lines);
    else {
      flush([]);
      for (const text of lines) {
        rows.push({
          same: true,
          yours: { number: own++, text },
          theirs: { number: other++, text },
        });
      }
    }
  }
  flush([]);
  return rows;
}

/** One line end after the last line, and none of Windows'. */
function ended(text: string): string {
  return `${text.replaceAll("\r\n", "\n").trimEnd()}\n`;
}
