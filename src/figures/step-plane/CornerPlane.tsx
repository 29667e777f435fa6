import { useMemo } from "react";
import { cornerLosses, planeOf } from "./plane";
import type { Moves } from "./plane";
import { layoutPlane } from "./plane-layout";
import { PlaneDrawing } from "./PlaneDrawing";
import { GuessMark } from "./PlaneMarks";
import { runPlace } from "./run-place";
import type { FoundUpdate } from "./run-place";

export type CornerPlaneProps = {
  halves: readonly [first: string, second: string];
  /** The right step in units of the bare gradient. */
  stepSize: number;
  /** The loss with the halves moved by these multiples of the right step. */
  at: (first: number, second: number) => number;
  run: FoundUpdate;
  /** Where the learner expected it to go. */
  guess?: Moves | null;
  /** What it shows, in a sentence. */
  label: string;
};

const WIDTH = 300;

/** One case's step plane, small and still, with the learner's update on it. */
export function CornerPlane({ halves, stepSize, at, run, guess = null, label }: CornerPlaneProps) {
  const plane = useMemo(() => planeOf(({ across, up }) => at(across, up)), [at]);
  const losses = useMemo(() => cornerLosses(plane), [plane]);
  return (
    <PlaneDrawing
      plane={plane}
      losses={losses}
      halves={halves}
      layout={LAYOUT}
      label={label}
      run={runPlace(run, halves, stepSize)}
      runLabel="yours"
    >
      {guess && <GuessMark at={guess} layout={LAYOUT} />}
    </PlaneDrawing>
  );
}

const LAYOUT = layoutPlane(WIDTH, false);
