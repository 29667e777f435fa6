import { PARTIAL_BYTES, TILE_COLUMNS, TILE_ROWS } from "../dot-kernel";
import type { PlannedBuffer } from "./planned-buffer";
import { firstByte, mergedAxes, type PlannedView } from "./planned-view";

/** One operand's matrix in memory: how far apart, in numbers, its lines lie, and the elements that a product sums over. */
export interface PlannedMatrix {
  readonly view: PlannedView;
  readonly lineStride: number;
  readonly summedStride: number;
}

/** A product of matrices [m, k] and [k, n] into rows of n numbers. */
export interface PlannedDot {
  readonly left: PlannedMatrix;
  readonly right: PlannedMatrix;
  readonly m: number;
  readonly k: number;
  readonly n: number;
  readonly to: PlannedBuffer;
  /** The first byte of the result in its buffer. */
  readonly toByte: number;
  /** See {@link dotScratch}. */
  readonly scratch: PlannedBuffer;
}

/** A view as a matrix whose lines or summed elements lie in order; null where its elements have to be moved first. */
export function plannedMatrix(
  view: PlannedView,
  lines: readonly number[],
  summed: readonly number[],
): PlannedMatrix | null {
  const line = mergedAxes(view, lines);
  const sum = mergedAxes(view, summed);
  if (line === null || sum === null) return null;
  const isAcross = line.stride === 1 || line.length === 1;
  const isAlong = sum.stride === 1 || sum.length === 1;
  if (!isAcross && !isAlong) return null;
  return { view, lineStride: line.stride, summedStride: sum.stride };
}

function roundedUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}

interface DotSize {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

/** Whether the product's tiles fill its rows, so that it is written where it is to be. */
function writesInPlace({ n }: Pick<DotSize, "n">): boolean {
  return n % TILE_COLUMNS === 0;
}

/** Bytes of the results of so many products, one after another: tiles reach past the last row. */
export function dotBytes({ m, n }: DotSize, count: number): number {
  return ((count - 1) * m + roundedUp(m, TILE_ROWS)) * n * 4 + TILE_COLUMNS * 4;
}

/** Bytes for both operands as they are packed, partial sums, and the result where its tiles reach past its rows. */
export function dotScratch(size: DotSize): number {
  const { left, right, result } = scratchParts(size);
  return PARTIAL_BYTES + left + right + result;
}

function scratchParts({ m, k, n }: DotSize): Record<"left" | "right" | "result", number> {
  const rows = roundedUp(m, TILE_ROWS);
  const columns = roundedUp(n, TILE_COLUMNS);
  return {
    left: rows * k * 4,
    right: columns * k * 4,
    result: writesInPlace({ n }) ? 0 : rows * columns * 4,
  };
}

/** A kernel's call: addresses count from the step's memory, other numbers are what they are. */
export interface KernelCall<Name> {
  readonly name: Name;
  readonly numbers: readonly ({ readonly address: number } | number)[];
}

export type DotCallName =
  "packAcross4" | "packAcross8" | "packAlong4" | "packAlong8" | "multiply" | "copyLines";

/** The kernels that compute a product, in their order. */
export function dotCalls({
  left,
  right,
  m,
  k,
  n,
  to,
  toByte,
  scratch,
}: PlannedDot): KernelCall<DotCallName>[] {
  const parts = scratchParts({ m, k, n });
  const rows = roundedUp(m, TILE_ROWS);
  const columns = roundedUp(n, TILE_COLUMNS);
  const partial = { address: scratch.offset };
  const packedLeft = { address: partial.address + PARTIAL_BYTES };
  const packedRight = { address: packedLeft.address + parts.left };
  const tiles = { address: packedRight.address + parts.right };
  const result = writesInPlace({ n }) ? { address: to.offset + toByte } : tiles;
  const calls: KernelCall<DotCallName>[] = [
    packed(left, m, packedLeft, k, rows, ["packAcross4", "packAlong4"]),
    packed(right, n, packedRight, k, columns, ["packAcross8", "packAlong8"]),
    { name: "multiply", numbers: [packedLeft, packedRight, result, rows, k, columns, partial] },
  ];
  if (!writesInPlace({ n }))
    calls.push({
      name: "copyLines",
      numbers: [tiles, { address: to.offset + toByte }, columns * 4, n * 4, m],
    });
  return calls;
}

function packed(
  { view, lineStride, summedStride }: PlannedMatrix,
  lines: number,
  to: { readonly address: number },
  length: number,
  width: number,
  [across, along]: readonly [DotCallName, DotCallName],
): KernelCall<DotCallName> {
  const isAcross = lineStride === 1 || lines === 1;
  const stride = (isAcross ? summedStride : lineStride) * 4;
  const from = { address: firstByte(view) };
  return { name: isAcross ? across : along, numbers: [from, to, stride, length, width] };
}
