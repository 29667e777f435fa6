const ALIGNMENT = 64;

/**
 * Bytes of a planned step's memory, from the row that writes them to the last row that reads them. Where they lie is
 * settled by {@link placeBuffers}, once all rows are known.
 */
export class PlannedBuffer {
  /** The first byte, counted from the step's own. */
  offset = -1;
  lastRow: number;

  /**
   * @param takes a buffer of the same size whose place this one takes, where no later row reads that one
   */
  constructor(
    readonly bytes: number,
    readonly firstRow: number,
    readonly takes: PlannedBuffer | null = null,
  ) {
    this.lastRow = firstRow;
  }

  /** Keeps the bytes until a row has read them. */
  readBy(row: number): void {
    this.lastRow = Math.max(this.lastRow, row);
  }
}

/** A free part of the memory. */
interface Gap {
  offset: number;
  end: number;
}

/**
 * Gives each buffer, in the order of their first rows, the first gap that holds it; buffers that no later row reads
 * leave gaps.
 * @returns the bytes of the whole
 */
export function placeBuffers(buffers: readonly PlannedBuffer[]): number {
  const gaps: Gap[] = [{ offset: 0, end: Infinity }];
  const living = new Set<PlannedBuffer>();
  let total = 0;
  for (const buffer of buffers) {
    for (const old of living)
      if (old.lastRow < buffer.firstRow) {
        living.delete(old);
        release(gaps, old);
      }
    const { takes } = buffer;
    if (takes !== null && takes.lastRow <= buffer.firstRow && living.delete(takes))
      buffer.offset = takes.offset;
    else buffer.offset = claim(gaps, rounded(buffer.bytes));
    living.add(buffer);
    total = Math.max(total, buffer.offset + rounded(buffer.bytes));
  }
  return total;
}

function rounded(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

function claim(gaps: Gap[], bytes: number): number {
  const gap = gaps.find(({ offset, end }) => end - offset >= bytes);
  if (gap === undefined) throw new Error("The last gap has no end.");
  const { offset } = gap;
  gap.offset += bytes;
  return offset;
}

function release(gaps: Gap[], { offset, bytes }: PlannedBuffer): void {
  const end = offset + rounded(bytes);
  const at = gaps.findIndex((gap) => gap.offset >= end);
  gaps.splice(at, 0, { offset, end });
  // Neighbours that touch become one, the later pair first.
  for (const i of [at, at - 1]) {
    if (i < 0 || gaps[i].end !== gaps[i + 1]?.offset) continue;
    gaps[i].end = gaps[i + 1].end;
    gaps.splice(i + 1, 1);
  }
}
