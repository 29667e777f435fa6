import { expect, it } from "vitest";
import { judge } from "./judge";
import { needsCpuRegrade } from "./needs-cpu-regrade";
import { planRun } from "./plan-run";
import type { LineStep } from "./testing/line-lesson";
import { lineLesson, lineOutcome, lineStep, RIGHT_STEP } from "./testing/line-lesson";

const plan = planRun(lineLesson, { drawSeed: 8 });
const off =
  (share: number): LineStep =>
  (line) =>
    RIGHT_STEP(line).map((value) => value * (1 + share));
const regrade = (step: LineStep, changes: Parameters<typeof lineOutcome>[2] = {}) =>
  needsCpuRegrade(judge(lineLesson, plan, lineOutcome(plan, step, changes), "typescript"));

it("asks for the CPU where float16 failed somebody, and only there", () => {
  expect(regrade(off(1e-3), { precision: "float16" })).toBe(true);
  expect(regrade(RIGHT_STEP, { precision: "float16" })).toBe(false);
  expect(regrade(off(1e-3), { precision: "float16", backend: "cpu" })).toBe(false);
});

it("asks for the CPU where an answer is only a little outside the tolerance", () => {
  expect(regrade(off(5e-5))).toBe(true);
  expect(regrade(off(5e-5), { backend: "cpu" })).toBe(false);
  expect(regrade(lineStep([1, 0]))).toBe(false);
});

it("asks nothing of runs that did not end", () => {
  expect(regrade(off(1e-3), { precision: "float16", status: "timeout" })).toBe(false);
});
