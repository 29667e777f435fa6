import { describe, expect, it } from "vitest";
import recorded from "../../../golden/recordings/array_text.json";
import { DTYPES } from "../base/dtype";
import { formatArray } from "./array-text";
import { roundToFloat16 } from "./decimal";

function number(value: number | boolean | string): number {
  return typeof value === "string" ? Number(value.replace("inf", "Infinity")) : Number(value);
}

describe("formatArray", () => {
  it.each(recorded.cases.map((entry, index) => [index, entry] as const))(
    "writes recorded array %i as NumPy and JAX do",
    (_, { shape, dtype: name, weak, data, repr, str }) => {
      const dtype = DTYPES.find((known) => known === name);
      if (dtype === undefined) throw new Error(`unknown dtype ${name}`);
      const array = { shape, dtype, weak, values: data.map(number) };
      expect(formatArray(array, "repr")).toBe(repr);
      expect(formatArray(array, "str")).toBe(str);
    },
  );
});

describe("roundToFloat16", () => {
  it.each([
    [0.1, 0.0999755859375],
    [65519, 65504],
    [65520, Infinity],
    [-1e-8, -0],
    [2 ** -25, 0],
    [3 * 2 ** -26, 2 ** -24],
    [2049, 2048],
    [2051, 2052],
    [0.33325, 0.333251953125],
  ])("rounds %f to %f", (value, rounded) => expect(roundToFloat16(value)).toBe(rounded));
});
