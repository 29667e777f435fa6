import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { PythonFiles } from "../load-python";

/** Every Python file below a folder, by its path from there; in the order of the paths. */
export async function readPackages(folder: string): Promise<PythonFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && /\.pyi?$|^py\.typed$/.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join("/"))
    .sort();
  const contents = names.map(async (name) => [
    name,
    await readFile(path.join(folder, name), "utf8"),
  ]);
  return Object.fromEntries(await Promise.all(contents));
}
