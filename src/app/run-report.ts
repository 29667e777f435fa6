/** A graded run as data, with the sentences that the page says of it. */
import { cornerSentence } from "../features/results/corner-sentence";
import type { Verdict } from "../protocol/verdict";
import type { Graded } from "../state/grader";

type Step = { id: string; text: string };

export type RunReport = Omit<Verdict, "steps"> & {
  /** The first sentence of the results. */
  headline: string;
  steps: (Verdict["steps"][number] & { text: string })[];
  /** How far each parameter moved, in words; null where the numbers do not tell. */
  fitText: string | null;
  /** What each half's step buys, in words; null without corners. */
  cornersText: string | null;
  /** What the hint button offers after two runs that failed; null where nothing was found. */
  hint: Graded["hint"];
  notes: readonly string[];
};

/** All that the page shows of a run. `steps` are the lesson's, in the words of the run's language. */
export function runReport(graded: Graded, steps: readonly Step[]): RunReport {
  const { verdict, fitText, hint, notes } = graded;
  const { status, lesson, corners, cases, ...rest } = verdict;
  return {
    status,
    lesson,
    headline: graded.headline.text,
    ...rest,
    cases,
    corners,
    steps: verdict.steps.map((step) => ({
      ...step,
      text: steps.find(({ id }) => id === step.id)?.text ?? "",
    })),
    fitText,
    cornersText:
      corners && cornerSentence(corners, 1 + cases.findIndex(({ id }) => id === corners.case)),
    hint,
    notes,
  };
}
