import { describe, expect, it } from "vitest";
import { digitsLeft } from "./rounded-answers";

const RIGHT = [
  [1.8461277, 0.9273341],
  [0.3351928, 0.0291173],
  [7.1264095, 2.4420917],
  [0.9127733, 0.4490138],
];

function left(change: (right: number, i: number) => number): string | null {
  return digitsLeft(
    RIGHT.map((expected) => ({
      inputs: [],
      expected,
      got: expected.map((right, i) => Math.fround(change(right, i))),
    })),
  );
}

/** To a significand of so many bits, to nearest. */
function toBits(value: number, bits: number): number {
  const unit = 2 ** (Math.floor(Math.log2(value)) - bits + 1);
  return Math.round(value / unit) * unit;
}

describe("digits that are left", () => {
  it.each([1, 2, 3, 4])("are %i decimal places after rounding to them", (places) => {
    const words = places === 1 ? "1 decimal place" : `${places} decimal places`;
    expect(left((right) => Number(right.toFixed(places)))).toBe(words);
  });

  it("are those of a 16-bit number", () => {
    expect(left((right) => toBits(right, 11))).toBe("the 11 bits of float16");
    expect(left((right) => toBits(right * 1.002, 8))).toBe("the 8 bits of bfloat16");
  });

  it("are few where 16-bit numbers were used on the way", () => {
    expect(left((right, i) => right * (1 + (i === 0 ? 1 : -1) * 1.7e-3))).toBe(
      "two or three digits",
    );
  });

  it("are not spoken of where all numbers are pulled one way, or far", () => {
    expect(left((right) => right * 1.003)).toBeNull();
    expect(left((right, i) => right * (1 + (i === 0 ? 0.05 : -0.05)))).toBeNull();
  });

  it("are not spoken of where an answer is missing", () => {
    expect(digitsLeft([{ inputs: [], expected: [1, 2], got: null }])).toBeNull();
  });
});
