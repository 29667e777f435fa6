import { expect, it } from "vitest";
import { judge } from "./judge";
import { planRun } from "./plan-run";
import { lineLesson, lineOutcome, RIGHT_STEP } from "./testing/line-lesson";

const plan = planRun(lineLesson, { drawSeed: 3 });
function explain(type: string, message: string): string | null | undefined {
  const outcome = lineOutcome(plan, RIGHT_STEP);
  const error = { type, message, line: 2, explain: null };
  const cases = outcome.cases.map((one, i) => (i === 0 ? { ...one, values: null, error } : one));
  return judge(lineLesson, plan, { ...outcome, status: "error", cases }, "typescript").error
    ?.explain;
}

it("explains an error by the first card that fits its type or text", () => {
  expect(explain("LineError", "no")).toBe("no-line");
  expect(explain("TypeError", "the rate is missing")).toBe("no-rate");
  expect(explain("LineError", "the rate")).toBe("no-line");
});

it("leaves other errors without an explanation", () => {
  expect(explain("TypeError", "something else")).toBeNull();
});
