import { describe, expect, it } from "vitest";
import { UNARY_ROWS } from "../../array/unary";
import { runsAsSimd, simdElementwise } from "./simd-elementwise";

const SMALL = 2 ** -130;
const EDGES = [
  0,
  -0,
  1,
  -1,
  3,
  1e-38,
  -1e-38,
  SMALL,
  -SMALL,
  3e38,
  -3e38,
  Infinity,
  -Infinity,
  NaN,
  0.1,
  7,
];
const OPERATIONS = {
  add: (x: number, y: number) => x + y,
  sub: (x: number, y: number) => x - y,
  mul: (x: number, y: number) => x * y,
  div: (x: number, y: number) => x / y,
  max: Math.max,
  min: Math.min,
} as const;
const NAMES = ["add", "sub", "mul", "div", "max", "min"] as const;
const OF_ONE = {
  sqrt: Math.sqrt,
  square: (x: number) => x * x,
  relu: (x: number) => Math.max(x, 0),
} as const;

describe("arithmetic as WebAssembly SIMD", () => {
  it("is taken for large arrays and for what IEEE 754 fixes", () => {
    expect(runsAsSimd("add", 2 ** 12)).toBe(true);
    expect(runsAsSimd("add", 5)).toBe(false);
    expect(runsAsSimd("pow", 2 ** 12)).toBe(false);
  });

  it.each(NAMES)(
    "%s gives each pair of edge values the number that doubles give, rounded",
    (name) => {
      const pairs = EDGES.flatMap((x) => EDGES.map((y) => [x, y] as const));
      const a = Float32Array.from(pairs, ([x]) => x);
      const b = Float32Array.from(pairs, ([, y]) => y);
      const got = simdElementwise(name, [a, b], new Float32Array(pairs.length));
      const wanted = Float32Array.from(a, (x, i) => flush(OPERATIONS[name](flush(x), flush(b[i]))));
      // The denormals of float32 arise in rounding, so the wanted ones are flushed once more.
      expect([...got]).toEqual([...wanted.map(flush)]);
    },
  );

  it.each(["sqrt", "square", "relu"] as const)(
    "%s gives each edge value what doubles give",
    (name) => {
      const a = Float32Array.from(EDGES);
      const got = simdElementwise(name, [a], new Float32Array(a.length));
      const wanted = Float32Array.from(a, (x) => OF_ONE[name](flush(x)));
      expect([...got]).toEqual([...wanted.map(flush)]);
    },
  );

  it.each(["exp", "log", "log1p", "tanh", "logistic"] as const)(
    "%s gives what doubles give, but for the last bit where that is nearly halfway",
    (name) => {
      const row = UNARY_ROWS[name];
      const spread = Array.from({ length: 20_000 }, (_, i) => Math.sinh((i - 10_000) / 1000));
      const around = Array.from({ length: 4000 }, (_, i) => 1 + (i - 2000) * 2 ** -20);
      const tiny = Array.from({ length: 4000 }, (_, i) => (i - 2000) * 2 ** -22);
      const a = Float32Array.from([...EDGES, ...spread, ...around, ...tiny]);
      const got = simdElementwise(name, [a], new Float32Array(a.length));
      let others = 0;
      a.forEach((x, i) => {
        const wanted = flush(Math.fround(row.formula(flush(x))));
        if (Object.is(got[i], wanted) || (Number.isNaN(got[i]) && Number.isNaN(wanted))) return;
        others += 1;
        // One unit in the last place, where the number is no power of two.
        expect(Math.abs(got[i] - wanted)).toBeLessThanOrEqual(Math.abs(wanted) * 2 ** -23);
      });
      expect(others).toBeLessThan(a.length / 500);
    },
  );

  it("relu_grad passes on what is over numbers above zero, as it is", () => {
    const pairs = EDGES.flatMap((x) => EDGES.map((t) => [x, t] as const));
    const x = Float32Array.from(pairs, ([x]) => x);
    const t = Float32Array.from(pairs, ([, t]) => t);
    const got = simdElementwise("relu_grad", [x, t], new Float32Array(pairs.length));
    expect([...got]).toEqual([...t.map((value, i) => (flush(x[i]) > 0 ? value : 0))]);
  });

  it.each(NAMES)("%s takes one number on either side, and arrays of more than one pass", (name) => {
    for (const length of [1, 3, 4, 2 ** 14, 2 ** 14 + 1, 40_001]) {
      const a = Float32Array.from({ length }, (_, i) => Math.sin(i) * 10);
      const b = Float32Array.from({ length }, (_, i) => Math.cos(i) * 3 + 4);
      const one = Float32Array.of(1.7);
      const run = OPERATIONS[name];
      const both = Float32Array.from(a, (x, i) => run(x, b[i]));
      expect(simdElementwise(name, [a, b], new Float32Array(length))).toEqual(both);
      const right = Float32Array.from(a, (x) => run(x, one[0]));
      expect(simdElementwise(name, [a, one], new Float32Array(length))).toEqual(right);
      const left = Float32Array.from(b, (y) => run(one[0], y));
      expect(simdElementwise(name, [one, b], new Float32Array(length))).toEqual(left);
    }
  });
});

it("repeats a line along an array, whatever its length", () => {
  for (const [lines, length] of [
    [400, 3],
    [2, 8192],
    [7, 5000],
    [1024, 1],
    [300, 100],
  ]) {
    const a = Float32Array.from({ length: lines * length }, (_, i) => Math.sin(i));
    const line = Float32Array.from({ length }, (_, i) => i + 0.5);
    const wanted = Float32Array.from(a, (x, i) => x - line[i % length]);
    expect(simdElementwise("sub", [a, line], new Float32Array(a.length))).toEqual(wanted);
    const turned = Float32Array.from(a, (x, i) => line[i % length] - x);
    expect(simdElementwise("sub", [line, a], new Float32Array(a.length))).toEqual(turned);
  }
});

function flush(x: number): number {
  return Math.abs(x) < 2 ** -126 ? x * 0 : x;
}
