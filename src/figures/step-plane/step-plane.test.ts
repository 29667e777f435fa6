import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { LossPlane } from "../../figure-models/step-plane-model";
import { logScale } from "../parts/slider-scale";
import { intervalBelow, lineAt, RATIOS, regionsBelow } from "./contours";
import { cornerLosses, FROM, inColumn, lossAt, lowestCorner, planeOf, TO } from "./plane";
import { layoutPlane } from "./plane-layout";
import { planeSentence, ribbonSentence, runSentence } from "./plane-sentence";
import { ribbonOf } from "./ribbon";
import { runPlace } from "./run-place";

const HALVES = ["NNX", "Linen"] as const;

type Recorded = { cases: { seed: number; lr: number; moves: number[][]; losses: number[] }[] };
const golden: Recorded = JSON.parse(
  readFileSync(new URL("../../../golden/recordings/step_plane.json", import.meta.url), "utf8"),
);
/** JAX's own losses at the corners, by learning rate, for seed 0. */
const RECORDED = new Map(
  golden.cases
    .filter(({ seed }) => seed === 0)
    .map(({ lr, losses: [neither = 0, first = 0, second = 0, both = 0] }) => [
      lr,
      { neither, first, second, both },
    ]),
);

/** A bowl with its bottom at (1, 2). */
const bowl: LossPlane = (across) => [(across - 1) ** 2 + 4, -4, 1];

describe("lowestCorner, of JAX's own losses", () => {
  it("is both below 0.1, Linen only to 0.15, then NNX only; from 0.24 both ends above the start", () => {
    const lowest = [...RECORDED].map(([lr, losses]) => [lr, lowestCorner(losses)] as const);
    for (const [lr, corner] of lowest)
      expect(corner, `${lr}`).toBe(lr < 0.1 ? "both" : lr < 0.15 ? "second" : "first");
    for (const [lr, { neither, both }] of RECORDED)
      expect(both > neither, `${lr}`).toBe(lr >= 0.24);
  });
});

describe("planeOf", () => {
  it("finds the parabola of every column from single losses", () => {
    const plane = planeOf((moves) => lossAt(bowl, moves));
    for (const across of [-1, 0.3, 3])
      for (const up of [-1, 0.4, 2.5])
        expect(inColumn(plane(across), up)).toBeCloseTo(lossAt(bowl, { across, up }), 12);
  });
});

describe("contours", () => {
  it("has rising levels with the start among them", () => {
    expect(RATIOS).toContain(1);
    expect([...RATIOS].sort((a, b) => a - b)).toEqual([...RATIOS]);
  });

  it("finds where a column is below a level, inside the plane", () => {
    expect(intervalBelow([4, -4, 1], 1)).toEqual({ low: 1, high: 3 });
    expect(intervalBelow([4, -4, 1], 100)).toEqual({ low: FROM, high: TO });
    expect(intervalBelow([4, -4, 1], -0.1)).toBeNull();
    expect(intervalBelow([0, 1, 0], 1)).toEqual({ low: FROM, high: 1 });
    expect(intervalBelow([2, 0, 0], 1)).toBeNull();
    expect(intervalBelow([1, 0, 0], 1)).toEqual({ low: FROM, high: TO });
  });

  it("draws a circle for a level of a round bowl, tips included", () => {
    const [path = ""] = regionsBelow(bowl, [0.25], (across, up) => [across * 100, up * 100]);
    const points = [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [
      Number(x) / 100 - 1,
      Number(y) / 100 - 2,
    ]);
    expect(points.length).toBeGreaterThan(20);
    for (const [x = NaN, y = NaN] of points) expect(Math.hypot(x, y)).toBeCloseTo(0.5, 1.9);
    expect(Math.min(...points.map(([x = NaN]) => x))).toBeCloseTo(-0.5, 1.9);
  });

  it("draws a line only where the loss has the level, not along the border", () => {
    const slope: LossPlane = () => [0, 1, 0];
    expect(lineAt(slope, 1, (x, y) => [x, y])).toMatch(/^M-1 1L.*L3 1$/);
    expect(lineAt(slope, 5, (x, y) => [x, y])).toBe("");
  });

  it("draws two regions where a level has two, and none where it has none", () => {
    const twoValleys: LossPlane = (across) => [(across ** 2 - 1) ** 2, 0, 1];
    const [path = "", none] = regionsBelow(twoValleys, [0.1, -1], (x, y) => [x, y]);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(none).toBe("");
  });
});

