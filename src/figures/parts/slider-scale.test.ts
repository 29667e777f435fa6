import { describe, expect, it } from "vitest";
import { linearScale, logScale } from "./slider-scale";

const valuesOf = ({ last, valueAt }: ReturnType<typeof linearScale>) =>
  Array.from({ length: last + 1 }, (_, place) => valueAt(place));

describe("linearScale", () => {
  it("has both ends and round values between them", () => {
    expect(valuesOf(linearScale(-0.2, 0.3, 0.1))).toEqual([-0.2, -0.1, 0, 0.1, 0.2, 0.3]);
  });

  it("finds the nearest place and stays inside", () => {
    const scale = linearScale(-1, 3, 0.05);
    expect(scale.last).toBe(80);
    expect(scale.valueAt(scale.placeOf(0.97))).toBe(0.95);
    expect(scale.placeOf(-7)).toBe(0);
    expect(scale.placeOf(7)).toBe(80);
    expect(scale.valueAt(90)).toBe(3);
  });

  it("refuses steps that miss the end", () => {
    expect(() => linearScale(0, 1, 0.3)).toThrow("steps of 0.3");
  });
});

describe("logScale", () => {
  it("has both ends, rises, and rounds to two digits", () => {
    const values = valuesOf(logScale(0.005, 0.5, 24));
    expect(values[0]).toBe(0.005);
    expect(values.at(-1)).toBe(0.5);
    for (const [i, value] of values.entries()) {
      if (i > 0) expect(value).toBeGreaterThan(values[i - 1] ?? Infinity);
      expect(String(Number(value.toPrecision(2)))).toBe(String(value));
    }
  });

  it("gives every value its own place back", () => {
    const scale = logScale(0.005, 0.5, 24);
    for (let place = 0; place <= scale.last; place++)
      expect(scale.placeOf(scale.valueAt(place))).toBe(place);
    expect(scale.placeOf(0)).toBe(0);
    expect(scale.placeOf(100)).toBe(scale.last);
  });

  it("refuses a range that has no ratios", () => {
    expect(() => logScale(0, 1, 10)).toThrow("no ratios");
  });
});
