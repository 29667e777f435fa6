import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { check } from "../../../lessons/mixed-train-step/check";
import { TRAINING_BUGS } from "../../../lessons/mixed-train-step/training-bugs";
import { BugCurves } from "./BugCurves";
import { COUNT, drawRound } from "./draw-round";
import { rightCount, roundRows, roundSentence, scoreSentence } from "./round-words";

type Recorded = { seed: number; lr: number; run: string; losses: number[] };
const golden: { at_steps: number[]; cases: Recorded[] } = JSON.parse(
  readFileSync(new URL("../../../../golden/recordings/half_frozen.json", import.meta.url), "utf8"),
);
const RUN_OF: Record<string, string> = {
  "nothing-moved": "neither",
  "only-nnx-moved": "NNX only",
  "only-linen-moved": "Linen only",
};
const ROUNDS = Array.from({ length: 60 }, (_, i) => drawRound(TRAINING_BUGS, i + 1));

describe("the bugs", () => {
  it("are mistakes that the lesson names", () => {
    const named = check.mistakes.map(({ id }) => id);
    for (const { id } of TRAINING_BUGS.bugs) expect(named).toContain(id);
  });

  it.each(Object.entries(RUN_OF))("train %s as JAX does", (id, run) => {
    const bug = TRAINING_BUGS.bugs.find((each) => each.id === id);
    const cases = golden.cases.filter((each) => each.run === run);
    expect(cases.length).toBeGreaterThan(2);
    for (const { seed, lr, losses } of cases) {
      const own = bug?.losses({ seed, lr }, 500) ?? [];
      for (const [i, at] of golden.at_steps.entries())
        expect(Math.abs((own[at] ?? NaN) - (losses[i] ?? NaN))).toBeLessThan(
          2e-6 + 2e-3 * (losses[i] ?? 0),
        );
    }
  });

  it("step along the gradient that differences of the loss give", () => {
    const setting = { seed: 5, lr: 1e-6 };
    const falls = (id: string) => {
      const bug = TRAINING_BUGS.bugs.find((each) => each.id === id);
      const [before = NaN, after = NaN] = bug?.losses(setting, 1) ?? [];
      return before - after;
    };
    const [before = NaN, after = NaN] = TRAINING_BUGS.right(setting, 1);
    const right = before - after;
    expect(falls("ascent") / right).toBeCloseTo(-1, 3);
    expect(falls("lr-scaled") / right).toBeCloseTo(0.1, 3);
    expect(falls("only-nnx-moved") + falls("only-linen-moved")).toBeCloseTo(right, 9);
    expect(falls("half-ascent")).toBeCloseTo(
      falls("only-linen-moved") - falls("only-nnx-moved"),
      9,
    );
    expect(TRAINING_BUGS.bugs.find(({ id }) => id === "lr-forgotten")?.losses(setting, 3)).toEqual(
      TRAINING_BUGS.right({ ...setting, lr: 1 }, 3),
    );
  });
});

/** The points of each curve as they are drawn on a phone, in pixels. */
function drawnCurves(round: (typeof ROUNDS)[number]): { x: number; y: number }[][] {
  const markup = renderToStaticMarkup(
    createElement(BugCurves, { round, width: 320, front: null, label: "" }),
  );
  return [...markup.matchAll(/class="bug-(?:curve|right)" d="M([^"]*)"/g)].map(([, path = ""]) =>
    path.split("L").map((point) => {
      const [x = NaN, y = NaN] = point.split(" ").map(Number);
      return { x, y };
    }),
  );
}

describe("a round", () => {
  it("has curves that can be told apart where they are drawn, from each other and from the right one", () => {
    for (const round of ROUNDS) {
      const curves = drawnCurves(round);
      expect(curves).toHaveLength(COUNT + 1);
      for (const [i, a] of curves.entries())
        for (const b of curves.slice(i + 1)) {
          // Two lines' widths apart or more, along more than a fingertip.
          const pixels = a.map(({ x, y }, step) =>
            Math.abs(y - (b[step]?.y ?? NaN)) >= 8 ? x - (a[step - 1]?.x ?? x) : 0,
          );
          const long = pixels.reduce((sum, each) => sum + each, 0);
          expect(long, `round ${round.number}`).toBeGreaterThanOrEqual(30);
        }
    }
  });

  it("shows what each bug's sentence says", () => {
    for (const { curves, right } of ROUNDS)
      for (const { bug, losses } of curves) expect(bug.shows(losses, right), bug.id).toBe(true);
  });

  it("asks for every bug, at new rates and seeds, with every letter", () => {
    const seen = (values: readonly unknown[]) => new Set(values).size;
    const curves = ROUNDS.flatMap((round) => round.curves);
    for (const { id } of TRAINING_BUGS.bugs) {
      const own = curves.filter(({ bug }) => bug.id === id);
      expect(own.length, id).toBeGreaterThan(ROUNDS.length / 3);
      expect(seen(own.map(({ letter }) => letter)), id).toBe(COUNT);
    }
    expect(seen(ROUNDS.map(({ setting }) => setting.seed))).toBeGreaterThan(50);
    expect(seen(ROUNDS.map(({ setting }) => setting.lr))).toBeGreaterThan(20);
  });

  it("is the same whenever it is drawn", () => {
    expect(drawRound(TRAINING_BUGS, 7).setting).toEqual(ROUNDS[6]?.setting);
  });
});

describe("what is said", () => {
  const [round] = ROUNDS;
  if (!round) throw new Error("no round");
  const right = Object.fromEntries(round.curves.map(({ bug, letter }) => [bug.id, letter]));

  it("counts what matches", () => {
    expect(rightCount(round, right)).toBe(COUNT);
    expect(scoreSentence(round, right)).toBe("All 5 match.");
    const [one, other] = round.curves;
    if (!one || !other) throw new Error("no curves");
    const swapped = { ...right, [one.bug.id]: other.letter, [other.bug.id]: one.letter };
    expect(scoreSentence(round, swapped)).toMatch(/^3 of 5 match/);
    expect(scoreSentence(round, {})).toMatch(/^None matches/);
  });

  it("gives the curves in words and numbers, without their bugs", () => {
    const sentence = roundSentence(round, TRAINING_BUGS.target);
    expect(sentence).toContain(`learning rate ${round.setting.lr}`);
    for (const { bug } of round.curves) expect(sentence).not.toContain(bug.name);
    expect(roundRows(round)).toHaveLength(COUNT + 1);
  });
});
