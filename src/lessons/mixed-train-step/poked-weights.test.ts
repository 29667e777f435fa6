import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LESSON_MODEL } from "./model";
import { pokedWeights } from "./poked-weights";

type Recorded = {
  x: number[];
  y: number[];
  poked: [leaf: number, index: number][];
  distances: number[];
  epsilons: number[];
  cases: {
    seed: number;
    gradient: number[][];
    losses: number[][];
    slopes: number[][];
    forward32: number[][];
  }[];
};
const golden: Recorded = JSON.parse(
  readFileSync(new URL("../../../golden/recordings/poked_weights.json", import.meta.url), "utf8"),
);
const opened = (seed: number) =>
  pokedWeights({ rows: 1, inSize: 3, outSize: 2, x: golden.x, y: golden.y, lr: 0.1, seed });

describe("pokedWeights", () => {
  it.each(golden.cases)(
    "has JAX's gradient of seed $seed, entry by entry",
    ({ seed, gradient }) => {
      const own = opened(seed).gradient;
      for (const [leaf, entries] of gradient.entries())
        for (const [i, entry] of entries.entries())
          expect(Math.abs((own[leaf]?.[i] ?? NaN) - entry), `${leaf} ${i}`).toBeLessThan(1e-12);
    },
  );

  it.each(golden.cases)("has JAX's losses and slopes around weights of seed $seed", (recorded) => {
    const { around } = opened(recorded.seed);
    for (const [p, [leaf, index]] of golden.poked.entries()) {
      const { start, at } = around({ leaf, index });
      for (const [d, distance] of golden.distances.entries()) {
        const { loss, slope } = at(start + distance);
        expect(loss).toBeCloseTo(recorded.losses[p]?.[d] ?? NaN, 12);
        expect(slope).toBeCloseTo(recorded.slopes[p]?.[d] ?? NaN, 12);
      }
    }
  });

  it("loses digits in float32 as JAX does: both are within the rounding of two losses", () => {
    let [own, real] = [0, 0];
    for (const recorded of golden.cases) {
      const { around } = opened(recorded.seed);
      for (const [p, [leaf, index]] of golden.poked.entries()) {
        const { start, at, inFloat32 } = around({ leaf, index });
        const { loss, slope } = at(start);
        expect(Math.abs(inFloat32(start) - loss)).toBeLessThan(16 * 2 ** -24 * Math.max(1, loss));
        for (const [e, epsilon] of golden.epsilons.entries()) {
          const moved = Math.fround(start + Math.fround(epsilon));
          const difference =
            Math.fround(inFloat32(moved) - inFloat32(start)) / Math.fround(epsilon);
          const jax = recorded.forward32[p]?.[e] ?? NaN;
          // Each loss is off by a few roundings each way, the moved weight by half a one.
          const bound = (16 * 2 ** -24 * Math.max(1, loss) + 2 ** -24 * Math.abs(slope)) / epsilon;
          expect(Math.abs(difference - jax), `${leaf} ${index} ${epsilon}`).toBeLessThan(bound);
          if (epsilon <= 1e-6 && slope !== 0) {
            own += Math.abs(difference / slope - 1);
            real += Math.abs(jax / slope - 1);
          }
        }
      }
    }
    // A loss in float64 would pass the bounds above and miss what is to be seen.
    expect(own / real).toBeGreaterThan(0.5);
    expect(own / real).toBeLessThan(2);
  });

  it("knows where a hidden unit switches: the slope jumps there and nowhere else", () => {
    for (const { seed } of golden.cases) {
      const { values, around } = opened(seed);
      for (const [leaf, entries] of values.entries())
        for (const index of entries.keys()) {
          const { start, at, switches } = around({ leaf, index });
          const jump = (from: number, to: number) => Math.abs(at(to).slope - at(from).slope);
          for (const value of switches) {
            const off = at(value - 1e-9).slope === 0 || at(value + 1e-9).slope === 0;
            expect(jump(value - 1e-9, value + 1e-9) > 1e-3 || off).toBe(true);
          }
          const near = (value: number) => switches.some((each) => Math.abs(each - value) < 2e-3);
          for (let value = start - 2; value < start + 2; value += 1e-2)
            if (!near(value)) expect(jump(value - 1e-4, value + 1e-4)).toBeLessThan(0.02);
        }
    }
    expect(LESSON_MODEL.hidden).toBe(4);
    expect(opened(0).around({ leaf: 2, index: 0 }).switches).toEqual([]);
  });
});
