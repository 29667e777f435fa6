import { diffRows } from "../../lib/diff-rows";
import { whenText } from "../../lib/when-text";
import type { Revision } from "../../state/draft-db";

/** An earlier version as it stands in the list, beside the text of now. */
export type VersionRow = {
  source: string;
  /** `today, 14:32` */
  when: string;
  /** `3 lines differ` */
  count: string;
  /** The first line that it would bring or, where there is none, take away; null where only blanks differ. */
  first: { mark: "+" | "−"; text: string } | null;
};

export function versionRows(
  versions: readonly Revision[],
  present: string,
  now: Date,
): readonly VersionRow[] {
  return versions.map(({ source, savedAt }) => ({
    source,
    when: whenText(new Date(savedAt), now),
    ...difference(present, source),
  }));
}

function difference(present: string, source: string): Pick<VersionRow, "count" | "first"> {
  const rows = diffRows(present, source).filter(({ same }) => !same);
  const firstOf = (side: "left" | "right", mark: "+" | "−") => {
    const text = rows.map((row) => row[side]?.text.trim()).find((line) => line);
    return text === undefined ? null : { mark, text };
  };
  const count = rows.length === 1 ? "1 line differs" : `${rows.length} lines differ`;
  return { count, first: firstOf("right", "+") ?? firstOf("left", "−") };
}
