import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { budgetUsed } from "../../grading/tolerance";
import { FIGURES } from "./figures";
import { readInputs, writeInputs } from "./inputs";
import { lessonGradient, lessonStart } from "./lesson-step";
import { lossPlane } from "./loss-plane";
import { forward, LESSON_MODEL } from "./model";
import { mapLeaves } from "./weights";

type Recorded = {
  x: number[];
  y: number[];
  cases: { seed: number; lr: number; moves: [number, number][]; losses: number[] }[];
};
const golden: Recorded = JSON.parse(
  readFileSync(new URL("../../../golden/recordings/step_plane.json", import.meta.url), "utf8"),
);

const figure = FIGURES["step-plane"];
if (figure?.kind !== "step-plane") throw new Error("the lesson has no step plane");
const { open } = figure.model;

describe("the step plane against recordings of JAX and Flax", () => {
  it("gives the loss at every recorded pair of moves", () => {
    expect(golden.cases).toHaveLength(24);
    for (const { seed, lr, moves, losses } of golden.cases) {
      const plane = open({ lr, seed });
      const got = moves.map(([across, up]) => {
        const [c0, c1, c2] = plane(across);
        return c0 + up * (c1 + up * c2);
      });
      // The recordings are float32; far out the loss is a difference of large numbers.
      expect(budgetUsed(got, losses), `seed ${seed}, lr ${lr}`).toBeLessThan(1);
    }
  });
});

describe("lossPlane", () => {
  it("is the model's loss on a batch with several outputs", () => {
    const x = [0.5, -1, 2, 1.5, 0.25, -0.75];
    const y = [1, 0, -0.5, 0.25, 2, 1];
    const batch = readInputs(writeInputs({ seed: 5, rows: 2, x, y, lr: 0.2 }));
    const plane = lossPlane(batch, LESSON_MODEL.hidden);
    for (const [across, up] of [
      [0, 0],
      [1, 1],
      [-0.7, 2.3],
      [3, -1],
    ] as const) {
      const moved = mapLeaves(
        lessonStart(batch),
        lessonGradient(batch),
        (value, slope, leaf) => value - (leaf < 2 ? across : up) * batch.lr * slope,
      );
      const [c0, c1, c2] = plane(across);
      expect(c0 + up * (c1 + up * c2)).toBeCloseTo(forward(moved, batch, LESSON_MODEL).loss, 12);
    }
  });
});
