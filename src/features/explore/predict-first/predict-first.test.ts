import { describe, expect, it } from "vitest";
import { cornerLosses, lossAt } from "../../../figures/step-plane/plane";
import { guessSentence } from "../../../figures/step-plane/plane-sentence";
import { runPlace } from "../../../figures/step-plane/run-place";
import { check } from "../../../lessons/mixed-train-step/check";
import { FIGURES } from "../../../lessons/mixed-train-step/figures";
import { afterRun, NO_GUESSING } from "../../../state/step-guess";
import { askedSentence, nextSentence } from "./guess-words";

const HALVES = ["NNX", "Linen"] as const;

function lessonModel() {
  const figure = Object.values(FIGURES).find(({ kind }) => kind === "predict-first");
  if (figure?.kind !== "predict-first") throw new Error("the lesson has no such figure");
  return figure.model;
}

describe("the plane that is guessed on", () => {
  const model = lessonModel();
  const plane = model.plane();

  it("is that of the lesson's first case: its losses are those of the reference", () => {
    const [first] = check.visible;
    if (!first) throw new Error("the lesson shows no case");
    const [before, after] = check.reference(first);
    const losses = cornerLosses(plane);
    expect(losses.neither).toBeCloseTo(before ?? NaN, 12);
    expect(losses.both).toBeCloseTo(after ?? NaN, 12);
    expect(model.lr).toBe(Number(first.find(({ name }) => name === "lr")?.data[0]?.toPrecision(6)));
  });

  it("is what the update fit's own model computes, at any moves", () => {
    const [first] = check.visible;
    if (!first || !check.update) throw new Error("the lesson has no step");
    const at = check.update.open(first);
    for (const across of [-1, 0.35, 2])
      for (const up of [-0.5, 1, 3])
        expect(lossAt(plane, { across, up })).toBeCloseTo(at([across, across, up, up]).value, 10);
  });

  it("is told with its corners", () => {
    expect(askedSentence(model, cornerLosses(plane))).toMatch(
      /^The loss of case 1.* over how far each half moves: \d\.\d{4} with neither moved, .* with both\.$/,
    );
  });
});

describe("a guess", () => {
  const run = {
    moves: HALVES.map((half, i) => ({ half, factor: i === 0 ? 1 : 0, unit: "step" as const })),
  };
  const place = runPlace(run, HALVES, 0.02);

  it("is asked for, and told once it is made", () => {
    expect(nextSentence(null, null, HALVES)).toContain("which half will it move");
    expect(nextSentence({ across: 1, up: 0 }, 0.5, HALVES)).toBe(
      "For your next run you expect NNX 1.00 ×, Linen 0.00 ×: loss 0.5000. Run to see.",
    );
  });

  it("is compared with what was", () => {
    expect(guessSentence({ across: 1.05, up: 0 }, place, HALVES)).toMatch(/So it was\.$/);
    expect(guessSentence({ across: 1, up: 1 }, place, HALVES)).toBe(
      "You expected the NNX half to move 1.00 × and the Linen half 1.00 ×. It was 1.00 × and 0.00 ×.",
    );
    expect(guessSentence(null, place, HALVES)).toBeNull();
    expect(guessSentence({ across: 1, up: 1 }, null, HALVES)).toMatch(/Linen half 1\.00 ×\.$/);
  });

  it("belongs to one run", () => {
    const guess = { across: 1, up: 0 };
    const asked = { ...NO_GUESSING, on: true, next: guess };
    expect(afterRun(asked, guess)).toEqual({ on: true, next: null, last: guess });
    const changed = { across: 0, up: 0 };
    expect(afterRun({ ...asked, next: changed }, guess)).toMatchObject({ next: changed });
    expect(afterRun(NO_GUESSING, null).last).toBeNull();
  });
});
