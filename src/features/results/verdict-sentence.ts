import { assertNever } from "../../lib/assert-never";
import type { ConsoleLine, Verdict } from "../../protocol/verdict";
import { milliseconds } from "../../ui/words";
import { fitSentence } from "./fit-words";

export type Tone = "pass" | "not-yet" | "neutral";
export type Headline = { tone: Tone; text: string };

/** The one sentence that comes first, and that the live region speaks. */
export function verdictSentence(verdict: Verdict, halves: ReadonlyMap<string, string>): Headline {
  switch (verdict.status) {
    case "pass":
      return { tone: "pass", text: passed(verdict) };
    case "wrong":
      return { tone: "not-yet", text: notYet(verdict, halves) };
    case "error":
      return { tone: "not-yet", text: stoppedByError(verdict) };
    case "timeout":
      return {
        tone: "not-yet",
        text: `Stopped after ${milliseconds(verdict.ms.run)}.${lastPrinted(verdict.console)} Your code is saved.`,
      };
    case "died":
      return {
        tone: "not-yet",
        text: "The run ended without an answer: out of memory, or the code closed its own worker. The next run starts fresh.",
      };
    case "too-large":
      return {
        tone: "not-yet",
        text: "The code sent more than a run may return, so it was stopped. Print or return less.",
      };
    case "cancelled":
      return {
        tone: "neutral",
        text: `Stopped.${lastPrinted(verdict.console)} Your code is saved.`,
      };
    case "gpu-lost":
      return {
        tone: "neutral",
        text: "The graphics device was lost during the run, so nothing was judged. Run again.",
      };
    case "unavailable":
      return {
        tone: "neutral",
        text: "The code could not be run here, so nothing was judged. Reading and editing still work.",
      };
    default:
      return assertNever(verdict.status);
  }
}

/** "11 of 11 cases" */
export function countCases(verdict: Verdict): string {
  const right = verdict.cases.filter(({ ok }) => ok).length;
  return `${right} of ${verdict.cases.length} cases`;
}

function passed(verdict: Verdict): string {
  const largest = Math.max(...verdict.cases.map(({ budget }) => budget));
  return `Passed: ${countCases(verdict)}, largest error ${percent(largest)} of the tolerance.`;
}

function notYet(verdict: Verdict, halves: ReadonlyMap<string, string>): string {
  const reason = verdict.mistake?.title ?? fitSentence(verdict.fit, halves);
  return `Not yet: ${countCases(verdict)} agree.${reason ? ` ${ended(reason)}` : ""}`;
}

function stoppedByError({ error, explanation }: Verdict): string {
  if (!error) return "Not yet: the code raised an error.";
  const where = error.line === null ? "" : ` in line ${error.line}`;
  return `Not yet: the code raised ${error.type}${where}.${explanation ? ` ${ended(explanation.title)}` : ""}`;
}

function lastPrinted(lines: readonly ConsoleLine[]): string {
  const last = lines.at(-1)?.text.trim();
  return last ? ` The last line printed was “${last.slice(0, 80)}”.` : " Nothing was printed.";
}

function percent(share: number): string {
  return share < 0.01 ? "under 1 %" : `${Math.round(share * 100)} %`;
}

function ended(sentence: string): string {
  return /[.?]$/.test(sentence) ? sentence : `${sentence}.`;
}
