import { useMemo } from "react";
import { diffRows } from "./diff-rows";
import type { DiffLine, DiffRow } from "./diff-rows";

export type SolutionDiffProps = { yours: string; solution: string };

/** The learner's code beside one solution, line by line. On narrow screens one column, yours first. */
export function SolutionDiff({ yours, solution }: SolutionDiffProps) {
  const rows = useMemo(() => diffRows(yours, solution), [yours, solution]);
  const different = rows.filter(({ same }) => !same).length;
  return (
    <>
      <p className="diff-note">{summary(different, rows.length)}</p>
      <div className="diff" tabIndex={0} role="region" aria-label="Your code beside one solution">
        <table>
          <thead>
            <tr>
              <th scope="col">Yours</th>
              <th scope="col">One solution</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <Row key={i} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ row: { same, yours, theirs } }: { row: DiffRow }) {
  return (
    <tr data-same={same || undefined}>
      <Side line={yours} mark={same ? "" : "−"} what="Yours only: " />
      <Side line={theirs} mark={same ? "" : "+"} what="Solution only: " />
    </tr>
  );
}

type SideProps = { line: DiffLine | null; mark: string; what: string };

function Side({ line, mark, what }: SideProps) {
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
        {mark !== "" && <span className="visually-hidden">{what}</span>}
        {line.text}
      </code>
    </td>
  );
}

function summary(different: number, all: number): string {
  if (different === 0) return "Every line is the same.";
  return `${different} of ${all} rows differ. Other code for the same step is as good: compare what each step does.`;
}
