import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";

/** A short name for contents. */
export function hashOf(...contents: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(`${Buffer.byteLength(content)}:`).update(content);
  return hash.digest("base64url").slice(0, 16);
}

const LONGEST_MAKING_MS = 180_000;
const POLL_MS = 250;

/**
 * What `make` gives, kept in a file of that name: the name has to tell every input. Where several
 * processes ask at once, one makes it and the others wait.
 */
export async function cached(
  folder: string,
  name: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const file = path.join(folder, name);
  const lock = `${file}.lock`;
  await mkdir(folder, { recursive: true });
  for (;;) {
    const known = await readFile(file).catch(() => null);
    if (known !== null) return known;
    if (await takeLock(lock)) break;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  try {
    const made = await make();
    // A file is there whole or not at all.
    await writeFile(`${file}.draft`, made);
    await rename(`${file}.draft`, file);
    return made;
  } finally {
    await rm(lock, { force: true });
  }
}

/** Whether the lock is ours now. One that is older than any making was left by a process that ended. */
async function takeLock(lock: string): Promise<boolean> {
  const age = await stat(lock).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  if (age > LONGEST_MAKING_MS) await rm(lock, { force: true });
  return writeFile(lock, "", { flag: "wx" }).then(
    () => true,
    () => false,
  );
}
