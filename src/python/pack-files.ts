import type { PythonFiles } from "./load-python";

/** Many small files as one: the length of a table, the table as JSON, and the contents one after another. */
export function packFiles(files: PythonFiles): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const contents = Object.entries(files).map(
    ([name, content]) =>
      [name, typeof content === "string" ? encoder.encode(content) : content] as const,
  );
  const table = encoder.encode(
    JSON.stringify(contents.map(([name, { byteLength }]) => [name, byteLength])),
  );
  const size = contents.reduce((sum, [, { byteLength }]) => sum + byteLength, 4 + table.byteLength);
  const pack = new Uint8Array(size);
  new DataView(pack.buffer).setUint32(0, table.byteLength, true);
  pack.set(table, 4);
  let offset = 4 + table.byteLength;
  for (const [, content] of contents) {
    pack.set(content, offset);
    offset += content.byteLength;
  }
  return pack;
}

/** The files of a pack, as views of it. */
export function unpackFiles(pack: Uint8Array): PythonFiles {
  const view = new DataView(pack.buffer, pack.byteOffset, pack.byteLength);
  let offset = 4 + view.getUint32(0, true);
  const table: [name: string, size: number][] = JSON.parse(
    new TextDecoder().decode(pack.subarray(4, offset)),
  );
  const files = table.map(([name, size]) => {
    offset += size;
    return [name, pack.subarray(offset - size, offset)] as const;
  });
  return Object.fromEntries(files);
}
