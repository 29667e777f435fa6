import { describe, expect, it } from "vitest";
import { chartRows } from "./chart-rows";

const one = { id: "c", visible: true, inputs: [], ok: false, budget: 2 };

describe("rows of the chart", () => {
  it("puts yours beside the reference", () => {
    expect(chartRows([{ ...one, got: [1, 2], expected: [1, 3] }])).toEqual([
      { name: "1", yours: [1, 2], expected: [1, 3] },
    ]);
  });

  it("leaves out what no axis can hold", () => {
    const hostile = [NaN, Infinity, -Infinity, 1e308];
    expect(chartRows([{ ...one, got: hostile, expected: [1, 1, 1, 1] }])[0]?.yours).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(chartRows([{ ...one, got: null, expected: [1] }])[0]?.yours).toEqual([null]);
    expect(chartRows([])).toEqual([]);
  });
});
