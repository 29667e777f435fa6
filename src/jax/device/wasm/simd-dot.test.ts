import { describe, expect, it } from "vitest";
import type { Strided } from "../host/float-dot";
import { kernelModule } from "./simd-engine";
import { hasSimd, simdDot } from "./simd-dot";

const BLOCK = 2 ** 11;
/** Sizes beside a tile's and beside the 64 that are summed in order, a single row or column, and more than one block. */
const SIZES = [
  [1, 1, 1],
  [3, 5, 7],
  [4, 64, 8],
  [5, 65, 9],
  [1, 1000, 33],
  [33, 1000, 1],
  [17, 129, 31],
  [64, 4097, 6],
  [35, 130, 29],
];

describe("a product as WebAssembly SIMD", () => {
  it("can run here", () => {
    expect(hasSimd()).toBe(true);
  });

  it.each(SIZES)(
    "[%i, %i] · [.., %i] is as near as pairwise float32 sums are, in each layout",
    (...size) => {
      const [m, k, n] = size;
      for (const [leftTurned, rightTurned] of [
        [false, false],
        [true, false],
        [false, true],
        [true, true],
      ]) {
        const a = matrix(m, k, leftTurned);
        const b = matrix(k, n, rightTurned);
        const out = new Float32Array(m * n + 2).fill(7);
        simdDot(a, b, out, 1, m, k, n, BLOCK);
        expect([out[0], out.at(-1)]).toEqual([7, 7]);
        const exact = product(a, b, m, k, n);
        const magnitude = product(absolute(a), absolute(b), m, k, n);
        const terms = Math.min(k, 64) + Math.ceil(Math.log2(Math.max(k / 64, 1))) + 2;
        const beyond = exact.findIndex(
          (value, i) => Math.abs(out[i + 1] - value) > terms * 2 ** -24 * magnitude[i],
        );
        expect(beyond).toBe(-1);
      }
    },
  );

  it("keeps infinities and NaN in their rows and columns", () => {
    const a = matrix(6, 70, false);
    const b = matrix(70, 10, false);
    a.data[2 * 70 + 3] = Infinity;
    b.data[69 * 10 + 9] = NaN;
    const out = new Float32Array(60);
    simdDot(a, b, out, 0, 6, 70, 10);
    for (let i = 0; i < 6; i++)
      for (let j = 0; j < 10; j++) {
        const value = out[i * 10 + j];
        if (j === 9) expect(value).toBeNaN();
        else if (i === 2) expect(Math.abs(value)).toBe(Infinity);
        else expect(Math.abs(value)).toBeLessThan(70);
      }
  });

  it("takes denormals for zeros of their sign, and gives none", () => {
    const small = 2 ** -127;
    const column = (value: number): Strided => rows([value, value, value, value], 1);
    const out = new Float32Array(16);
    simdDot(column(small), rows([2, 2, 2, 2], 4), out, 0, 4, 1, 4);
    expect([...out]).toEqual(new Array(16).fill(0));
    simdDot(column(-(2 ** -126)), rows([0.5, 0.5, 0.5, 0.5], 4), out, 0, 4, 1, 4);
    // A sum starts from +0, as a sum does that has a zero of each sign.
    expect([...out].every((value) => value === 0)).toBe(true);
  });

  it("is a small module", () => {
    expect(kernelModule(false).length).toBeLessThan(32_768);
  });
});

function rows(values: readonly number[], columns: number): Strided {
  return { data: Float32Array.from(values), start: 0, row: columns, column: 1 };
}

/** Made up, between −1 and 1; with its columns in order where it is turned. */
function matrix(m: number, n: number, turned: boolean): Strided {
  let state = m * 65_537 + n;
  const data = Float32Array.from({ length: m * n }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
  return { data, start: 0, row: turned ? 1 : n, column: turned ? m : 1 };
}

function absolute(of: Strided): Strided {
  return { ...of, data: of.data.map(Math.abs) };
}

/** In double precision. */
function product(a: Strided, b: Strided, m: number, k: number, n: number): Float64Array {
  const out = new Float64Array(m * n);
  for (let i = 0; i < m; i++)
    for (let p = 0; p < k; p++) {
      const x = a.data[a.start + i * a.row + p * a.column];
      for (let j = 0; j < n; j++) out[i * n + j] += x * b.data[b.start + p * b.row + j * b.column];
    }
  return out;
}
