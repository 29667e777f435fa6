import { Suspense, useMemo } from "react";
import type { VerdictCase, Verdict } from "../../protocol/verdict";
import type { StepGuess } from "../../state/step-guess";
import type { MovedLosses } from "../../state/moved-losses";
import { ErrorBoundary } from "../../ui/ErrorBoundary";
import { loadedLater } from "../../ui/loaded-later";
import { CornerTable } from "./CornerTable";
import { cornerSentence } from "./corner-sentence";
import { loadCornerPlane } from "./load-corner-plane";

const CornerPlane = loadedLater(loadCornerPlane);

export type StepPictureProps = {
  verdict: Verdict;
  halves: ReadonlyMap<string, string>;
  /** The losses of a case over the moves of both halves; null where a lesson has no two halves. */
  lossesOf: (one: VerdictCase) => MovedLosses | null;
  /** Where the learner expected the step to go. */
  guess?: StepGuess | null;
};

/** What the update bought in one case: the case's step plane with the update on it, and what it says of the corners. */
export function StepPicture({ verdict, halves, lossesOf, guess }: StepPictureProps) {
  const { fit, corners, cases } = verdict;
  const one =
    cases.find(({ id }) => id === corners?.case) ?? cases.find(({ ok }) => !ok) ?? cases[0];
  const losses = useMemo(() => (one ? lossesOf(one) : null), [one, lossesOf]);
  if (!one || (!corners && (!losses || !fit || fit.leaves.length === 0))) return null;
  const number = 1 + cases.indexOf(one);
  const sentence = corners
    ? cornerSentence(corners, number)
    : `Where your step went in case ${number}: how far each half moved, and the loss there.`;
  const moves = fit?.leaves.map(({ leaf, factor, unit }) => ({
    half: halves.get(leaf) ?? "",
    factor,
    unit,
  }));
  return (
    <figure className="corners">
      <figcaption>{sentence}</figcaption>
      {losses && moves && (
        <div className="corners-plane">
          <ErrorBoundary what="The plane" resetKey={one.id}>
            <Suspense fallback={null}>
              <CornerPlane {...losses} run={{ moves }} guess={guess} label={sentence} />
            </Suspense>
          </ErrorBoundary>
        </div>
      )}
      {corners && <CornerTable corners={corners} />}
    </figure>
  );
}
