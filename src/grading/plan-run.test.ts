import { describe, expect, it } from "vitest";
import { gradeRequest, lawRequest } from "./grade-request";
import { drawFaults } from "./draw-faults";
import { gradedCases, planRun } from "./plan-run";
import { lineLesson } from "./testing/line-lesson";

describe("planning a run", () => {
  it("is fixed by the seed", () => {
    expect(planRun(lineLesson, { drawSeed: 5 })).toEqual(planRun(lineLesson, { drawSeed: 5 }));
    expect(planRun(lineLesson, { drawSeed: 5 })).not.toEqual(planRun(lineLesson, { drawSeed: 6 }));
  });

  it("has visible cases, then fresh ones and the last of these again, then those of laws", () => {
    const { cases } = planRun(lineLesson, { drawSeed: 1 });
    const roles = cases.map(({ role }) => role);
    expect(roles).toEqual([...roles].sort((a, b) => order(a) - order(b)));
    expect(roles.filter((role) => role === "fresh")).toHaveLength(8);
    const again = cases.filter(({ role }) => role === "repeat");
    expect(again.map(({ inputs }) => inputs)).toEqual([
      cases.findLast(({ role }) => role === "fresh")?.inputs,
    ]);
    expect(cases.map(({ id }) => id)).toEqual(cases.map((_, i) => `case-${i + 1}`));
    expect(cases.filter(({ law }) => law === "twice-the-step-moves-twice-as-far")).toHaveLength(2);
  });

  it("redraws until every wrong step misses clearly", () => {
    let draws = 0;
    const dull = {
      ...lineLesson,
      draw: (random: Parameters<typeof lineLesson.draw>[0]) => {
        draws++;
        // Points at 0 do not show a slope that stays.
        const fresh = lineLesson.draw(random);
        return draws < 4 ? fresh.map((c) => c.map(zeroAt)) : fresh;
      },
    };
    const plan = planRun(dull, { drawSeed: 2 });
    expect(draws).toBe(4);
    const fresh = plan.cases.filter(({ role }) => role === "fresh");
    const inputs = fresh.map((each) => each.inputs);
    expect([...drawFaults(lineLesson, inputs)]).toEqual([]);
  });

  it("draws again until no two mistakes look alike", () => {
    const [first, second] = lineLesson.mistakes;
    const twin = { ...second, id: "twin", readings: first.readings };
    const alike = { ...lineLesson, mistakes: [first, twin] };
    expect(() => planRun(alike, { drawSeed: 1 })).toThrow(/slope-only looks like slope-only/);
  });

  it("says so if a wrong step cannot be told from the right one", () => {
    const [mistake] = lineLesson.mistakes;
    const readings = mistake.readings.map((one) => ({ ...one, run: lineLesson.reference }));
    const unseen = { ...lineLesson, mistakes: [{ ...mistake, readings }] };
    expect(() => planRun(unseen, { drawSeed: 1 })).toThrow(
      /line-step: 1000 draws.*slope-only looks right/,
    );
  });
});

it("sends inputs and nothing else", () => {
  const plan = planRun(lineLesson, { drawSeed: 1 });
  const request = gradeRequest(lineLesson, plan, "source", "typescript");
  expect(request.entry).toBe("line_step");
  const laws = lawRequest(lineLesson, plan, "source", "typescript");
  expect(request.cases.map(({ id }) => id)).toEqual(gradedCases(plan).map(({ id }) => id));
  expect([...request.cases, ...laws.cases].map(({ id }) => id)).toEqual(
    plan.cases.map(({ id }) => id),
  );
  for (const sent of [...request.cases, ...laws.cases])
    expect(Object.keys(sent).sort()).toEqual(["id", "inputs"]);
});

function order(role: string): number {
  return ["visible", "fresh", "repeat", "law"].indexOf(role);
}

function zeroAt<T extends { name: string; data: readonly number[] }>(input: T): T {
  return input.name === "at" ? { ...input, data: input.data.map(() => 0) } : input;
}
