import type { Verdict } from "../protocol/verdict";

/** In tolerances: an error up to here may be the device's arithmetic rather than the learner's. */
const NEAR_THE_LIMIT = 10;

/**
 * Whether nobody should be failed before the same run was graded on the CPU backend: the device
 * computed in float16, or every wrong case is only a little outside the tolerance.
 */
export function needsCpuRegrade(verdict: Verdict): boolean {
  if (verdict.status !== "wrong" || verdict.backend === "cpu") return false;
  if (verdict.precision === "float16") return true;
  return verdict.cases.every(({ ok, budget }) => ok || budget <= NEAR_THE_LIMIT);
}
