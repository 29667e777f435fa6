import { describe, expect, it } from "vitest";
import { chartOf } from "./chart-rows";

const one = { id: "c", visible: true, inputs: [], ok: false, budget: 2 };
const rowsOf = (got: number[] | null, expected: number[]) =>
  chartOf([{ ...one, got, expected }]).rows;

describe("rows of the chart", () => {
  it("puts yours beside the reference", () => {
    expect(rowsOf([1, 2], [1, 3])).toEqual([{ name: "1", yours: [1, 2], expected: [1, 3] }]);
  });

  it("leaves out what no axis can hold", () => {
    const hostile = [NaN, Infinity, -Infinity, 1e308, 0, -1];
    const rights = hostile.map(() => 1);
    expect(rowsOf(hostile, rights)[0]?.yours).toEqual(hostile.map(() => null));
    expect(rowsOf(null, [1])[0]?.yours).toEqual([null]);
    expect(chartOf([])).toMatchObject({ rows: [], scale: { kind: "linear" } });
  });
});

describe("the scale of the chart", () => {
  it("shows a small loss beside a large one", () => {
    const { scale } = chartOf([
      { ...one, got: [9.6, 1.7], expected: [9.6, 1.7] },
      { ...one, got: [0.8, 0.024], expected: [0.8, 0.024] },
    ]);
    expect(scale).toEqual({ kind: "log", domain: [0.01, 10], ticks: [0.01, 0.1, 1, 10] });
  });

  it("names steps within few powers of ten and skips some of many", () => {
    expect(chartOf([{ ...one, got: [1.5], expected: [3] }]).scale.ticks).toEqual([1, 2, 5, 10]);
    const wide = chartOf([{ ...one, got: [1e-9], expected: [1e9] }]).scale;
    expect(wide.ticks?.length).toBeLessThanOrEqual(8);
    expect(wide.domain).toEqual([1e-9, 1e9]);
  });

  it("is plain where the reference has zeros or negative numbers", () => {
    const { rows, scale } = chartOf([{ ...one, got: [-1], expected: [0] }]);
    expect(scale.kind).toBe("linear");
    expect(rows[0]).toMatchObject({ yours: [-1], expected: [0] });
  });
});
