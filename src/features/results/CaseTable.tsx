import { useRef, useState } from "react";
import type { Verdict } from "../../protocol/verdict";
import { useScrollStop } from "../../ui/use-scroll-stop";
import { OpenIcon, TickIcon } from "../../ui/icons";
import { shortNumber } from "../../lib/format-number";
import { CaseNumbers } from "./CaseNumbers";

export type CaseTableProps = {
  cases: Verdict["cases"];
  results: readonly string[];
  /** The first case that fails is opened. */
  openFailing: boolean;
};

/** What a case is, where it is no fresh one. */
function caseNote(cases: Verdict["cases"], i: number): string {
  const inputs = (case_: Verdict["cases"][number] | undefined) => JSON.stringify(case_?.inputs);
  const first = cases.findIndex((other) => inputs(other) === inputs(cases[i]));
  if (first < i) return ` (${first + 1} again)`;
  return cases[i]?.visible ? " (in the lesson)" : "";
}

/** All cases; one at a time is opened for its numbers. */
export function CaseTable({ cases, results, openFailing }: CaseTableProps) {
  const box = useRef<HTMLDivElement>(null);
  const failing = cases.find(({ ok }) => !ok);
  const [open, setOpen] = useState(() => (openFailing && failing ? failing.id : null));
  const opened = cases.find(({ id }) => id === open);
  return (
    <>
      <div
        ref={box}
        className="scroll-x"
        tabIndex={useScrollStop(box)}
        role="region"
        aria-label="Cases"
      >
        <table className="numbers case-table">
          <thead>
            <tr>
              <th scope="col">Case</th>
              {results.map((name) => (
                <th scope="col" key={name}>
                  {name}: yours / expected
                </th>
              ))}
              <th scope="col">Agrees</th>
            </tr>
          </thead>
          <tbody>
            {cases.map((one, i) => (
              <tr key={one.id}>
                <th scope="row">
                  <button
                    type="button"
                    className="case-open"
                    aria-expanded={one.id === open}
                    onClick={() => setOpen(one.id === open ? null : one.id)}
                  >
                    {i + 1}
                    {caseNote(cases, i)}
                  </button>
                </th>
                {results.map((name, j) => (
                  <td key={name}>
                    {one.got?.[j] === undefined ? "–" : shortNumber(one.got[j])} /{" "}
                    {shortNumber(one.expected[j] ?? NaN)}
                  </td>
                ))}
                <td>
                  <span className="mark" data-tone={one.ok ? "pass" : "not-yet"}>
                    {one.ok ? <TickIcon /> : <OpenIcon />} {one.ok ? "yes" : "not yet"}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {opened && <CaseNumbers one={opened} results={results} />}
    </>
  );
}
