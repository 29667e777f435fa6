import { describe, expect, it } from "vitest";
import { plotRows } from "./plot-rows";

describe("rows of a plot", () => {
  it("lines up series of different length", () => {
    const plots = [
      { label: "a", values: [1, 2, 3] },
      { label: "b", values: [4] },
    ];
    expect(plotRows(plots)).toEqual([
      { x: 0, values: [1, 4] },
      { x: 1, values: [2, null] },
      { x: 2, values: [3, null] },
    ]);
  });

  it("thins long series and keeps both ends", () => {
    const values = Array.from({ length: 50_000 }, (_, i) => i);
    const rows = plotRows([{ label: "long", values }]);
    expect(rows).toHaveLength(1000);
    expect(rows[0]).toEqual({ x: 0, values: [0] });
    expect(rows.at(-1)).toEqual({ x: 49_999, values: [49_999] });
  });

  it("leaves gaps for what no axis can hold", () => {
    const values = [NaN, Infinity, -1e300, 1];
    expect(plotRows([{ label: "x", values }]).map((row) => row.values[0])).toEqual([
      null,
      null,
      null,
      1,
    ]);
    expect(plotRows([])).toEqual([]);
  });
});
