import { describe, expect, it } from "vitest";
import { judge } from "./judge";
import { planRun } from "./plan-run";
import type { LineStep } from "./testing/line-lesson";
import { lineLesson, lineMoved, lineOutcome, lineStep, readLine } from "./testing/line-lesson";

const plan = planRun(lineLesson, { drawSeed: 8 });
const verdictOf = (step: LineStep) =>
  judge(lineLesson, plan, lineOutcome(plan, step), "typescript");

/** The miss by itself, for one line through the points of a case. */
function miss(caseIndex: number, moves: readonly [number, number]): number {
  const line = readLine(plan.cases[caseIndex]?.inputs ?? []);
  const { slope, height } = lineMoved(line, moves);
  const squares = line.at.map((x, i) => (slope * x + height - (line.points[i] ?? NaN)) ** 2);
  return squares.reduce((a, b) => a + b, 0) / squares.length;
}

describe("the four corners", () => {
  it.each([
    ["first", [1, 0]],
    ["second", [0, 1]],
    ["neither", [0, 0]],
  ] as const)("are there where the answer is the one with %s moved", (same, moves) => {
    const { corners, cases } = verdictOf(lineStep(moves));
    const index = cases.findIndex(({ ok }) => !ok);
    expect(corners).toMatchObject({ case: cases[index]?.id, halves: ["tilt", "lift"], same });
    expect(corners?.neither).toBeCloseTo(miss(index, [0, 0]), 12);
    expect(corners?.first).toBeCloseTo(miss(index, [1, 0]), 12);
    expect(corners?.second).toBeCloseTo(miss(index, [0, 1]), 12);
    expect(corners?.both).toBeCloseTo(miss(index, [1, 1]), 12);
  });

  it("are there for the first case of a right answer, which is the one with both moved", () => {
    const { status, corners, cases } = verdictOf(lineStep([1, 1]));
    expect(status).toBe("pass");
    expect(corners).toMatchObject({ case: cases[0]?.id, same: "both" });
    expect(corners?.first).toBeCloseTo(miss(0, [1, 0]), 12);
    expect(corners?.second).toBeCloseTo(miss(0, [0, 1]), 12);
    expect(corners?.got).toBeCloseTo(miss(0, [1, 1]), 6);
  });

  it("are left out where they explain nothing", () => {
    expect(verdictOf(lineStep([-1, -1])).corners).toBeNull();
    expect(verdictOf(() => [1, 2]).corners).toBeNull();
  });
});

describe("a case worked by hand", () => {
  it("stands where a wrong answer has no name, and there alone", () => {
    const verdict = verdictOf(lineStep([0.3, 1.7]));
    expect(verdict.mistake).toBeNull();
    expect(verdict.worked?.case).toBe(verdict.cases.find(({ ok }) => !ok)?.id);
    expect(verdict.worked?.parts.map(({ title }) => title)).toEqual(["The line"]);
    expect(verdictOf(lineStep([1, 0])).worked).toBeNull();
    expect(verdictOf(lineStep([1, 1])).worked).toBeNull();
  });
});
