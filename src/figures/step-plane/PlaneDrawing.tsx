import type { ReactNode } from "react";
import type { LossPlane } from "../../figure-models/step-plane-model";
import type { CornerLosses, Moves } from "./plane";
import type { PlaneLayout } from "./plane-layout";
import { CornerMarks, RunMark } from "./PlaneMarks";
import { PlaneSlices } from "./PlaneSlices";
import { PlaneSurface } from "./PlaneSurface";
import type { RunPlace } from "./run-place";
import "./plane-drawing.css";

export type PlaneDrawingProps = {
  plane: LossPlane;
  losses: CornerLosses;
  halves: readonly [first: string, second: string];
  layout: PlaneLayout;
  /** All of it in a sentence or two. */
  label: string;
  /** The place whose slices are drawn. */
  at?: Moves | null;
  /** A learner's run. */
  run?: RunPlace | null;
  runLabel?: string;
  /** On top of it. */
  children?: ReactNode;
};

/** The plane as one drawing. */
export function PlaneDrawing(props: PlaneDrawingProps) {
  const { plane, losses, halves, layout, label, at = null, run = null, children } = props;
  const { runLabel = "your last run" } = props;
  const { width, height } = layout;
  return (
    <svg
      data-export
      className="plane-drawing"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <PlaneSurface plane={plane} start={losses.neither} halves={halves} layout={layout} />
      {at && <PlaneSlices plane={plane} start={losses.neither} at={at} layout={layout} />}
      <CornerMarks losses={losses} halves={halves} layout={layout} />
      {run && <RunMark run={run} layout={layout} label={runLabel} />}
      {children}
    </svg>
  );
}

/** Around the place that a hand moves. */
export function PlaceRing() {
  return <circle className="plane-place-ring" r="10" />;
}
