import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { PokeWeightModel, WeightLoss } from "../../../figure-models/poke-weight-model";
import { FIGURES } from "../../../lessons/mixed-train-step/figures";
import { bestEpsilon, differenceAt, errorCurve, LARGEST, seenFrom, SMALLEST } from "./differences";
import { differenceRows } from "./difference-rows";
import { errorScale, layoutPoke } from "./poke-layout";
import { linkOfPoke, pokeFromLink } from "./poke-link";
import { epsilonText, pokeSentence, switchSentence, weightName } from "./poke-words";
import { readPoke, usualPoke } from "./read-poke";

type Recorded = {
  poked: [leaf: number, index: number][];
  epsilons: number[];
  cases: { seed: number; forward: number[][]; central: number[][] }[];
};
const golden: Recorded = JSON.parse(
  readFileSync(
    new URL("../../../../golden/recordings/poked_weights.json", import.meta.url),
    "utf8",
  ),
);

function lessonModel(): PokeWeightModel {
  const figure = Object.values(FIGURES).find(({ kind }) => kind === "poke-weight");
  if (figure?.kind !== "poke-weight") throw new Error("the lesson has no such figure");
  return figure.model;
}
const model = lessonModel();

/** y = (w − 1)², whose quotients are known: forward 2(w − 1) + ε, central 2(w − 1). */
const parabola: WeightLoss = {
  start: 0,
  at: (w) => ({ loss: (w - 1) ** 2, slope: 2 * (w - 1) }),
  inFloat32: (w) => Math.fround(Math.fround(w - 1) ** 2),
  switches: [],
};

describe("differenceAt", () => {
  it.each(golden.cases)("is JAX's quotient in float64 at seed $seed", (recorded) => {
    const opened = model.open(recorded.seed);
    for (const [p, [leaf, index]] of golden.poked.entries()) {
      const loss = opened.around({ leaf, index });
      for (const [e, epsilon] of golden.epsilons.entries())
        for (const kind of ["forward", "central"] as const) {
          const { float64 } = differenceAt(loss, loss.start, epsilon, kind);
          const real = recorded[kind][p]?.[e] ?? NaN;
          // Losses of a few units, each rounded at the end of a handful of operations.
          expect(Math.abs(float64 - real), `${leaf} ${index}`).toBeLessThan(
            4e-15 / epsilon + 1e-12,
          );
        }
    }
  });

  it("has the error that calculus gives it", () => {
    expect(differenceAt(parabola, 0, 0.5, "forward").float64).toBeCloseTo(-1.5, 14);
    expect(differenceAt(parabola, 0, 0.5, "central").float64).toBeCloseTo(-2, 14);
    expect(differenceAt(parabola, 0, 0.5, "forward").float32).toBeCloseTo(-1.5, 6);
  });

  it("sees nothing in float32 where the weight does not change", () => {
    expect(differenceAt(parabola, 0.5, 1e-9, "forward").float32).toBe(0);
    expect(differenceAt(parabola, 0.5, 1e-9, "forward").float64).toBeCloseTo(-1, 5);
  });
});

describe("errorCurve", () => {
  const curve = errorCurve(parabola, 0.5, "forward");

  it("goes over twelve powers of ten", () => {
    expect(curve[0]?.epsilon).toBeCloseTo(10 ** SMALLEST, 20);
    expect(curve.at(-1)?.epsilon).toBe(10 ** LARGEST);
  });

  it("is nearest about the root of each precision's rounding", () => {
    // √2⁻⁵³ is 1.1e-8, √2⁻²⁴ is 2.4e-4.
    expect(Math.log10(bestEpsilon(curve, "float64"))).toBeCloseTo(-8, 0);
    expect([-4, -3]).toContain(Math.round(Math.log10(bestEpsilon(curve, "float32"))));
  });

  it("says from where on float32 sees a change", () => {
    const seen = seenFrom(curve, -1) ?? NaN;
    expect(seen).toBeGreaterThan(1e-8);
    expect(seen).toBeLessThan(1e-6);
    expect(seenFrom(curve, 0)).toBeNull();
  });
});

describe("what the figure says", () => {
  it("tells the usual state in JAX's numbers, a switch and its jump", () => {
    const { sentence, switchesSaid, precisionSaid } = readPoke(model, usualPoke(model));
    expect(sentence).toMatch(/^encoder\.kernel\[2, 0\] is .* The loss there is 1\.0245 and its/);
    expect(sentence).toContain("gradient 2.399");
    expect(switchesSaid).toMatch(
      /^At −0\.\d\d a hidden unit switches .* from 0\.00 to −\d\.\d\d\.$/,
    );
    expect(precisionSaid).toContain("float32 sees no change");
  });

  it("says of a unit that is off why nothing happens", () => {
    const off = readPoke(model, { ...usualPoke(model), place: { leaf: 0, index: 5 }, range: 0.1 });
    expect(off.precisionSaid).toContain("switched off");
    expect(off.difference).toEqual({ float64: 0, float32: 0 });
  });

  it("writes places, powers and minus signs", () => {
    const leaf = { name: "k", half: 0, rows: 3, columns: 4 } as const;
    expect(weightName(leaf, 11)).toBe("k[2, 3]");
    expect(weightName({ ...leaf, rows: 1 }, 2)).toBe("k[2]");
    expect([0.3, 1e-3, 1.8e-4, 1e-12].map(epsilonText)).toEqual([
      "0.3",
      "0.001",
      "1.8e−4",
      "1e−12",
    ]);
    expect(switchSentence(parabola, -1, 1)).toBe("");
    const difference = { float64: -0.5, float32: -0.5 };
    const reading = { name: "w", weight: -0.25, loss: 1, slope: -0.5, epsilon: 1e-6 };
    expect(pokeSentence({ ...reading, kind: "central", difference })).toBe(
      "w is −0.25. The loss there is 1.0000 and its gradient −0.5. With ε = 1e−6 the central difference is −0.5 in float64, −0.5 in float32.",
    );
  });

  it("has a row of the table for each power of ten", () => {
    const rows = differenceRows(parabola, 0, "central", { from: LARGEST, to: SMALLEST });
    expect(rows).toHaveLength(13);
    expect(rows[0]).toEqual(["1", "−2", "0", "−2", "0"]);
  });
});

describe("a link", () => {
  const read = pokeFromLink(model);

  it("opens the state that it was made of", () => {
    const state = { ...usualPoke(model), place: { leaf: 2, index: 7 }, by: -0.5, seed: 7 };
    const other = { ...state, epsilon: 1e-6, kind: "central", range: 2 } as const;
    expect(read(linkOfPoke(other))).toEqual(other);
  });

  it("takes nothing on trust", () => {
    for (const weight of ["9.0", "0.12", "3.2", "x", "-1.0", "0.1e0"])
      expect(read({ weight }).place).toEqual(model.usual);
    expect(read({ by: "50", epsilon: "7", kind: "sideways", seed: "1e9" })).toEqual(
      usualPoke(model),
    );
  });
});

describe("layoutPoke", () => {
  it.each([300, 358, 519, 520, 760])("fits into %i pixels", (width) => {
    const { curve, errors, ...all } = layoutPoke(width);
    expect(all.width).toBe(width);
    for (const chart of [curve, errors]) {
      expect(chart.left + chart.width).toBeLessThanOrEqual(width);
      expect(chart.top + chart.height).toBeLessThan(all.height);
    }
    const { x, epsilonAt } = errorScale(errors);
    expect(epsilonAt(x(1e-7))).toBeCloseTo(1e-7, 12);
  });
});
