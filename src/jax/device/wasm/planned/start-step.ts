import { MAX_LIVE_SIZE } from "../../../array/limits";
import { TILE_COLUMNS } from "../dot-kernel";
import type { SimdEngine } from "../simd-engine";
import { placeBuffers, type PlannedBuffer } from "./planned-buffer";
import { segmentName, stepModule, type PlannedRow } from "./step-module";

/** A step's segments as functions of the address of its memory, and how many bytes it takes. */
export interface StartedStep {
  readonly bytes: number;
  readonly segments: readonly ((address: number) => void)[];
}

/** A step whose arrays take more than a program may hold is left to where each array is counted. */
const MOST_BYTES = MAX_LIVE_SIZE * 4;

/** Places a step's buffers and compiles its segments; null where they take too much memory. */
export function startStep(
  { kernel, memory }: SimdEngine,
  segments: readonly (readonly PlannedRow[])[],
  buffers: readonly PlannedBuffer[],
): StartedStep | null {
  const inOrder = [...buffers].sort((a, b) => a.firstRow - b.firstRow);
  const bytes = placeBuffers(inOrder) + readPastEnd(segments.flat());
  if (bytes > MOST_BYTES) return null;
  const module = new WebAssembly.Module(stepModule(segments));
  const { exports } = new WebAssembly.Instance(module, { env: { memory, ...kernel } });
  const functions = exports as Record<string, (address: number) => void>;
  return { bytes, segments: segments.map((_, i) => functions[segmentName(i)]) };
}

/** Packing takes whole panels, whatever lies past an operand's last line. */
function readPastEnd(rows: readonly PlannedRow[]): number {
  const strides = rows.flatMap((row) =>
    row.kind === "dot"
      ? [row.dot.left, row.dot.right].map((one) => Math.max(one.lineStride, one.summedStride))
      : [],
  );
  return TILE_COLUMNS * 4 * Math.max(1, ...strides);
}
