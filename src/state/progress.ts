/** How far a learner has come with each lesson, kept between visits until they ask to forget it. */
import * as v from "valibot";
import { LANGUAGES } from "../protocol/backend";
import type { Language } from "../protocol/backend";
import type { Verdict } from "../protocol/verdict";

export type StepsSeen = Verdict["steps"];

/** Of one lesson. */
export type Progress = {
  passed: boolean;
  hintsShown: number;
  /** Of the last run that was judged, by the language of its program. */
  stepsSeen: Readonly<Record<Language, StepsSeen>>;
};

export const NO_PROGRESS: Progress = {
  passed: false,
  hintsShown: 0,
  stepsSeen: { typescript: [], python: [] },
};

/** Whether there is anything to forget. */
export function hasProgress({ passed, hintsShown, stepsSeen }: Progress): boolean {
  return passed || hintsShown > 0 || LANGUAGES.some((language) => stepsSeen[language].length > 0);
}

const NAME = "progress";
const steps = v.pipe(
  v.array(v.object({ id: v.string(), seen: v.boolean(), line: v.nullable(v.number()) })),
  v.maxLength(100),
);
const schema = v.record(
  v.string(),
  v.object({
    passed: v.boolean(),
    hintsShown: v.pipe(v.number(), v.integer(), v.minValue(0)),
    stepsSeen: v.object({ typescript: steps, python: steps }),
  }),
);

/** By slug; what does not fit its schema counts as absent. */
export function readProgress(storage: Storage | null): Readonly<Record<string, Progress>> {
  try {
    const parsed = v.safeParse(schema, JSON.parse(storage?.getItem(NAME) ?? "null"));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}

export function writeProgress(
  storage: Storage | null,
  lessons: Readonly<Record<string, Progress>>,
): void {
  const kept = Object.entries(lessons)
    .filter(([, progress]) => hasProgress(progress))
    .map(([slug, { passed, hintsShown, stepsSeen }]) => [slug, { passed, hintsShown, stepsSeen }]);
  try {
    if (kept.length === 0) storage?.removeItem(NAME);
    else storage?.setItem(NAME, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // Denied or full: the progress holds for this visit.
  }
}
