import { describe, expect, it } from "vitest";
import type { CaseOutcome, RunOutcome } from "../protocol/run";
import { judge, withLaws } from "./judge";
import { planRun } from "./plan-run";
import type { LineStep } from "./testing/line-lesson";
import {
  answered,
  lineLesson,
  lineOutcome,
  lineStep,
  outcomeOf,
  RIGHT_STEP,
} from "./testing/line-lesson";

const plan = planRun(lineLesson, { drawSeed: 3 });
const verdictOf = (outcome: RunOutcome) =>
  withLaws(lineLesson, plan, judge(lineLesson, plan, outcome, "typescript"), {
    graded: outcome,
    laws: null,
  });
const rightCases = lineOutcome(plan, RIGHT_STEP).cases;
const gradedCount = plan.cases.filter(({ role }) => role !== "law").length;
const raised = { type: "TypeError", message: "no", line: 3, explain: null };

/** Whether JSON can say all of it, as the grade command does; it has no NaN and nothing undefined. */
function isJson(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "object" && value !== null) return Object.values(value).every(isJson);
  return value === null || typeof value === "string" || typeof value === "boolean";
}

/** The right answers with one case replaced. */
function withCase(index: number, change: (right: CaseOutcome) => Partial<CaseOutcome>): RunOutcome {
  return outcomeOf(rightCases.map((c, i) => (i === index ? { ...c, ...change(c) } : c)));
}

describe("a right run", () => {
  it("passes with every law holding and all leaves at one right step", () => {
    const verdict = verdictOf(outcomeOf(rightCases));
    expect(verdict.status).toBe("pass");
    expect(verdict.cases).toHaveLength(gradedCount);
    expect(verdict.cases.every(({ ok, budget }) => ok && budget < 0.1)).toBe(true);
    expect(verdict.cases.map(({ visible }) => visible).slice(0, 3)).toEqual([true, true, false]);
    expect(verdict.laws.filter(({ holds }) => !holds)).toEqual([]);
    expect(verdict.laws).toHaveLength(7);
    expect(verdict.fit?.leaves.map(({ factor }) => factor)).toEqual([1, 1]);
    expect(verdict.mistake).toBeNull();
    expect(isJson(verdict)).toBe(true);
  });

  it("passes whatever the laws' own cases gave", () => {
    const cases = rightCases.map((c, i) =>
      i < gradedCount ? c : { ...c, values: null, shape: null, error: raised },
    );
    const verdict = verdictOf(outcomeOf(cases, { status: "error", error: raised }));
    expect(verdict.status).toBe("pass");
    expect(verdict.error).toBeNull();
    const single = verdict.laws.find(({ id }) => id === "one-point");
    expect(single?.holds).toBe(false);
    expect(single?.evidence).toBe(
      "With slope = 1, height = 1, at of shape (1), points of shape (1), rate = 0.10000000149011612, the code raised TypeError: no",
    );
  });

  it("takes a list of numbers, which has the shape of an array", () => {
    expect(verdictOf(outcomeOf(rightCases.map((c) => ({ ...c, shape: [2] })))).status).toBe("pass");
  });
});

const WRONG: [string, LineStep][] = [
  ["one half", lineStep([1, 0])],
  ["no half", lineStep([0, 0])],
  ["uphill", lineStep([-1, -1])],
  ["twice as far", lineStep([2, 2])],
  ["swapped", (line) => [...RIGHT_STEP(line)].reverse()],
  ["zeros", () => [0, 0]],
  ["minus zeros", () => [-0, -0]],
  ["negated", (line) => RIGHT_STEP(line).map((value) => -value)],
  ["a little off", (line) => RIGHT_STEP(line).map((value) => value * (1 + 1e-4))],
];

it.each(WRONG)("is wrong with %s", (_, step) => {
  const verdict = verdictOf(lineOutcome(plan, step));
  expect(verdict.status).toBe("wrong");
  expect(isJson(verdict)).toBe(true);
});

