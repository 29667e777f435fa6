/**
 * Figure `memory`: one unbroken synchronous loop of training steps on WebGL, in which no finalizer can
 * run. What is alive after 2,000 steps, against 100.
 */
import { bundlePage } from "./bundle.mjs";
import { withEnginePages } from "./engine-page.mjs";
import { printTable } from "./table.mjs";

const PROBLEMS = [
  { name: "the lesson's shapes", batch: null, input: 8, hidden: 4, output: 2, lr: 0.05 },
  // Above tfjs's limit of 128 elements, under which WebGL arrays stay on the CPU.
  { name: "hidden 64, batch 32", batch: 32, input: 32, hidden: 64, output: 16, lr: 0.05 },
];
const ENGINES = { "facade-eager": "facade", "facade-jit": "facade, jit", tfjs: "raw tfjs" };
const MARKS = [100, 2000];

export async function memory() {
  const results = [];
  for (const engine of Object.keys(ENGINES)) await bundlePage(engine);
  for (const problem of PROBLEMS) {
    for (const engine of Object.keys(ENGINES)) {
      const marks = await withEnginePages((open) => measure(open, engine, problem));
      results.push({ problem: problem.name, engine, marks });
    }
  }
  printTable(
    `Alive after ${MARKS[1]} steps of one synchronous loop on webgl (and as a ratio to ${MARKS[0]} steps)`,
    ["", "arrays", "device tensors", "device bytes", "JS heap, bytes"],
    results.map(({ problem, engine, marks }) => [
      `${problem}: ${ENGINES[engine]}`,
      ...["arrays", "tensors", "bytes", "heap"].map((what) => growth(marks, what)),
    ]),
  );
  return results;
}

async function measure(open, engine, problem) {
  const page = await open(engine);
  await page.evaluate((p) => globalThis.bench.start("webgl", [p]), problem);
  return page.evaluate((marks) => globalThis.bench.loop(marks), MARKS);
}

function growth([first, last], what) {
  if (last[what] === null) return "–";
  const ratio = first[what] === 0 ? Number(last[what] === 0) : last[what] / first[what];
  return `${last[what].toLocaleString("en")} (${ratio.toFixed(3)})`;
}
