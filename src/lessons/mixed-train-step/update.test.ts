import { describe, expect, it } from "vitest";
import type { LawResult, LeafMove } from "../../grading/lesson-check";
import { fitOf, solveUpdate } from "../../grading/fit-update";
import { nameMoves } from "../../grading/name-moves";
import { seededRandom } from "../../lib/seeded-random";
import { check } from "./check";
import { drawCases } from "./draw";
import { readInputs } from "./inputs";
import { nameOfMoves } from "./name-of-moves";
import { READINGS } from "./readings";
import type { Moves, StepReading } from "./simulate";
import { simulateStep } from "./simulate";
import { noisy } from "./testing/simulated-outcome";
import { UPDATE } from "./update";

/** The answers to a drawn set of cases of code that reads the task so. */
function resultsOf(drawSeed: number, reading: StepReading): LawResult[] {
  const random = seededRandom(drawSeed);
  return drawCases(random).map((inputs) => ({
    inputs,
    expected: check.reference(inputs),
    got: simulateStep(readInputs(inputs), reading).map((value) => noisy(value, random)),
  }));
}

describe("the update fit", () => {
  function fit(drawSeed: number, reading: StepReading) {
    const solution = solveUpdate(UPDATE, resultsOf(drawSeed, reading));
    return solution && fitOf(UPDATE, solution);
  }

  /** A reading by its mistake and its variant. */
  function stepOf(mistake: string, variant: string): StepReading {
    const readings = READINGS.find(({ id }) => id === mistake)?.readings ?? [];
    const found = readings.find((reading) => reading.variant === variant);
    if (!found) throw new Error(`no reading ${variant} of ${mistake}`);
    return found.step;
  }

  it("recovers four factors to three decimals in 120 trials with float32 noise", () => {
    let worst = 0;
    for (let trial = 0; trial < 120; trial++) {
      const random = seededRandom(5000 + trial);
      const factor = () => random.rounded(-1, 2, 0.05);
      const moves: Moves = [factor(), factor(), factor(), factor()];
      const found = fit(trial, { moves });
      expect(found?.leaves.map(({ unit }) => unit)).toEqual(["step", "step", "step", "step"]);
      for (const [i, move] of moves.entries()) {
        worst = Math.max(worst, Math.abs((found?.leaves[i]?.factor ?? NaN) - move));
      }
      expect(worst, `trial ${trial}: ${moves.join(" ")}`).toBeLessThan(1e-3);
    }
    console.log(`largest error of a factor, rounded to three decimals: ${worst}`);
  });

  const HALVES: [string, StepReading, [string, string]][] = [
    ["both", { rates: () => [1, 1, 1, 1] }, ["gradient", "gradient"]],
    ["the NNX half", { rates: (lr) => [1, 1, lr, lr] }, ["gradient", "step"]],
    ["the Linen half", { rates: (lr) => [lr, lr, 1, 1] }, ["step", "gradient"]],
  ];
  it.each(HALVES)("finds a forgotten learning rate in %s", (_, reading, [nnx, linen]) => {
    for (let draw = 0; draw < 20; draw++) {
      const found = fit(300 + draw, reading);
      const units = found?.leaves.map(({ unit }) => unit);
      expect(units, `draw ${draw}`).toEqual([nnx, nnx, linen, linen]);
      for (const { factor } of found?.leaves ?? []) expect(factor).toBeCloseTo(1, 2);
    }
  });

  it.each([
    ["sequential-update", "nnx-first"],
    ["sequential-update", "linen-first"],
    ["extra-step", "2"],
    ["lr-scaled", "square/both halves"],
    ["lr-scaled", "root/both halves"],
    ["relu-mask-missing", "slope-one"],
    ["adaptive-step", "adam"],
    ["gradient-clipped", "both"],
  ])("names no factors for %s, %s, which no factors explain", (mistake, variant) => {
    for (let draw = 0; draw < 10; draw++) {
      const found = fit(600 + draw, stepOf(mistake, variant));
      expect(found?.leaves).toEqual([]);
      // Float32's rounding leaves 1e-6.
      expect(found?.residual).toBeGreaterThan(1e-3);
    }
  });

  it("is not tried where the loss before is already wrong", () => {
    expect(fit(1, stepOf("wrong-activation", "tanh"))).toBeNull();
    expect(fit(1, stepOf("swapped-return", "after-first"))).toBeNull();
  });

  it("has slopes that agree with differences", () => {
    for (const inputs of drawCases(seededRandom(9))) {
      const at = UPDATE.open(inputs);
      const moves = [0.5, -0.3, 0.8, 1.2];
      for (const [i, slope] of at(moves).slopes.entries()) {
        const by = (h: number) => at(moves.map((m, j) => (i === j ? m + h : m))).value;
        expect(slope).toBeCloseTo((by(1e-6) - by(-1e-6)) / 2e-6, 5);
      }
    }
  });
});

describe("moves that the fit finds", () => {
  const STEPS = [
    0.001,
    0.01,
    0.05,
    0.1,
    0.25,
    1 / 3,
    0.5,
    2 / 3,
    0.75,
    1.5,
    2,
    3,
    5,
    10,
    50,
    -0.5,
    -1,
    -2,
  ];
  const BARE = [0.001, 0.01, 0.03, 0.1, 0.5, 1, 2, -1, -0.1];
  const right: LeafMove = { factor: 1, unit: "step" };

  /** In both halves, in the NNX half, in the Linen half. */
  function inHalves(move: LeafMove): LeafMove[][] {
    return [
      [move, move, move, move],
      [move, move, right, right],
      [right, right, move, move],
    ];
  }

  const ALONE: LeafMove[][] = [
    ...[...Array(15).keys()].map((bits) =>
      [1, 2, 4, 8].map((bit) => ({ factor: bits & bit ? 1 : 0, unit: "step" as const })),
    ),
    ...[
      [1, 4, 1, 1],
      [1, 1, 1, 4],
      [1, 4, 1, 4],
      [1, 2, 1, 1],
      [0.5, 1, 2, 1],
    ].map((factors) => factors.map((factor) => ({ factor, unit: "step" as const }))),
  ];

  it.each(
    [
      ...STEPS.flatMap((factor) => inHalves({ factor, unit: "step" })),
      ...BARE.flatMap((factor) => inHalves({ factor, unit: "gradient" })),
      ...ALONE,
    ].map(
      (moves) => [moves.map(({ factor, unit }) => `${factor} ${unit}`).join(", "), moves] as const,
    ),
  )("are named: %s", (_, moves) => {
    const rates = (lr: number) =>
      moves.map(({ factor, unit }) => (unit === "step" ? factor * lr : factor));
    for (let draw = 0; draw < 3; draw++) {
      const results = resultsOf(900 + draw, { rates });
      const found = solveUpdate(UPDATE, results)?.moves ?? [];
      expect(nameMoves(UPDATE, found, results), `draw ${draw}`).toEqual(nameOfMoves(moves));
    }
  });
});
