import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { budgetUsed } from "../../grading/tolerance";
import type { Activation } from "./activations";
import { ACTIVATIONS } from "./activations";
import { readInputs, writeInputs } from "./inputs";
import { LOSSES } from "./losses";
import { forward, LESSON_MODEL, lossAndGradient } from "./model";
import { simulateStep, startOf } from "./simulate";
import type { Leaves } from "./weights";
import { mapLeaves } from "./weights";

type Recorded = { shape: number[]; data: number[] };
type Dense = { kernel: Recorded; bias: Recorded };
type Linen = { params: Dense };
type GoldenCase = {
  seed: number;
  x: Recorded;
  y: Recorded;
  lr: number;
  returns: number[];
  nnx_params?: Dense;
  linen_params?: Linen;
  grad_nnx?: Dense;
  grad_linen?: Linen;
  new_nnx?: Dense;
  new_linen?: Linen;
  corners?: { nnx_only: number; linen_only: number };
  curve_both_50_steps?: number[];
};

const golden: { cases: GoldenCase[] } = JSON.parse(
  readFileSync(new URL("../../../golden/recordings/mixed_steps.json", import.meta.url), "utf8"),
);

function inputsOf({ seed, x, y, lr }: GoldenCase) {
  const rows = x.shape.length === 2 ? (x.shape[0] ?? 1) : null;
  return readInputs(writeInputs({ seed, rows, x: x.data, y: y.data, lr }));
}

function leavesOf(nnx: Dense, linen: Linen): Leaves {
  return [nnx.kernel.data, nnx.bias.data, linen.params.kernel.data, linen.params.bias.data];
}

/** The largest error in units of 1e-6 + 1e-5 · |recorded|. */
function worst(got: Leaves, recorded: Leaves): number {
  return Math.max(...got.map((leaf, i) => budgetUsed(leaf, recorded[i] ?? [])));
}

describe("the float64 reference against recordings of JAX and Flax", () => {
  it("gives both losses of all 106 cases", () => {
    expect(golden.cases).toHaveLength(106);
    const shares = golden.cases.map((c) => budgetUsed(simulateStep(inputsOf(c)), c.returns));
    console.log(`largest share of the tolerance: ${Math.max(...shares).toFixed(3)}`);
    expect(Math.max(...shares)).toBeLessThan(0.25);
  });

  const detailed = golden.cases.filter((c) => c.nnx_params);
  it("has 22 detailed cases", () => expect(detailed).toHaveLength(22));

  it.each(detailed.map((c, i) => [i, c] as const))(
    "gives parameters, gradients, updates and corners of detailed case %i",
    (_, c) => {
      const { nnx_params, linen_params, grad_nnx, grad_linen, new_nnx, new_linen, corners } = c;
      if (!nnx_params || !linen_params || !grad_nnx || !grad_linen || !new_nnx || !new_linen) {
        throw new Error("the recording is incomplete");
      }
      const inputs = inputsOf(c);
      const start = startOf(inputs, LESSON_MODEL);
      expect(worst(start, leavesOf(nnx_params, linen_params))).toBeLessThan(0.05);
      const { gradient } = lossAndGradient(start, inputs, LESSON_MODEL);
      expect(worst(gradient, leavesOf(grad_nnx, grad_linen))).toBeLessThan(1);
      const moved = mapLeaves(start, gradient, (p, g) => p - inputs.lr * g);
      expect(worst(moved, leavesOf(new_nnx, new_linen))).toBeLessThan(0.5);
      const nnxOnly = simulateStep(inputs, { moves: [1, 1, 0, 0] });
      const linenOnly = simulateStep(inputs, { moves: [0, 0, 1, 1] });
      const got = [nnxOnly[1] ?? NaN, linenOnly[1] ?? NaN];
      expect(budgetUsed(got, [corners?.nnx_only ?? NaN, corners?.linen_only ?? NaN])).toBeLessThan(
        0.5,
      );
    },
  );

  it("follows the recorded curves over 50 steps", () => {
    for (const c of detailed) {
      const inputs = inputsOf(c);
      for (const [steps, recorded] of (c.curve_both_50_steps ?? []).entries()) {
        const [, after] = simulateStep(inputs, { steps });
        // Rounding errors of float32 add up over the steps.
        expect(Math.abs((after ?? NaN) - recorded)).toBeLessThan(2e-6 + 1e-4 * Math.abs(recorded));
      }
    }
  });
});

/** The same leaves with one number moved. */
function nudged(leaves: Leaves, leaf: number, index: number, by: number): Leaves {
  const of = (l: 0 | 1 | 2 | 3) =>
    leaves[l].map((value, i) => (l === leaf && i === index ? value + by : value));
  return [of(0), of(1), of(2), of(3)];
}

function slopeByDifferences(f: Activation["value"], z: number): number {
  return (f(z + 1e-5) - f(z - 1e-5)) / 2e-5;
}

describe("the parts of other readings", () => {
  it.each(Object.entries(ACTIVATIONS))("%s has the slope of its values", (_, activation) => {
    for (const z of [-3.1, -0.7, -0.01, 0.02, 0.9, 2.5]) {
      expect(activation.slope(z)).toBeCloseTo(slopeByDifferences(activation.value, z), 8);
    }
  });

  it.each(Object.entries(LOSSES))("%s has the slopes of its values", (_, loss) => {
    const residuals = [0.5, -1.25, 2];
    const slopes = residuals.map((_r, i) =>
      slopeByDifferences(
        (r) => loss.value(residuals.map((old, j) => (i === j ? r : old))),
        residuals[i] ?? NaN,
      ),
    );
    for (const [i, slope] of loss.slopes(residuals).entries()) {
      expect(slope).toBeCloseTo(slopes[i] ?? NaN, 8);
    }
  });

  it.each(Object.entries(ACTIVATIONS))("the gradient with %s agrees with differences", (_, f) => {
    const kind = {
      ...LESSON_MODEL,
      activation: f,
      output: ACTIVATIONS.tanh,
      loss: LOSSES.sumSquare,
    };
    const inputs = readInputs(
      writeInputs({ seed: 5, rows: 2, x: [0.4, -1.1, 0.8, 1.9], y: [0.3, -0.2], lr: 0.1 }),
    );
    const start = startOf(inputs, kind);
    const { gradient } = lossAndGradient(start, inputs, kind);
    for (const [leaf, values] of start.entries()) {
      for (const i of values.keys()) {
        const shifted = (by: number) => forward(nudged(start, leaf, i, by), inputs, kind).loss;
        const slope = (shifted(1e-5) - shifted(-1e-5)) / 2e-5;
        expect(gradient[leaf]?.[i]).toBeCloseTo(slope, 7);
      }
    }
  });
});
