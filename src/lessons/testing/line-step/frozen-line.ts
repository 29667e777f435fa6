import type { FreezeLabModel } from "../../../figure-models/freeze-lab-model";

const X = [-1, -0.5, 0, 0.5, 1];
const Y = X.map((x) => 0.8 * x + 0.3);

/** The line as two halves of one number each; the seed turns it. */
export const FROZEN_LINE: FreezeLabModel = {
  halves: [
    { name: "Slope", module: "slope" },
    { name: "Height", module: "height" },
  ],
  leaves: [
    { name: "the slope", half: 0 },
    { name: "the height", half: 1 },
  ],
  target: "the line",
  points: { x: X, y: Y },
  start: (seed) => Float64Array.of(Math.cos(seed), Math.sin(seed)),
  step(line, [slopeRate = 0, heightRate = 0]) {
    const misses = X.map((x, i) => line[0] * x + line[1] - Y[i]);
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / X.length;
    line[0] -= slopeRate * mean(misses.map((miss, i) => 2 * miss * X[i]));
    line[1] -= heightRate * mean(misses.map((miss) => 2 * miss));
    return mean(misses.map((miss) => miss * miss));
  },
  predict: (line, x) => x.map((value) => line[0] * value + line[1]),
  learned: 0.001,
  usual: { seed: 2, lr: 0.1, steps: 100 },
};
