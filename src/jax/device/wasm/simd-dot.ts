import type { Strided } from "../host/float-dot";
import { PARTIAL_BYTES, TILE_COLUMNS, TILE_ROWS } from "./dot-kernel";
import { placed, simdEngine, type SimdEngine } from "./simd-engine";

/** Larger operands are taken block by block, so that the kernel's memory stays within about six of these. */
const BLOCK = 2 ** 22;

/** Whether products can run as WebAssembly SIMD here. */
export function hasSimd(): boolean {
  return simdEngine() !== null;
}

/**
 * A product of float32 matrices [m, k] and [k, n] into `out` from `at`; at least one axis of each operand lies in order.
 * 64 products at a time are summed in float32, their sums in pairs; denormals become zeros. Only where {@link hasSimd}.
 * @param block how many numbers of an operand are taken at a time
 */
export function simdDot(
  a: Strided,
  b: Strided,
  out: Float32Array,
  at: number,
  m: number,
  k: number,
  n: number,
  block = BLOCK,
): void {
  const engine = simdEngine();
  if (engine === null) throw new Error("There is no WebAssembly SIMD here.");
  const rows = blockOf(block, m, k, TILE_ROWS);
  const columns = blockOf(block, n, Math.max(k, rows), TILE_COLUMNS);
  for (let j = 0; j < n; j += columns)
    for (let i = 0; i < m; i += rows) {
      const size = { m: Math.min(rows, m - i), k, n: Math.min(columns, n - j) };
      const left = { ...a, start: a.start + i * a.row };
      const right = { ...b, start: b.start + j * b.column };
      multiplyBlock(engine, left, right, size, out, at + i * n + j, n);
    }
}

/** How many of `extent` lines of `length` a block of so many numbers takes: all, or a multiple of a tile's. */
function blockOf(block: number, extent: number, length: number, tile: number): number {
  const fitting = Math.floor(block / length / tile) * tile;
  return Math.min(extent, Math.max(tile, fitting));
}

function multiplyBlock(
  { kernel, memory }: SimdEngine,
  a: Strided,
  b: Strided,
  { m, k, n }: { readonly m: number; readonly k: number; readonly n: number },
  out: Float32Array,
  at: number,
  outRow: number,
): void {
  const rows = roundedUp(m, TILE_ROWS);
  const columns = roundedUp(n, TILE_COLUMNS);
  // Packing reads past the last row or column, as far as a tile goes.
  const source = Math.max(rows * (k + TILE_COLUMNS), columns * (k + TILE_COLUMNS));
  const [partial, copied, left, right, result] = placed(memory, [
    PARTIAL_BYTES / 4,
    source,
    rows * k,
    k * columns,
    rows * columns,
  ]);
  const numbers = new Float32Array(memory.buffer);
  if (copyMatrix(numbers, copied / 4, a.data, a.start, a.row, a.column, m, k))
    kernel.packAlong4(copied, left, k * 4, k, rows);
  else kernel.packAcross4(copied, left, m * 4, k, rows);
  if (copyMatrix(numbers, copied / 4, b.data, b.start, b.column, b.row, n, k))
    kernel.packAlong8(copied, right, k * 4, k, columns);
  else kernel.packAcross8(copied, right, n * 4, k, columns);
  kernel.multiply(left, right, result, rows, k, columns, partial);
  for (let i = 0; i < m; i++) {
    const from = result / 4 + i * columns;
    out.set(numbers.subarray(from, from + n), at + i * outRow);
  }
}

/**
 * Copies `lines` lines of `length` summed elements, `line` and `step` apart. True where each line lies in order in the
 * copy; else each step of all lines does.
 */
function copyMatrix(
  to: Float32Array,
  at: number,
  data: Float32Array,
  start: number,
  line: number,
  step: number,
  lines: number,
  length: number,
): boolean {
  const along = step === 1;
  const [outer, inner, apart] = along ? [lines, length, line] : [length, lines, step];
  if (apart === inner) {
    to.set(data.subarray(start, start + outer * inner), at);
    return along;
  }
  for (let i = 0; i < outer; i++)
    to.set(data.subarray(start + i * apart, start + i * apart + inner), at + i * inner);
  return along;
}

function roundedUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}
