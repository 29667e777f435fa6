import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { FREEZE_TRAINING } from "../../../lessons/mixed-train-step/freeze-training";
import { curvePath, layoutCurves, lossRange, spread } from "./curves-layout";
import { guessSentence, lossText, stepSentence } from "./freeze-words";
import { ofVerdict, ownRun } from "./own-run";
import { bestAndFinal, MOST_STEPS, Runs } from "./runs";
import { locksOf, movingWith, shownRuns } from "./shown-run";
import { findWorseTogether, worseTogether } from "./worse-together";

type Recorded = { seed: number; lr: number; run: string; losses: number[] };
const recording: { at_steps: number[]; cases: Recorded[] } = JSON.parse(
  readFileSync(new URL("../../../../golden/recordings/half_frozen.json", import.meta.url), "utf8"),
);
const MOVING_OF: Record<string, "both" | "first" | "second" | "neither"> = {
  both: "both",
  "NNX only": "first",
  "Linen only": "second",
  neither: "neither",
};
const USUAL = { seed: 3, lr: 0.1 };
let runs = new Runs(FREEZE_TRAINING);
beforeAll(() => {
  runs = new Runs(FREEZE_TRAINING);
});

describe("the runs of the freeze lab", () => {
  it("end where JAX's end, in whatever order they are asked for", () => {
    for (const { seed, lr, run, losses } of recording.cases) {
      const moving = MOVING_OF[run];
      if (!moving) continue;
      const mine = runs.moving(moving, { seed, lr });
      for (const i of [11, 0, 5, 9]) {
        const step = recording.at_steps[i];
        expect(Math.abs(mine.lossAt(step) - losses[i])).toBeLessThan(2e-6 + 2e-3 * losses[i]);
      }
    }
  });

  it("show a V and two plateaus after 300 steps", () => {
    const losses = shownRuns(runs, USUAL, null).map(({ name, run }) => [
      name,
      lossText(run.lossAt(300)),
    ]);
    expect(losses).toEqual([
      ["Both", "0.0015"],
      ["NNX only", "0.1890"],
      ["Linen only", "0.0748"],
      ["Neither", "0.1983"],
    ]);
  });

  it("go on from what they know", () => {
    let steps = 0;
    const counted = new Runs({
      ...FREEZE_TRAINING,
      step: (parameters, rates) => (steps++, FREEZE_TRAINING.step(parameters, rates)),
    });
    const run = counted.moving("both", USUAL);
    run.lossAt(100);
    run.lossAt(50);
    counted.moving("both", USUAL).lossAt(120);
    expect(steps).toBe(121);
    expect(() => run.lossAt(MOST_STEPS)).not.toThrow();
  });

  it("know their best step and their last", () => {
    const { best, at, final } = bestAndFinal(runs.moving("both", { seed: 3, lr: 0.3 }), 300);
    expect(best).toBeLessThan(final);
    expect(at).toBeLessThan(300);
    const { at: last } = bestAndFinal(runs.moving("both", USUAL), 300);
    expect(last).toBe(300);
  });
});

describe("padlocks", () => {
  it.each(["both", "first", "second", "neither"] as const)("leave %s to move", (moving) => {
    expect(movingWith(locksOf(moving))).toBe(moving);
  });
});

describe("rates where both is worse than one", () => {
  it("are found, and are none of those where both is best", () => {
    const setting = { ...USUAL, steps: 300 };
    expect(worseTogether(runs, setting)).toBeNull();
    const walk = findWorseTogether(runs, setting, [0.01, 0.2, 0.3, 0.5]);
    let last = walk.next();
    while (!last.done) last = walk.next();
    expect(last.value).toMatchObject({ lr: 0.3, which: "second" });
    expect(last.value && last.value.both > last.value.alone).toBe(true);
  });

  it("are not made up where there is none", () => {
    const walk = findWorseTogether(runs, { ...USUAL, steps: 300 }, [0.05, 0.2]);
    let last = walk.next();
    while (!last.done) last = walk.next();
    expect(last.value).toBeNull();
  });
});

