import { describe, expect, it } from "vitest";
import type { RunOutcome } from "../../protocol/run";
import { judge, withLaws } from "../judge";
import { planRun } from "../plan-run";
import type { RunPlan } from "../plan-run";
import type { LineStep } from "../testing/line-lesson";
import {
  answered,
  lineLesson,
  lineMoved,
  lineOutcome,
  lineStep,
  outcomeOf,
  readLine,
  RIGHT_STEP,
} from "../testing/line-lesson";

const DRAWS = Array.from({ length: 20 }, (_, i) => i);

/** The laws of a run whose calls, those of the laws among them, gave this outcome. */
function judgedLaws(plan: RunPlan, outcome: RunOutcome) {
  const verdict = judge(lineLesson, plan, outcome, "typescript");
  return withLaws(lineLesson, plan, verdict, { graded: outcome, laws: null }).laws;
}

function lawsOf(drawSeed: number, step: LineStep) {
  const plan = planRun(lineLesson, { drawSeed });
  const laws = judgedLaws(plan, lineOutcome(plan, step));
  return Object.fromEntries(laws.map(({ id, holds, evidence }) => [id, { holds, evidence }]));
}

it("all hold for the right step over 20 draws", () => {
  for (const seed of DRAWS) {
    for (const [id, { holds, evidence }] of Object.entries(lawsOf(seed, RIGHT_STEP))) {
      expect(holds, `${id} at draw ${seed}: ${evidence}`).toBe(true);
      expect(evidence).not.toMatch(/NaN|undefined|Infinity/);
    }
  }
});

describe.each<[string, LineStep]>([
  ["no-step-changes-nothing", lineStep([1, 1], (rate) => rate + 0.01)],
  ["no-step-changes-nothing", lineStep([1, 1], () => 0.05)],
  ["twice-the-step-moves-twice-as-far", lineStep([1, 1], () => 0.05)],
  ["twice-the-step-moves-twice-as-far", lineStep([1, 1], (rate) => rate * rate)],
  ["twice-the-step-moves-twice-as-far", lineStep([1, 1], Math.sqrt)],
  ["twice-the-step-moves-twice-as-far", lineStep([0, 0])],
  ["the-loss-falls", lineStep([-1, -1])],
  ["the-loss-falls", lineStep([0, 0])],
  ["both-halves-move-at-once", lineStep([1, 0])],
  ["both-halves-move-at-once", lineStep([0, 1])],
  ["rows-may-be-permuted", (line) => lineStep([line.at[0] ?? 0, 1])(line)],
  ["one-point", (line) => (line.at.length === 1 ? [1, 1] : RIGHT_STEP(line))],
])("%s", (id, step) => {
  it("is seen to break over 20 draws", () => {
    for (const seed of DRAWS) expect(lawsOf(seed, step)[id]?.holds, `draw ${seed}`).toBe(false);
  });
});

it("shows the smallest call that breaks a law", () => {
  const plan = planRun(lineLesson, { drawSeed: 4 });
  const laws = judgedLaws(plan, lineOutcome(plan, lineStep([-1, -1])));
  const falls = laws.find(({ id }) => id === "the-loss-falls");
  // Of a visible case with two points and drawn ones with three.
  expect(falls?.breaking?.find(({ name }) => name === "at")?.shape).toEqual([2]);
  expect(laws.find(({ id }) => id === "no-step-changes-nothing")?.breaking).toBeNull();
});

it("reads moves from the losses alone: one point, then the next, is not at once", () => {
  const inTurn: LineStep = (line) => {
    const [before = NaN] = RIGHT_STEP(line);
    const half = lineMoved(line, [1, 0]);
    return [before, lineStep([0, 1])({ ...line, ...half })[1] ?? NaN];
  };
  const law = lawsOf(4, inTurn)["both-halves-move-at-once"];
  expect(law?.holds).toBe(false);
  expect(law?.evidence).toMatch(/one point/);
});

it("sees an answer that changes from call to call", () => {
  const plan = planRun(lineLesson, { drawSeed: 4 });
  const drifting = plan.cases.map((planned, i) =>
    answered(
      planned,
      RIGHT_STEP(readLine(planned.inputs)).map((value) => value + 0.01 * i),
    ),
  );
  const laws = judgedLaws(plan, outcomeOf(drifting));
  expect(laws.find(({ id }) => id === "equal-inputs-equal-answer")?.holds).toBe(false);
});

it("holds for half a step: laws inform and do not decide", () => {
  expect(lawsOf(1, lineStep([0.5, 0]))).toMatchObject({
    "twice-the-step-moves-twice-as-far": { holds: true },
    "no-step-changes-nothing": { holds: true },
  });
});
