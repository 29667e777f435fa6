import type { ReactNode } from "react";
import type { Verdict, VerdictCase } from "../../protocol/verdict";
import { CaseNumbers } from "./CaseNumbers";
import { WorkedCaseView } from "./WorkedCaseView";

export type NotRecognisedProps = {
  verdict: Verdict;
  /** The first case that does not agree. */
  one: VerdictCase;
  results: readonly string[];
  /** What the returned numbers show of the update. */
  children: ReactNode;
};

/** Wrong numbers that no known mistake gives: the evidence, and the first failing case by hand. */
export function NotRecognised({ verdict, one, results, children }: NotRecognisedProps) {
  const number = 1 + verdict.cases.indexOf(one);
  const { worked } = verdict;
  return (
    <section className="not-recognised" aria-label="What the numbers show">
      <p>
        No mistake that has a name here gives these numbers in every case. This is what they show.
      </p>
      {children}
      <h3>{worked ? `Case ${number} by hand` : "First case that does not agree"}</h3>
      {worked ? (
        <WorkedCaseView worked={worked} one={one} results={results} />
      ) : (
        <CaseNumbers one={one} results={results} />
      )}
    </section>
  );
}
