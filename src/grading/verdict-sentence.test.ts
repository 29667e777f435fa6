import { describe, expect, it } from "vitest";
import type { Verdict } from "../protocol/verdict";
import { VERDICT_STATUSES } from "../protocol/verdict";
import { verdictSentence } from "./verdict-sentence";

const HALVES = new Map([
  ["A kernel", "A"],
  ["A bias", "A"],
  ["B kernel", "B"],
  ["B bias", "B"],
]);

function verdict(change: Partial<Verdict>): Verdict {
  return {
    status: "wrong",
    lesson: "l",
    language: "typescript",
    backend: "webgl",
    precision: "float32",
    drawSeed: 1,
    cases: [],
    mistake: null,
    fit: null,
    corners: null,
    worked: null,
    laws: [],
    steps: [],
    error: null,
    explanation: null,
    console: [],
    ms: { boot: 0, run: 10_000 },
    ...change,
  };
}

function cases(budgets: readonly number[]): Verdict["cases"] {
  return budgets.map((budget, i) => ({
    id: `case-${i}`,
    visible: false,
    inputs: [],
    got: [1],
    expected: [1],
    ok: budget <= 1,
    budget,
  }));
}

function fit(factors: readonly number[]): Verdict["fit"] {
  return {
    leaves: factors.map((factor, i) => ({
      leaf: [...HALVES.keys()][i] ?? "",
      factor,
      unit: "step",
    })),
    residual: 1e-6,
  };
}

const text = (change: Partial<Verdict>) => verdictSentence(verdict(change), HALVES).text;

describe("the sentence that comes first", () => {
  it("counts the cases of a pass and names its largest error", () => {
    expect(text({ status: "pass", cases: cases([0.01, 0.03]) })).toBe(
      "Passed: 2 of 2 cases, largest error 3 % of the tolerance.",
    );
    expect(text({ status: "pass", cases: cases([0.001]) })).toContain("under 1 %");
  });

  it("names the half that stood still", () => {
    expect(text({ cases: cases([9, 0.1]), fit: fit([1, 1, 0, 0.003]) })).toBe(
      "Not yet: 1 of 2 cases agree. The B half did not move.",
    );
  });

  it("says when nothing moved, and when one parameter moved too far", () => {
    expect(text({ cases: cases([9]), fit: fit([0, 0, 0, 0]) })).toContain("No parameter moved.");
    expect(text({ cases: cases([9]), fit: fit([1, 1, 2, 1]) })).toContain(
      "B kernel moved 2.00 × the right step.",
    );
  });

  it("prefers the name of the mistake where there is one", () => {
    const title = "One number came back";
    const mistake = { id: "m", title, message: "", evidence: "", next: "", where: null };
    expect(text({ cases: cases([9]), fit: fit([0, 0, 0, 0]), mistake })).toBe(
      "Not yet: 0 of 1 cases agree. One number came back.",
    );
  });

  it("says where an error was raised", () => {
    const error = { type: "ValueError", message: "long text", line: 8, explain: null };
    expect(text({ status: "error", error })).toBe("Not yet: the code raised ValueError in line 8.");
  });

  it("gives the time and the last line of a run that was stopped", () => {
    const lines = [{ level: "log" as const, text: "step 4812\n" }];
    expect(text({ status: "timeout", console: lines })).toBe(
      "Stopped after 10.0 s. The last line printed was “step 4812”. Your code is saved.",
    );
  });

  it.each(VERDICT_STATUSES)("has one plain sentence for %s", (status) => {
    const sentence = text({ status, cases: cases([0.1]) });
    expect(sentence.length).toBeGreaterThan(5);
    expect(sentence).not.toMatch(/!|undefined|null|NaN/);
  });
});
