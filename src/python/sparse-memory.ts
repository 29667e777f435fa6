/**
 * A memory that is mostly zeros, as its pages that are not: two of three pages of an interpreter's memory
 * are empty. The words of the head: full size, number of pages, then the index of each page.
 */
const PAGE = 4096;

function isEmpty(page: Uint8Array): boolean {
  return page.every((byte) => byte === 0);
}

export function packMemory(memory: Uint8Array): Uint8Array<ArrayBuffer> {
  const indices: number[] = [];
  for (let start = 0; start < memory.byteLength; start += PAGE) {
    if (!isEmpty(memory.subarray(start, start + PAGE))) indices.push(start / PAGE);
  }
  const head = Uint32Array.of(memory.byteLength, indices.length, ...indices);
  const packed = new Uint8Array(head.byteLength + indices.length * PAGE);
  packed.set(new Uint8Array(head.buffer));
  indices.forEach((index, i) => {
    packed.set(memory.subarray(index * PAGE, (index + 1) * PAGE), head.byteLength + i * PAGE);
  });
  return packed;
}

/** @param packed what {@link packMemory} gave, in a buffer of its own. */
export function unpackMemory(packed: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const [size = 0, count = 0] = new Uint32Array(packed, 0, 2);
  const indices = new Uint32Array(packed, 8, count);
  const memory = new Uint8Array(size);
  let offset = 8 + indices.byteLength;
  for (const index of indices) {
    const start = index * PAGE;
    const length = Math.min(PAGE, size - start);
    memory.set(new Uint8Array(packed, offset, length), start);
    offset += PAGE;
  }
  return memory;
}
