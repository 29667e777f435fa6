import { describe, expect, it } from "vitest";
import { LESSONS } from "../../../lessons/index";
import type { OnePassBackModel } from "../../../figure-models/one-pass-back-model";
import { layoutPass } from "./pass-layout";
import { lastStage, slopesAt, stageIndex, STAGES } from "./pass-stages";
import { differenceSentence, entryName, passSentence, stageSentence } from "./pass-words";

const found = LESSONS.flatMap(({ figures }) => Object.values(figures)).find(
  ({ kind }) => kind === "one-pass-back",
);
if (found?.kind !== "one-pass-back") throw new Error("no lesson has the figure");
const model: OnePassBackModel = found.model;

function told(id: string) {
  const variant = model.variants.find((each) => each.id === id) ?? model.variants[0];
  return { model, variant, pass: variant.open() };
}
const right = told("one-pass").pass;

/** Every product and sum that a sentence writes out, as [what it comes to, what it says]. */
function sums(sentence: string): [number, number][] {
  return [
    ...sentence.matchAll(/((?:\(?−?\d+\.\d\d\)?(?: [·+−/] )?(?:\d(?= ·))?)+) = (−?\d+\.\d\d)/g),
  ]
    .filter(([, left = ""]) => left.includes("·"))
    .map(([, left = "", end = ""]) => [
      left
        .split(" + ")
        .map((term) =>
          term
            .split(" · ")
            .map(plain)
            .reduce((a, b) => a * b, 1),
        )
        .reduce((a, b) => a + b, 0),
      plain(end),
    ]);
}
const plain = (text: string) => Number(text.replace(/[()]/g, "").replace("−", "-"));

describe("stageSentence", () => {
  it("writes out arithmetic that holds, to the two decimals that are shown", () => {
    const all = STAGES.flatMap((_, at) => sums(stageSentence(told("one-pass"), at)));
    expect(all.length).toBeGreaterThanOrEqual(5);
    for (const [left, end] of all) expect(Math.abs(left - end)).toBeLessThan(0.05);
  });

  it("tells of units that are off, and of weights that are constants or have moved", () => {
    const at = (id: string, stage: (typeof STAGES)[number]) =>
      stageSentence(told(id), stageIndex(stage));
    expect(at("one-pass", "hidden")).toContain("units 1 and 2 are below zero");
    expect(at("one-pass", "back-at-before")).toContain("units 1 and 2 are switched off");
    expect(at("encoder-captured", "first-leaves")).toContain("NNX half’s weights are constants");
    expect(at("head-captured", "second-leaves")).toContain("Linen half’s weights are constants");
    expect(at("head-first", "second-leaves")).toContain("has moved already");
    expect(at("stop-gradient", "back-at-before")).toContain("is cut at h");
    expect(at("float", "back-at-prediction")).toContain("JAX raises");
  });
});

describe("the way back", () => {
  it("comes to the head's leaves, through them to h, then past ReLU to the encoder's", () => {
    const order = (["prediction", "secondKernel", "hidden", "before", "firstKernel"] as const).map(
      (part) => STAGES.findIndex((_, at) => slopesAt(right, part, at)),
    );
    expect(order).toEqual([5, 6, 7, 8, 9]);
    expect(lastStage(told("float").variant)).toBe(5);
    expect(slopesAt(told("float").pass, "prediction", 5)).toBeNull();
  });

  it("differs head first, and where: the sentence names the entry that differs most", () => {
    expect(differenceSentence(told("one-pass"), right)).toBe("");
    const { pass } = told("head-first");
    const far = (pass.firstKernel.slopes ?? []).map((slope, i) =>
      Math.abs(slope - (right.firstKernel.slopes?.[i] ?? NaN)),
    );
    const most = far.indexOf(Math.max(...far));
    expect(differenceSentence(told("head-first"), right)).toContain(
      entryName(model, "firstKernel", 4, most),
    );
  });

  it("is told in one sentence, with the zeros counted", () => {
    expect(passSentence(told("one-pass"))).toContain("encoder.kernel gets 6 slopes and 6 zeros");
    expect(passSentence(told("head-first"))).toContain("head.kernel is not asked for");
    expect(passSentence(told("float"))).toContain("No gradient comes back");
  });
});

describe.each([320, 343, 480, 560, 700])("the layout at %i pixels", (width) => {
  const layout = layoutPass(right, width);
  const boxes = layout.grids.map(({ x, y, columns, rows }) => ({
    left: x,
    top: y,
    right: x + columns * layout.cell.width,
    bottom: y + rows * layout.cell.height,
  }));

  it("keeps all within the width, and no two parts over each other", () => {
    expect(layout.width).toBeLessThanOrEqual(width);
    for (const [i, a] of boxes.entries()) {
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.right).toBeLessThanOrEqual(layout.width);
      for (const b of boxes.slice(i + 1)) {
        const apart =
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        expect(apart).toBe(true);
      }
    }
  });
});
