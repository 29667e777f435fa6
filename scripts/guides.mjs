/**
 * For maintainers: runs the cells of Flax's own guides here and on a real JAX, and prints a table of those that print the same:
 * npm run guides -- GIT-DIRECTORY [--only GUIDE,…] [--show] [--json FILE] [--seconds N]
 *
 * GIT-DIRECTORY is that of a clone of google/flax; the guides are read at its HEAD and kept nowhere. The real JAX is the
 * Python that PYTHON names, else .venv/bin/python. What counts as the same: scripts/guides/compare-cells.mjs; which cells
 * leave the count: scripts/guides/guide-list.mjs. With --show, what each other cell printed on both sides.
 */
import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runnerImport } from "vite";
import { compareCell } from "./guides/compare-cells.mjs";
import { GUIDES, LEFT_OUT, REASONS } from "./guides/guide-list.mjs";
import { commitOf, readCells } from "./guides/read-cells.mjs";
import { runHere, runThere } from "./guides/run-both.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", default: Object.keys(GUIDES).join() },
    show: { type: "boolean", default: false },
    json: { type: "string" },
    seconds: { type: "string", default: "600" },
  },
});
const [gitDirectory] = positionals;
if (gitDirectory === undefined || !existsSync(gitDirectory)) {
  console.error("Name the git directory of a clone of google/flax: npm run guides -- DIRECTORY");
  process.exit(2);
}
const python =
  process.env.PYTHON ?? (existsSync(".venv/bin/python") ? ".venv/bin/python" : "python3");
const { module } = await runnerImport("./src/python/testing/same-output.ts", { logLevel: "error" });

console.log(`google/flax at ${commitOf(gitDirectory)}\n`);
const rows = [];
for (const guide of values.only.split(",")) rows.push(...(await compareGuide(guide)));
tell("all", rows);
for (const [reason, words] of Object.entries(REASONS))
  console.log(`left out because it ${words}: ${rows.filter(({ how }) => how === reason).length}`);
console.log(`not run by real JAX: ${rows.filter(({ how }) => how === "not there").length}`);
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(rows, null, 1));

async function compareGuide(guide) {
  const cells = readCells(gitDirectory, GUIDES[guide]);
  const seconds = Number(values.seconds);
  const there = await runThere(python, cells, seconds);
  const here = await runHere(cells, seconds);
  const compared = cells.map((source, i) => ({
    guide,
    cell: i + 1,
    how: LEFT_OUT[guide]?.[i + 1] ?? compareCell(here[i], there[i], module.sameOutput),
    source,
    here: here[i],
    there: there[i],
  }));
  tell(guide, compared);
  for (const row of compared) if (values.show && /differs|fails/.test(row.how)) show(row);
  return compared;
}

function tell(name, compared) {
  const counted = compared.filter(({ how }) => /same|differs|fails/.test(how));
  const same = counted.filter(({ how }) => how === "same");
  const others = counted.filter(({ how }) => how !== "same");
  const list = name === "all" ? "" : others.map(({ cell, how }) => `${cell} ${how}`).join(", ");
  console.log(
    `${name.padEnd(26)} ${String(same.length).padStart(3)} of ${String(counted.length).padStart(3)}  ${list}`,
  );
}

function show({ cell, source, here, there }) {
  console.log(
    `\n--- cell ${cell}\n${source}\n--- here\n${here.error ?? here.printed}\n--- there\n${there.printed}\n`,
  );
}