describe("ribbonOf", () => {
  it("gathers the rates at which the same corner is lowest", () => {
    const model = {
      halves: HALVES,
      lr: { from: 0.01, to: 1, usual: 0.1 },
      seed: { from: 0, to: 1, usual: 0 },
      // Both helps up to 0.5; from then on it is worse than the start.
      open:
        ({ lr }: { lr: number }): LossPlane =>
        (across) => [1 - lr * across * 0.1, lr < 0.5 ? -lr : lr * across, 0],
    };
    const ribbon = ribbonOf(model, 0, logScale(0.01, 1, 12));
    expect(ribbon.stretches.map(({ corner }) => corner)).toEqual(["both", "first"]);
    expect(ribbon.stretches[0]?.last).toBeLessThan(0.5);
    expect(ribbon.aboveFrom).toBe(ribbon.stretches[1]?.first);
    expect(ribbonSentence(ribbon, HALVES)).toMatch(
      /^The lowest corner is both up to 0\.\d+, then NNX only\. From 0\.\d+ a step on both/,
    );
  });
});

describe("runPlace", () => {
  const move = (half: string, factor: number, unit: "step" | "gradient" = "step") => ({
    half,
    factor,
    unit,
  });

  it("puts a half that was left behind on an axis", () => {
    const found = { moves: [move("NNX", 1), move("NNX", 1), move("Linen", 0), move("Linen", 0)] };
    const place = runPlace(found, HALVES, 0.02);
    expect(place).toMatchObject({ moves: { across: 1, up: 0 }, outside: false });
    expect(place?.spread).toEqual({ across: null, up: null });
    expect(runSentence(found, place, HALVES)).toBe(
      "Your last run moved the NNX half 1.00 × and the Linen half 0.00 × the right step.",
    );
  });

  it("points outside for a forgotten lr, which is a move by the bare gradient", () => {
    const found = { moves: [move("NNX", 1, "gradient"), move("Linen", 1)] };
    const place = runPlace(found, HALVES, 0.02);
    expect(place).toMatchObject({ moves: { across: 50, up: 1 }, shown: { across: TO, up: 1 } });
    expect(runSentence(found, place, HALVES)).toContain("outside of what is drawn");
  });

  it("has whiskers where the leaves of a half moved differently", () => {
    const found = { moves: [move("NNX", 1), move("Linen", 1), move("Linen", 2)] };
    expect(runPlace(found, HALVES, 0.02)).toMatchObject({
      moves: { across: 1, up: 1.5 },
      spread: { across: null, up: { from: 1, to: 2 } },
    });
  });

  it("is nowhere before a run, and says so where no moves explain one", () => {
    expect(runPlace(null, HALVES, 0.1)).toBeNull();
    expect(runSentence(null, null, HALVES)).toBeNull();
    expect(runPlace({ moves: [] }, HALVES, 0.1)).toBeNull();
    expect(runSentence({ moves: [] }, null, HALVES)).toContain("not on the plane");
  });
});

describe("planeSentence", () => {
  it("tells the four corners and the lowest", () => {
    const losses = cornerLosses((across) => [1 - across / 2, -0.25 + across, 0]);
    expect(planeSentence(losses, HALVES, { lr: 0.1, seed: 3 })).toBe(
      "At learning rate 0.1 and seed 3 the loss is 1.0000 with neither moved, 0.5000 with NNX only, 0.7500 with Linen only, 1.2500 with both. The lowest of the four is NNX only.",
    );
  });
});

describe("layoutPlane", () => {
  it.each([300, 358, 560, 800])("fits into %i pixels", (width) => {
    const layout = layoutPlane(width, true);
    expect(layout.width).toBeLessThanOrEqual(width);
    const [x, y] = layout.toPoint(TO, FROM);
    expect([x, y]).toEqual([layout.left + layout.side, layout.top + layout.side]);
  });
});
