import { describe, expect, it } from "vitest";
import type { LabelledBoxesModel } from "../../figure-models/labelled-boxes-model";
import { BOX, layoutBoxes } from "./layout-boxes";

function model(count: number, back: LabelledBoxesModel["back"] = []): LabelledBoxesModel {
  const boxes = Array.from({ length: count }, (_, i) => ({
    name: `box ${i}`,
    kind: "kind",
    look: i === 0 ? ("first" as const) : ("second" as const),
  }));
  return { input: "x", boxes, output: "loss", back, description: "Boxes." };
}

const numbers = (path: string) => (path.match(/[\d.]+/g) ?? []).map(Number);

describe("layoutBoxes", () => {
  it.each([1, 2, 3, 5])("keeps %i boxes apart and inside", (count) => {
    const { boxes, arrows, width, output } = layoutBoxes(model(count));
    expect(boxes).toHaveLength(count);
    expect(arrows).toHaveLength(count + 1);
    for (const [i, arrow] of arrows.entries()) {
      expect(arrow.to).toBeGreaterThan(arrow.from);
      // Each arrow lies between the box before it and the box after it.
      expect(arrow.from).toBeGreaterThanOrEqual((boxes[i - 1]?.x ?? -BOX.width) + BOX.width);
      expect(arrow.to).toBeLessThan(boxes[i]?.x ?? output);
    }
    expect(output).toBeLessThan(width);
  });

  it("leads each way back to below its box, without crossing another", () => {
    const back = [
      { to: 0, note: "far" },
      { to: 1, note: "middle" },
      { to: 2, note: "near" },
    ];
    const layout = layoutBoxes(model(3, back));
    const ways = layout.back.map(({ path }) => numbers(path));
    for (const [i, [start = NaN, , down = NaN, across, up = NaN]] of ways.entries()) {
      expect(across).toBe(layout.boxes[i]?.middle);
      expect(up).toBeGreaterThan(BOX.top + BOX.height);
      expect(down).toBeLessThan(layout.height);
      const [inner = 0, , higher = 0] = ways[i + 1] ?? [];
      expect(start).toBeGreaterThan(inner);
      expect(down).toBeGreaterThan(higher);
    }
    expect(layout.back.map(({ look }) => look)).toEqual(["first", "second", "second"]);
  });

  it("refuses a way back to no box", () => {
    expect(() => layoutBoxes(model(1, [{ to: 1, note: "" }]))).toThrow("box 1 of 1");
  });
});
