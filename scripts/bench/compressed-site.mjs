/** A copy of the built site as most static hosts send it: with a gzip form of every file. */
import { cp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

const COPY = ".cache/bench-site";

/**
 * @param {string} dir the built site
 * @returns {Promise<string>} the folder to serve
 */
export async function compressedSite(dir) {
  await rm(COPY, { recursive: true, force: true });
  await cp(dir, COPY, { recursive: true });
  const entries = await readdir(COPY, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }));
  }
  return COPY;
}
