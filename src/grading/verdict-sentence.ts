import type { Headline } from "../protocol/ending-sentence";
import { draftEnding, raisedWords } from "../protocol/ending-sentence";
import type { Verdict } from "../protocol/verdict";
import { shortFitSentence } from "./fit-sentence";

/**
 * The one sentence that comes first, and that the live region speaks. `halves` maps a leaf's name to the half
 * that it belongs to.
 */
export function verdictSentence(verdict: Verdict, halves: ReadonlyMap<string, string>): Headline {
  const { status } = verdict;
  switch (status) {
    case "pass":
      return { tone: "pass", text: passed(verdict) };
    case "wrong":
      return { tone: "not-yet", text: notYet(verdict, halves) };
    case "error":
      return { tone: "not-yet", text: stoppedByError(verdict) };
    default:
      return draftEnding({ ...verdict, status });
  }
}

/** "11 of 11 cases" */
function countCases({ cases }: Verdict): string {
  return `${cases.filter(({ ok }) => ok).length} of ${cases.length} cases`;
}

function passed(verdict: Verdict): string {
  const largest = Math.max(...verdict.cases.map(({ budget }) => budget));
  return `Passed: ${countCases(verdict)}, largest error ${percent(largest)} of the tolerance.`;
}

function notYet(verdict: Verdict, halves: ReadonlyMap<string, string>): string {
  const reason = verdict.mistake?.title ?? (verdict.fit && shortFitSentence(verdict.fit, halves));
  return `Not yet: ${countCases(verdict)} agree.${reason ? ` ${ended(reason)}` : ""}`;
}

function stoppedByError({ error, explanation }: Verdict): string {
  return `Not yet: the code ${raisedWords(error)}.${explanation ? ` ${ended(explanation.title)}` : ""}`;
}

function percent(share: number): string {
  return share < 0.01 ? "under 1 %" : `${Math.round(share * 100)} %`;
}

function ended(sentence: string): string {
  return /[.?]$/.test(sentence) ? sentence : `${sentence}.`;
}
