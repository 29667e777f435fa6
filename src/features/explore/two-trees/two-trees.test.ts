import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LESSONS } from "../../../lessons/index";
import type { TwoTreesModel } from "../../../figure-models/two-trees-model";
import { treeDifference } from "./tree-difference";
import { CELL, layoutTrees } from "./tree-layout";
import { isOff, linesSaid, numbersOf, treesSentence } from "./tree-words";
import { rangeOfLine } from "./use-pointing";

const found = LESSONS.flatMap(({ figures }) => Object.values(figures)).find(
  ({ kind }) => kind === "two-trees",
);
if (found?.kind !== "two-trees") throw new Error("no lesson has the figure");
const model: TwoTreesModel = found.model;

/** What real JAX raised for a broken program of the lesson. */
const attempts: Record<string, { cases: { error?: { type: string; text: string } }[] }> =
  JSON.parse(
    readFileSync(new URL("../../../../golden/recordings/attempts.json", import.meta.url), "utf8"),
  ).programs;
function raised(name: string) {
  const error = attempts[`mixed-train-step/wrong/${name}.py`]?.cases[0]?.error;
  if (!error) throw new Error(`${name} raises nothing`);
  return { type: error.type, message: error.text };
}

describe("numbersOf", () => {
  it("goes from before to after by the change, at every update", () => {
    for (const at of [0, 1, 57, model.steps - 1]) {
      const [before, change, after] = (["before", "change", "after"] as const).map((view) =>
        numbersOf(model, at, view).flat(),
      );
      for (const [i, value] of (before ?? []).entries())
        expect(value + (change?.[i] ?? NaN)).toBeCloseTo(after?.[i] ?? NaN, 12);
    }
  });

  it("has zeros in the gradient where a unit is off, and only there", () => {
    const { off } = model.at(0);
    expect(off).toEqual([1, 2]);
    for (const [leaf, slopes] of numbersOf(model, 0, "gradient").entries())
      for (const [i, slope] of slopes.entries()) {
        const described = model.leaves[leaf];
        if (described) expect(slope === 0).toBe(isOff(described, i, off));
      }
  });
});

describe("treesSentence and linesSaid", () => {
  it("say the losses, why there are zeros, and where a leaf is named", () => {
    expect(treesSentence(model, 0, "after")).toContain("the loss is 0.5607, from 1.0245");
    expect(treesSentence(model, 0, "gradient")).toContain("the rows in params/kernel are 0, too");
    const [leaf] = model.leaves;
    if (!leaf) throw new Error("no leaf");
    expect(linesSaid(leaf, "p", [])).toContain("No line");
    expect(linesSaid(leaf, "p", [2, 5, 9])).toContain("in lines 2, 5 and 9.");
  });
});

describe("treeDifference", () => {
  it("reads which level is missing or too many in what real JAX and Flax raise", () => {
    const of = (name: string) => treeDifference(raised(name))?.said;
    expect(of("params-level-dropped--inner-dict")).toContain("A `params` level is missing");
    expect(of("params-level-dropped--one-level-more")).toContain("a `params` level too many");
    expect(of("not-initialised--no-lazy-init")).toContain("The tree is empty");
    expect(of("grads-swapped--other-order")).toContain(
      "A `params` level is missing in the first of the two trees",
    );
    expect(of("grads-swapped--one-map-for-both")).toContain("the first is a tuple");
    expect(of("float-seed--key")).toBeUndefined();
  });

  it("outlines both trees, each with what it alone has", () => {
    const { outlines = [] } = treeDifference(raised("grads-swapped--other-order")) ?? {};
    expect(outlines.map(({ keys }) => keys.map(({ text, odd }) => `${text} ${odd}`))).toEqual([
      ["bias true", "kernel true"],
      ["params true"],
    ]);
  });
});

describe.each([320, 343, 480, 560, 700])("the layout at %i pixels", (width) => {
  it("keeps the cells of all leaves apart and in sight", () => {
    const { trees, height } = layoutTrees(model, width);
    const boxes = trees.flatMap(({ leaves }) =>
      leaves.map(({ leaf, x, y, names }) => ({
        left: x,
        top: names[0] - 12,
        right: x + (model.leaves[leaf]?.columns ?? 0) * CELL.width,
        bottom: y + (model.leaves[leaf]?.rows ?? 0) * CELL.height,
      })),
    );
    for (const [i, a] of boxes.entries()) {
      expect(a.right).toBeLessThanOrEqual(width);
      expect(a.bottom).toBeLessThanOrEqual(height);
      for (const b of boxes.slice(i + 1))
        expect(
          a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top,
        ).toBe(true);
    }
  });
});

it("finds a line's place in a text", () => {
  const source = "one\ntwo\n\nfour";
  const texts = [1, 2, 3, 4].map((line) => {
    const { from, to } = rangeOfLine(source, line);
    return source.slice(from, to);
  });
  expect(texts).toEqual(["one", "two", "", "four"]);
});
