import { describe, expect, it } from "vitest";
import { placeBuffers, PlannedBuffer } from "./planned-buffer";

/** A buffer of so many bytes, written by one row and last read by another. */
function buffer(bytes: number, first: number, last: number, takes?: PlannedBuffer): PlannedBuffer {
  const made = new PlannedBuffer(bytes, first, takes);
  made.readBy(last);
  return made;
}

describe("buffers of a planned step", () => {
  it("lie beside one another while both are read, and in turn in the same place", () => {
    const [a, b, c] = [buffer(128, 0, 1), buffer(64, 1, 3), buffer(100, 2, 3)];
    expect(placeBuffers([a, b, c])).toBe(192);
    expect([a.offset, b.offset, c.offset]).toEqual([0, 128, 0]);
  });

  it("take the place of what the same row reads last, and of nothing that is read later", () => {
    const old = buffer(256, 0, 1);
    const next = buffer(256, 1, 2, old);
    expect(placeBuffers([old, next])).toBe(256);
    const kept = buffer(256, 0, 2);
    const beside = buffer(256, 1, 2, kept);
    expect(placeBuffers([kept, beside])).toBe(512);
  });

  it("never share a byte while both are in use, whatever their sizes", () => {
    let state = 7;
    const draw = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let round = 0; round < 50; round++) {
      const all = Array.from({ length: 40 }, (_, row) => buffer(1 + draw(900), row, row + draw(9)));
      const total = placeBuffers(all);
      all.forEach((one, i) => {
        expect(one.offset % 64).toBe(0);
        expect(one.offset + one.bytes).toBeLessThanOrEqual(total);
        for (const other of all.slice(i + 1)) {
          const areTogether = other.firstRow <= one.lastRow;
          const areApart =
            one.offset + one.bytes <= other.offset || other.offset + other.bytes <= one.offset;
          expect(areApart || !areTogether).toBe(true);
        }
      });
    }
  });
});
