import { useEffect, useMemo, useState } from "react";
import type { CurveToBugModel } from "../../../figure-models/curve-to-bug-model";
import { drawingRound, drawRound } from "./draw-round";
import type { Round } from "./draw-round";

/** Short enough for a frame that has something else to do. */
const SLICE_MS = 6;

/** The round of a number. It is drawn between frames; until it is there, the one before stays. */
export function useRound(model: CurveToBugModel, number: number, first: number): Round {
  const opening = useMemo(() => drawRound(model, first), [model, first]);
  const [round, setRound] = useState(opening);
  useEffect(() => {
    const drawing = drawingRound(model, number);
    let frame = 0;
    const slice = () => {
      const until = performance.now() + SLICE_MS;
      do {
        const { done, value } = drawing.next();
        if (done) return setRound(value);
      } while (performance.now() < until);
      frame = requestAnimationFrame(slice);
    };
    frame = requestAnimationFrame(slice);
    return () => cancelAnimationFrame(frame);
  }, [model, number]);
  return round;
}
