import { readdirSync } from "node:fs";
import path from "node:path";

const FOLDERS = ["golden", "src"];

/** The repository's Python files, by their paths from its root, in order. */
export function pythonFiles() {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".py"))
      .map((name) => path.posix.join(folder, ...name.split(path.sep))),
  ).sort();
}
