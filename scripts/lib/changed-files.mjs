/** What a branch and its working tree have changed, and which folders' tests that asks for. */
import { spawnSync } from "node:child_process";
import path from "node:path";

/** Folders whose tests stand elsewhere. */
const TESTED_IN = { golden: "scripts/golden" };

/** Changed and new files since the branch left `base`; those that are gone have nothing to check. */
export function changedFiles(base) {
  const since = git("merge-base", "HEAD", base)[0];
  const changed = git("diff", "--name-only", "--diff-filter=d", since);
  return [...new Set([...changed, ...git("ls-files", "--others", "--exclude-standard")])].sort();
}

/** The first of the usual names of the main branch that this clone has. */
export function mainBranch() {
  const has = (name) => spawnSync("git", ["rev-parse", "-q", "--verify", name]).status === 0;
  return ["origin/main", "main"].find(has) ?? "HEAD";
}

/**
 * For each changed file the nearest folder above it that holds tests, as a filter for vitest.
 * @param {(folder: string) => boolean} hasTests whether tests stand in a folder itself
 */
export function testFolders(files, hasTests) {
  const found = files.map((file) => {
    for (let folder = path.posix.dirname(file); folder !== "."; folder = path.posix.dirname(folder))
      if (hasTests(folder)) return `${folder}/`;
    return TESTED_IN[file.split("/")[0]];
  });
  const folders = [...new Set(found)].filter((folder) => folder !== undefined).sort();
  return folders.filter(
    (folder) => !folders.some((other) => other !== folder && folder.startsWith(other)),
  );
}

function git(...args) {
  const { status, stdout, stderr } = spawnSync("git", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr.trim()}`);
  return stdout.split("\n").filter((line) => line !== "");
}
