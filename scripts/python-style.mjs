/**
 * Formats and lints the repository's Python by pyproject.toml, with ruff's WebAssembly build:
 * npm installs it, so that no Python is needed. Prints what is wrong and fails; `--write` puts right
 * what can be put right without changing what a program does.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRuff } from "./python/ruff.mjs";
import { pythonFiles } from "./python/python-files.mjs";

const write = process.argv.includes("--write");
const ruff = createRuff(readFileSync("pyproject.toml", "utf8"));

let problems = 0;
const files = pythonFiles();
for (const file of files) {
  const source = readFileSync(file, "utf8");
  const tidy = ruff.tidied(file, source);
  if (tidy !== source && write) writeFileSync(file, tidy);
  const faults = ruff.faults(file, write ? tidy : source);
  if (tidy !== source && !write) faults.push("not formatted: npm run format");
  for (const fault of faults) console.error(`${file}:${fault}`);
  problems += faults.length;
}
console.log(`${files.length} Python files, ${problems} problems`);
process.exit(problems === 0 ? 0 : 1);