const MISSHAPEN: [string, Partial<CaseOutcome>, RegExp][] = [
  ["nothing", { values: null, shape: null, problem: "undefined" }, /returned undefined/],
  ["a string", { values: null, shape: null, problem: "a string" }, /returned a string/],
  ["no problem named", { values: null, shape: null, problem: null }, /returned no numbers/],
  ["a scalar", { values: [1], shape: [] }, /returned a scalar/],
  ["one number", { values: [1], shape: [1] }, /returned one number/],
  ["three numbers", { values: [1, 2, 3], shape: [3] }, /returned 3 numbers/],
  ["a column", { values: [1, 2], shape: [2, 1] }, /returned an array of shape \(2, 1\)/],
  ["NaN", { values: [NaN, 1] }, /the numbers NaN and 1/],
  ["two NaN", { values: [NaN, NaN] }, /the numbers NaN and NaN/],
  ["Infinity", { values: [1, Infinity] }, /the numbers 1 and Infinity/],
  ["an empty list", { values: [], shape: [0] }, /returned 0 numbers/],
];

describe.each(MISSHAPEN)("a case that gives %s", (_, change, evidence) => {
  it.each([0, 4, gradedCount - 1])("at place %i is wrong-shape", (place) => {
    const verdict = verdictOf(withCase(place, () => change));
    expect(verdict.status).toBe("wrong");
    expect(verdict.mistake?.id).toBe("wrong-shape");
    expect(verdict.mistake?.evidence).toMatch(evidence);
    expect(verdict.cases[place]).toMatchObject({ got: null, ok: false });
    expect(isJson(verdict)).toBe(true);
  });
});

describe("an outcome that is not of this plan", () => {
  const reversed = [...rightCases].reverse();
  const doubled = rightCases.map((c, i) => (i === 1 ? (rightCases[0] ?? c) : c));
  const extra = [...rightCases, answered({ id: "case-99" }, [1, 1])];
  const renamed = rightCases.map((c) => ({ ...c, id: `${c.id}x` }));
  it.each([
    ["missing cases", rightCases.slice(0, gradedCount - 1)],
    ["no cases", []],
    ["out of order", reversed],
    ["one twice", doubled],
    ["extra cases", extra],
    ["other ids", renamed],
    ["the first left out", rightCases.slice(1)],
  ])("is never a pass: %s", (_, cases) => {
    const verdict = verdictOf(outcomeOf(cases));
    expect(verdict.status).toBe("died");
    expect(verdict.error?.type).toBe("RunError");
    expect(isJson(verdict)).toBe(true);
  });
});

describe("statuses", () => {
  it("shows the first case that raised, though the others are right", () => {
    const cases = rightCases.map((c, i) =>
      i === 3 || i === 5
        ? { ...c, values: null, shape: null, error: { ...raised, message: `case ${i}` } }
        : c,
    );
    const verdict = verdictOf(outcomeOf(cases, { status: "error", error: raised }));
    expect(verdict.status).toBe("error");
    expect(verdict.error?.message).toBe("case 3");
    expect(verdict.mistake).toBeNull();
    expect(verdict.laws).toEqual([]);
    expect(verdict.fit).toBeNull();
  });

  it("is an error even if the run claims to be done", () => {
    expect(verdictOf(withCase(2, () => ({ error: raised }))).status).toBe("error");
  });

  it("prefers an error over a wrong shape", () => {
    const cases = rightCases.map((c, i) =>
      i === 0 ? { ...c, values: null, problem: "null" } : i === 1 ? { ...c, error: raised } : c,
    );
    expect(verdictOf(outcomeOf(cases)).status).toBe("error");
  });

  it("shows an error outside of any case, such as a missing function", () => {
    const verdict = verdictOf(outcomeOf([], { status: "error", error: raised }));
    expect(verdict).toMatchObject({ status: "error", error: raised });
  });

  it("is the error of a case that raised before the time was up", () => {
    const [first, ...rest] = rightCases;
    if (!first) throw new Error("no case");
    const failing = { ...first, values: null, shape: null, error: raised };
    const cut = outcomeOf([failing, ...rest.slice(0, 1)], { status: "timeout" });
    expect(verdictOf(cut)).toMatchObject({ status: "error", error: raised });
  });

  it.each(["timeout", "died", "too-large", "cancelled", "gpu-lost", "unavailable"] as const)(
    "%s stays, even with every answer right",
    (status) => {
      const verdict = verdictOf(outcomeOf(rightCases, { status, error: raised }));
      expect(verdict).toMatchObject({ status, error: raised, mistake: null, fit: null, laws: [] });
      expect(isJson(verdict)).toBe(true);
    },
  );
});
