/**
 * The project's figures with their ratios, as tables and as bench.json:
 * npm run bench -- [--only NAME]… [--runs N] [--site DIR] [--against DIR] [--condition NAME]… [--backend NAME]… [--hidden N]…
 * Figures are for reading, not for tests: only ratios within one run mean much on a shared machine.
 */
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { describeMachine } from "./bench/machine.mjs";

/** Each figure prints its tables and returns its raw numbers; `runs` is how often it starts
 * afresh, `site` a folder to measure in place of dist/; `against` an earlier build to open in turns
 * with it; `conditions` choose among the ways to open, `backends` and `hidden` among the steps. */
const FIGURES = {
  bytes: async () => (await import("./bench/bytes.mjs")).bytes,
  open: async () => (await import("./bench/open.mjs")).open,
  start: async () => (await import("./bench/start.mjs")).start,
  run: async () => (await import("./bench/run.mjs")).run,
  stop: async () => (await import("./bench/stop.mjs")).stop,
  card: async () => (await import("./bench/card.mjs")).card,
  steps: async () => (await import("./bench/steps.mjs")).steps,
  python: async () => (await import("./bench/python.mjs")).python,
  memory: async () => (await import("./bench/memory.mjs")).memory,
  figures: async () => (await import("./bench/figures.mjs")).figures,
  gaps: async () => (await import("./bench/gaps.mjs")).gaps,
};
const USAGE = `npm run bench -- [--only ${Object.keys(FIGURES).join("|")}]… [--runs N] [--site DIR]
  for open: [--against DIR] [--condition plain|slow|slowAll]…
  for steps: [--backend webgl|cpu]… [--hidden 4|256|1024|4096]…`;

const { names, ...options } = readOptions();
const { runs } = options;
const machine = describeMachine();
console.log(
  `${machine.cores} × ${machine.cpu}, Node ${machine.node}, ${machine.chromium}, ${machine.graphics}; ${runs} runs`,
);
const figures = {};
const failures = [];
for (const name of names) {
  try {
    const measure = await FIGURES[name]();
    figures[name] = await measure(options);
  } catch (error) {
    console.error(`\n${name} failed: ${error.stack ?? error}`);
    failures.push({ name, message: error.message });
  }
}
const measuredAt = new Date().toISOString();
await writeFile(
  "bench.json",
  JSON.stringify({ measuredAt, machine, runs, figures, failures }, null, 1),
);
console.log("\nAll raw numbers are in bench.json.");
process.exit(failures.length === 0 ? 0 : 1);

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: "string", multiple: true },
        site: { type: "string" },
        against: { type: "string" },
        condition: { type: "string", multiple: true },
        runs: { type: "string", default: "3" },
        backend: { type: "string", multiple: true },
        hidden: { type: "string", multiple: true },
      },
    });
    const chosen = values.only ?? Object.keys(FIGURES);
    const unknown = chosen.find((name) => !Object.hasOwn(FIGURES, name));
    if (unknown !== undefined) throw new Error(`There is no figure "${unknown}".`);
    if (!/^[1-9]\d*$/.test(values.runs)) throw new Error("--runs takes a whole number above 0.");
    const conditions = values.condition;
    if (conditions?.some((name) => !["plain", "slow", "slowAll"].includes(name)))
      throw new Error("--condition takes plain, slow or slowAll.");
    const backends = values.backend;
    if (backends?.some((name) => !["webgl", "cpu"].includes(name)))
      throw new Error("--backend takes webgl or cpu.");
    const hidden = values.hidden?.map(Number);
    if (hidden?.some((size) => ![4, 256, 1024, 4096].includes(size)))
      throw new Error("--hidden takes 4, 256, 1024 or 4096.");
    const { runs, site, against } = values;
    return { names: chosen, runs: Number(runs), site, against, conditions, backends, hidden };
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
}
