import { describe, expect, it } from "vitest";
import { judge } from "./judge";
import { planRun } from "./plan-run";
import type { LineStep } from "./testing/line-lesson";
import { lineLesson, lineOutcome, lineStep, RIGHT_STEP } from "./testing/line-lesson";

const plan = planRun(lineLesson, { drawSeed: 5 });
function mistakeOf(step: LineStep) {
  return judge(lineLesson, plan, lineOutcome(plan, step), "typescript").mistake;
}

describe("a wrong answer", () => {
  it("is named if a mistake's arithmetic agrees with every case", () => {
    expect(mistakeOf(lineStep([1, 0]))).toEqual({
      id: "slope-only",
      title: "The slope-only moved alone",
      message: "Why.",
      evidence: "All 11 cases agree with an update of the slope-only.",
      next: "Look at line.next().",
      where: null,
    });
    expect(mistakeOf(lineStep([0, 1]))?.id).toBe("height-only");
  });

  it("has no name if one case disagrees", () => {
    let calls = 0;
    const nearly: LineStep = (line) => lineStep(++calls === 4 ? [0, 1] : [1, 0])(line);
    expect(mistakeOf(nearly)).toBeNull();
  });

  it("is named by the moves that the fit found, where no mistake is listed for it", () => {
    const mistake = mistakeOf(lineStep([0.5, 1]));
    expect(mistake?.id).toBe("slope-only");
    expect(mistake?.evidence).toBe("All 11 cases agree with half a step of the slope.");
  });

  it("has no name if nothing known explains it", () => {
    expect(mistakeOf(lineStep([0.3, 1.7]))).toBeNull();
    expect(mistakeOf((line) => RIGHT_STEP(line).map((value) => value + 1e-3))).toBeNull();
  });

  it("keeps something between calls if equal inputs give different answers", () => {
    const seen = new Set<string>();
    const mistake = mistakeOf((line) => {
      const again = seen.has(JSON.stringify(line));
      seen.add(JSON.stringify(line));
      return again ? lineStep([2, 2])(line) : RIGHT_STEP(line);
    });
    expect(mistake?.id).toBe("state-kept");
    expect(mistake?.evidence).toMatch(
      /^Two calls with equal inputs in one run gave [\d.]+ and [\d.]+, then [\d.]+ and [\d.]+\.$/,
    );
  });

  it("is hard-coded if it does not depend on the inputs", () => {
    const mistake = mistakeOf(() => [1, 0.5]);
    expect(mistake?.id).toBe("hard-coded");
    expect(mistake?.evidence).toBe("11 of 11 cases returned 1 and 0.5.");
  });

  it("is hard-coded if the published cases alone are right", () => {
    const published = new Set(lineLesson.visible.map((inputs) => JSON.stringify(inputs)));
    const planned = plan.cases.values();
    const mistake = mistakeOf((line) => {
      const inputs = planned.next().value?.inputs;
      const right = RIGHT_STEP(line);
      return published.has(JSON.stringify(inputs)) ? right : [line.slope, line.height];
    });
    expect(mistake?.id).toBe("hard-coded");
    expect(mistake?.evidence).toBe("2 of 2 cases of the lesson are right, 0 of 8 fresh ones.");
  });
});

it("leaves a right answer alone", () => {
  expect(mistakeOf(RIGHT_STEP)).toBeNull();
});