describe("the learner's own update", () => {
  const leaves = FREEZE_TRAINING.leaves.map(({ name }) => ({
    leaf: name,
    factor: 0.5,
    unit: "step" as const,
  }));

  it("is repeated with a factor a leaf, on the step or on the bare gradient", () => {
    const own = ofVerdict(
      {
        fit: {
          residual: 0.001,
          leaves: leaves.map((l, i) => (i < 2 ? l : { ...l, unit: "gradient" })),
        },
      },
      FREEZE_TRAINING.leaves,
    );
    expect(own.kind === "update" && own.rates(0.1)).toEqual([0.05, 0.05, 0.5, 0.5]);
  });

  it("is refused with a sentence where the losses do not tell", () => {
    const refusals = [
      ownRun({ kind: "none" }, FREEZE_TRAINING.leaves),
      ofVerdict({ fit: null }, FREEZE_TRAINING.leaves),
      ofVerdict({ fit: { leaves: [], residual: 0.21 } }, FREEZE_TRAINING.leaves),
      ofVerdict(
        { fit: { leaves: [{ leaf: "slope", factor: 1, unit: "step" }], residual: 0 } },
        FREEZE_TRAINING.leaves,
      ),
    ];
    for (const own of refusals)
      expect(own).toMatchObject({ kind: "none", why: expect.stringMatching(/\.$/) });
    expect(refusals[2]).toMatchObject({ why: expect.stringContaining("21 %") });
  });
});

describe("the chart", () => {
  it("holds what it shows, on a log scale", () => {
    const shown = shownRuns(runs, USUAL, null).map(({ run }) => run);
    expect(lossRange(shown, 300)).toEqual({ from: -3, to: 0 });
    const layout = layoutCurves({ width: 600, height: 250, steps: 300, from: -3, to: 0 });
    expect(layout.y(0.01) - layout.y(0.1)).toBeCloseTo(layout.y(0.1) - layout.y(1));
    expect(layout.y(NaN)).toBe(layout.y(1));
    expect(layout.y(0)).toBe(layout.y(0.001));
    const path = curvePath(shown[0], 300, layout);
    expect(path).toMatch(/^M44\.0 /);
    expect(path).not.toMatch(/NaN|Infinity/);
  });

  it("draws runs that leave all bounds along its edge", () => {
    const run = runs.moving("second", { seed: 3, lr: 1 });
    expect(lossRange([run], 500).to).toBe(1);
    const layout = layoutCurves({ width: 600, height: 250, steps: 500, from: -3, to: 1 });
    expect(curvePath(run, 500, layout)).not.toMatch(/NaN|Infinity/);
  });

  it("keeps labels apart and inside", () => {
    const places = spread([100, 101, 99, 230], 15, 14, 232);
    const sorted = [...places].sort((a, b) => a - b);
    for (const [i, place] of sorted.entries())
      if (i > 0) expect(place - sorted[i - 1]).toBeGreaterThanOrEqual(15);
    expect(Math.max(...spread([230, 231, 232], 15, 14, 232))).toBeLessThanOrEqual(232);
  });
});

describe("its sentences", () => {
  it("say where the runs are", () => {
    const at = [
      { name: "Both", loss: 0.00145 },
      { name: "NNX only", loss: NaN },
    ];
    expect(stepSentence(1, 0.1, at)).toBe(
      "After 1 step at learning rate 0.1: Both 0.0014, NNX only beyond bounds.",
    );
    expect(stepSentence(0, 0.1, at)).toBe("Before the first step every run has the loss 0.0014.");
  });

  it("say whether a guess was right", () => {
    const ends = [
      { name: "Both", loss: 0.001 },
      { name: "NNX only", loss: 0.2 },
    ];
    expect(guessSentence(["Both"], ends, 0.01)).toBe("As you expected: Both ended below 0.01.");
    expect(guessSentence([], ends, 0.01)).toBe("You expected none below 0.01. It was Both.");
  });
});
