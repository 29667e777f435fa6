import { LIMITS } from "../protocol/limits";

/** What the worker's calibration takes on the machine for which the deadline was chosen. */
const REFERENCE_CALIBRATION_MS = 12;

/** Milliseconds a run may take: as asked, or the default on a machine as slow as this one. */
export function deadlineFor(asked: number | undefined, calibrationMs: number): number {
  if (asked !== undefined) return asked;
  const scale = calibrationMs / REFERENCE_CALIBRATION_MS;
  const bounded = Math.min(Math.max(Number.isFinite(scale) ? scale : 1, 1), LIMITS.slowestScale);
  return LIMITS.deadlineMs * bounded;
}
