import { execFileSync } from "node:child_process";

/** The commit whose files are read. */
export function commitOf(gitDirectory) {
  return git(gitDirectory, "rev-parse", "HEAD").trim();
}

/**
 * The code cells of a notebook at a git directory's HEAD, without lines that only a notebook runs (`!pip`, `%time`).
 * @returns {string[]}
 */
export function readCells(gitDirectory, notebook) {
  const { cells } = JSON.parse(git(gitDirectory, "show", `HEAD:${notebook}`));
  return cells
    .filter((cell) => cell.cell_type === "code")
    .map((cell) => [cell.source].flat().join(""))
    .filter((text) => text.trim() !== "")
    .map((text) => text.replace(/^\s*[!%].*$/gm, ""));
}

function git(directory, ...words) {
  return execFileSync("git", ["--git-dir", directory, ...words], {
    encoding: "utf8",
    maxBuffer: 1 << 27,
  });
}
