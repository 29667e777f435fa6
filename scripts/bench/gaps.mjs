/** Figure `gaps`: the page's longest pause under each attack of the end-to-end suite. */
import { readFile } from "node:fs/promises";
import { printTable } from "./table.mjs";
import { compact } from "./stats.mjs";

/** Written by the specs of e2e/attacks: `{ "attack": milliseconds }`. */
const RECORD = ".cache/gaps.json";

export async function gaps() {
  const recorded = await readRecord();
  if (recorded === null) {
    console.log(
      `\ngaps: none recorded in ${RECORD}; the end-to-end tests write them (npm run e2e).`,
    );
    return null;
  }
  const rows = Object.entries(recorded).sort(([, a], [, b]) => b - a);
  printTable(
    "The page's longest pause under attack (aim: at most 250 ms)",
    ["attack", "ms", "within the aim"],
    rows.map(([attack, ms]) => [attack, compact(ms), ms <= 250 ? "yes" : "no"]),
  );
  return recorded;
}

async function readRecord() {
  try {
    return JSON.parse(await readFile(RECORD, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}
