import { describe, expect, it } from "vitest";
import type { LoggedCall } from "../lib/logged-call";
import { judge } from "./judge";
import { planRun } from "./plan-run";
import type { LineStep } from "./testing/line-lesson";
import { lineLesson, lineOutcome, lineStep, RIGHT_STEP } from "./testing/line-lesson";

const plan = planRun(lineLesson, { drawSeed: 12 });
const verdictOf = (step: LineStep, calls: readonly LoggedCall[]) =>
  judge(lineLesson, plan, lineOutcome(plan, step, { calls }), "python");

/** What a program might claim that wants to be told it is right. */
const CLAIMS: readonly LoggedCall[] = [
  { name: "step", about: ["height-only"], line: 5 },
  { name: "pass", about: ["true"], line: null },
];

describe("what a program says it called", () => {
  it.each<[string, LineStep]>([
    ["right", RIGHT_STEP],
    ["wrong", lineStep([1, 0])],
    ["unnamed", lineStep([0.3, 1.7])],
    ["shapeless", () => [NaN, 1]],
  ])("changes steps and lines of a %s answer, and nothing else", (_, step) => {
    const { steps, ...claimed } = verdictOf(step, CLAIMS);
    const { steps: bare, ...honest } = verdictOf(step, []);
    expect(claimed).toEqual(honest);
    expect(steps.map(({ id }) => id)).toEqual(bare.map(({ id }) => id));
    expect(steps[1]).toEqual({ id: "stepped", seen: true, line: 5 });
  });

  it("points at a line only where it agrees with the numbers", () => {
    const calls = [{ name: "step", about: ["slope-only"], line: 7 }];
    expect(verdictOf(lineStep([1, 0]), calls).mistake?.where).toEqual({
      line: 7,
      text: "Line 7 moves the slope-only.",
    });
    expect(verdictOf(lineStep([0, 1]), calls).mistake?.where).toBeNull();
    expect(verdictOf(RIGHT_STEP, calls).mistake).toBeNull();
  });

  it("is not needed: the numbers prove every step of a right answer", () => {
    expect(verdictOf(RIGHT_STEP, []).steps.every(({ seen }) => seen)).toBe(true);
    expect(verdictOf(lineStep([1, 0]), []).steps.map(({ seen }) => seen)).toEqual([true, false]);
  });
});
