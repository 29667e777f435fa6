import { useMemo } from "react";
import { diffRows } from "../lib/diff-rows";
import type { DiffLine, DiffRow } from "../lib/diff-rows";
import "./side-by-side.css";

type Text = { title: string; text: string };

export type SideBySideProps = {
  left: Text;
  right: Text;
  /** What to make of differences, if there are any. */
  note?: string;
};

/** Two texts beside each other, line by line. On narrow screens one column, the left one first. */
export function SideBySide({ left, right, note }: SideBySideProps) {
  const rows = useMemo(() => diffRows(left.text, right.text), [left.text, right.text]);
  const different = rows.filter(({ same }) => !same).length;
  return (
    <>
      <p className="dialog-note">{summary(different, rows.length, note)}</p>
      <div
        className="diff"
        tabIndex={0}
        role="region"
        aria-label={`${left.title} beside ${right.title}`}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{left.title}</th>
              <th scope="col">{right.title}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <Row key={i} row={row} titles={[left.title, right.title]} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ row: { same, left, right }, titles }: { row: DiffRow; titles: [string, string] }) {
  return (
    <tr data-same={same || undefined}>
      <Side line={left} mark={same ? "" : "−"} title={titles[0]} />
      <Side line={right} mark={same ? "" : "+"} title={titles[1]} />
    </tr>
  );
}

type SideProps = { line: DiffLine | null; mark: string; title: string };

function Side({ line, mark, title }: SideProps) {
  if (line === null) return <td className="diff-empty" />;
  return (
    <td>
      <span className="diff-number" aria-hidden="true">
        {line.number}
      </span>
      <span className="diff-mark" aria-hidden="true">
        {mark}
      </span>
      <code>
        {mark !== "" && <span className="visually-hidden">{title} only: </span>}
        {line.text}
      </code>
    </td>
  );
}

function summary(different: number, all: number, note?: string): string {
  if (different === 0) return "Every line is the same.";
  const count = `${different} of ${all} rows ${different === 1 ? "differs" : "differ"}.`;
  return note ? `${count} ${note}` : count;
}
