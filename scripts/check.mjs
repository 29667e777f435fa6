/**
 * What to run before a commit: format, lint and the unit tests of what has changed since the main branch, and types,
 * dead code and import cycles of everything. npm run check [-- --since REF] [-- --no-tests]; `npm test` is the whole.
 */
import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { changedFiles, mainBranch, testFolders } from "./lib/changed-files.mjs";
import { createChecks, CYCLES } from "./lib/run-checks.mjs";
import { suiteTimes } from "./lib/suite-times.mjs";

const { values } = parseArgs({
  options: { since: { type: "string" }, "no-tests": { type: "boolean", default: false } },
});
const since = values.since ?? mainBranch();
const files = changedFiles(since);
const python = files.filter((file) => file.endsWith(".py"));
const code = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const folders = values["no-tests"] ? [] : testFolders(files, hasTests);
console.log(`${files.length} files have changed since ${since}.`);

let failed = 0;
const checks = createChecks({ ...process.env, FORCE_COLOR: "0" }, (ok) => (failed += ok ? 0 : 1));
await checks.several([
  ["types", "tsgo", "--noEmit"],
  ...whereAny(files, "format", "prettier", "--check", "--log-level", "warn", "--ignore-unknown"),
  ...lint(),
  ["dead code", "knip", "--no-progress"],
  CYCLES,
  ...(python.length > 0 ? [["Python style", "node", "scripts/python-style.mjs"]] : []),
  ...(python.some((file) => file.startsWith("src/python/packages/"))
    ? [["Python types", "pyright", "--warnings"]]
    : []),
]);
if (folders.length > 0) {
  const name = `unit tests of ${folders.join(" ")}`;
  const passed = await checks.one(name, ["vitest", "run", ...folders]);
  if (!passed) failed += 1;
}
console.log(`\n${suiteTimes(checks.times, performance.now() / 1000)}`);
console.log(failed === 0 ? "all passed" : `${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** A check of the files that are there, which has nothing to do where there are none. */
function whereAny(names, ...check) {
  return names.length > 0 ? [[...check, ...names]] : [];
}

/** New rules concern every file. */
function lint() {
  const all = files.some((file) => /^(eslint\.config\.mjs|package-lock\.json)$/.test(file));
  const options = ["--max-warnings", "0", "--no-warn-ignored"];
  return all ? [["lint", "eslint", ".", ...options]] : whereAny(code, "lint", "eslint", ...options);
}

function hasTests(folder) {
  if (!/^(src|scripts)\//.test(folder)) return false;
  return readdirSync(folder).some((name) => /\.test\.tsx?$/.test(name));
}
