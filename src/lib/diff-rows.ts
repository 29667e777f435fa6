import { diffLines } from "diff";

export type DiffLine = { number: number; text: string };
/** One row of two texts side by side; null where a side has no line there. */
export type DiffRow = { same: boolean; left: DiffLine | null; right: DiffLine | null };

/** Where more lines than these differ, looking for the shortest way between the texts takes too long. */
const MOST_EDITS = 4_000;

/** Two texts line by line: equal lines side by side, and what differs between them paired in order. */
export function diffRows(left: string, right: string): DiffRow[] {
  const rows: DiffRow[] = [];
  let [own, other] = [1, 1];
  let removed: string[] = [];
  const flush = (added: readonly string[]) => {
    for (let i = 0; i < Math.max(removed.length, added.length); i++) {
      const [before, after] = [removed[i], added[i]];
      rows.push({
        same: false,
        left: before === undefined ? null : { number: own++, text: before },
        right: after === undefined ? null : { number: other++, text: after },
      });
    }
    removed = [];
  };
  for (const part of changes(ended(left), ended(right))) {
    const lines = part.value.replace(/\n$/, "").split("\n");
    if (part.removed) removed = lines;
    else if (part.added) flush(lines);
    else {
      flush([]);
      for (const text of lines) {
        rows.push({
          same: true,
          left: { number: own++, text },
          right: { number: other++, text },
        });
      }
    }
  }
  flush([]);
  return rows;
}

function changes(left: string, right: string) {
  const found = diffLines(left, right, { maxEditLength: MOST_EDITS });
  return (
    found ?? [
      { value: left, removed: true, added: false },
      { value: right, removed: false, added: true },
    ]
  );
}

/** One line end after the last line, and none of Windows'. */
function ended(text: string): string {
  return `${text.replaceAll("\r\n", "\n").trimEnd()}\n`;
}
