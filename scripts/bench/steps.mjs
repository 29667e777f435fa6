/**
 * Figure `steps`: one training step (both losses, gradients of two parameter trees, SGD on both) by the
 * facade, by raw tfjs and by @jax-js/jax. All engines of a shape run in turns, so that the machine's
 * noise hits them alike; a ratio compares values of the same turn. Real JAX, where it is installed, runs in
 * between, with all its threads and with one as every engine here, and its ratios are of medians.
 */
import { bundlePage, copyWasmBinaries } from "./bundle.mjs";
import { withEnginePages } from "./engine-page.mjs";
import { realJax } from "./real-jax.mjs";
import { compact, median, pairedRatio, times } from "./stats.mjs";
import { printTable } from "./table.mjs";

const LARGE = { batch: 64, input: 256, output: 64, lr: 0.05 };
const PROBLEMS = [
  { name: "hidden 4, one sample", batch: null, input: 8, hidden: 4, output: 2, lr: 0.05 },
  { name: "hidden 4, batch 64", ...LARGE, hidden: 4 },
  { name: "hidden 256, batch 64", ...LARGE, hidden: 256 },
  { name: "hidden 1024, batch 64", ...LARGE, hidden: 1024 },
  { name: "hidden 4096, batch 64", ...LARGE, hidden: 4096 },
];
const BASE = "tfjs";
const OURS = ["facade-eager", "facade-jit"];
const ENGINES = {
  webgl: [BASE, ...OURS, "jaxjs-jit", "jaxjs-eager"],
  cpu: [BASE, ...OURS, "jaxjs-jit", "jaxjs-eager"],
};
/** The others compute on the CPU in WebAssembly. */
const THEIR_CPU = "wasm";
const LABELS = {
  tfjs: "raw tfjs",
  "facade-eager": "facade",
  "facade-jit": "facade, jit",
  "jaxjs-eager": "@jax-js/jax",
  "jaxjs-jit": "@jax-js/jax, jit",
};
const READS = { each: "losses read after every step", last: "losses read after 10 steps" };
const STEPS = 10;
const TURNS = 5;
/** An engine that needs longer than this for a turn does fewer steps in it … */
const TURN_MS = 1500;
/** … and takes part in the first turns only. */
const SLOW_TURNS = 2;

/**
 * @param {{ runs: number, backends?: readonly string[], hidden?: readonly number[] }} options
 *   `backends` and `hidden` choose among the problems; all are taken without.
 */
export async function steps({ runs, backends = Object.keys(ENGINES), hidden = [] }) {
  const problems = PROBLEMS.filter((one) => hidden.length === 0 || hidden.includes(one.hidden));
  for (const name of ENGINES.webgl) await bundlePage(name);
  await copyWasmBinaries();
  const results = [];
  const real = [];
  for (let run = 0; run < runs; run++) {
    for (const backend of backends) {
      const engines = ENGINES[backend];
      for (const problem of problems) {
        const turns = await withEnginePages((open) => compare(open, backend, engines, problem));
        results.push(...turns.map((turn) => ({ run, backend, problem: problem.name, ...turn })));
      }
    }
    const all = realJax(problems, { steps: STEPS, turns: TURNS });
    if (all !== null)
      real.push({ all, one: realJax(problems, { steps: STEPS, turns: TURNS, oneThread: true }) });
  }
  for (const backend of backends) printBackend(backend, results);
  printReal(problems, results, real);
  return { problems, results, real };
}

/** The facade against real JAX, which computes on the CPU: with all cores, and with one thread. */
function printReal(problems, results, real) {
  if (real.length === 0) return;
  const ours = { eager: "facade-eager", jit: "facade-jit" };
  const rows = problems.flatMap(({ name }, index) =>
    Object.entries(ours).map(([variant, engine]) => {
      const theirs = (threads) =>
        median(real.map((run) => run[threads].results[index][variant].ms));
      const one = theirs("one");
      const cells = Object.keys(ENGINES).map((backend) => {
        const summary = summarise(results, { backend, read: "each", problem: name }, engine);
        return summary ? `${compact(summary.ms)} (${times(summary.ms / one)})` : "–";
      });
      return [`${name}: ${LABELS[engine]}`, compact(theirs("all")), compact(one), ...cells];
    }),
  );
  const head = ["ms a step (to JAX with one thread)", `JAX ${real[0].all.version}`, "one thread"];
  printTable("A training step in real JAX on the CPU", [...head, ...Object.keys(ENGINES)], rows);
}

/** Opens every engine, checks that all agree, and measures them in turns. */
async function compare(open, backend, engines, problem) {
  const opened = [];
  for (const engine of engines) {
    const page = await open(engine);
    await page.evaluate(
      ([b, p]) => globalThis.bench.start(b, [p]),
      [backend === "cpu" && !OURS.includes(engine) ? THEIR_CPU : backend, problem],
    );
    opened.push({ engine, page, ...(await warmUp(page)) });
  }
  checkLosses(opened, `${problem.name} on ${backend}`);
  const results = [];
  for (const read of Object.keys(READS)) {
    // Ten steps of a slow engine do not fit into a turn; its first variant tells enough.
    const taking = opened.filter((one) => read === "each" || one.steps === STEPS);
    for (let turn = 0; turn < TURNS; turn++) {
      const now = taking.filter(({ steps }) => steps === STEPS || turn < SLOW_TURNS);
      for (const { engine, page, steps } of rotated(now, turn)) {
        const { msPerStep } = await run(page, steps, read);
        results.push({ engine, read, turn, steps, msPerStep });
      }
    }
  }
  return results;
}

/** Compiles what there is to compile; says how many steps make a turn, and the first step's losses. */
async function warmUp(page) {
  const { losses } = await run(page, 1, "each");
  const { msPerStep } = await run(page, 1, "each");
  if (msPerStep * STEPS > TURN_MS * 2) {
    return { losses, steps: Math.max(1, Math.floor(TURN_MS / msPerStep)) };
  }
  await run(page, 2, "each");
  await run(page, STEPS, "last");
  return { losses, steps: STEPS };
}

/** All engines must have computed the same step. */
function checkLosses(opened, where) {
  const expected = opened.find(({ engine }) => engine === BASE).losses;
  for (const { engine, losses } of opened) {
    const close = losses.every((value, i) => Math.abs(value - expected[i]) <= 1e-4 * expected[i]);
    if (losses.length === 2 && close && expected[1] < expected[0]) continue;
    throw new Error(`${LABELS[engine]} gave ${losses}, raw tfjs ${expected} (${where}).`);
  }
}

function run(page, steps, read) {
  return page.evaluate(([n, how]) => globalThis.bench.run(n, how), [steps, read]);
}

function rotated(list, by) {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

function printBackend(backend, results) {
  for (const [read, title] of Object.entries(READS)) {
    const rows = [];
    for (const { name } of PROBLEMS) {
      for (const engine of ENGINES[backend]) {
        const summary = summarise(results, { backend, read, problem: name }, engine);
        if (summary)
          rows.push([`${name}: ${LABELS[engine]}`, compact(summary.ms), times(summary.ratio)]);
      }
    }
    printTable(`A training step on ${backend}, ${title}`, ["", "ms a step", "to raw tfjs"], rows);
  }
}

/** Median of the runs' medians, and median of the runs' ratios to raw tfjs. */
function summarise(results, where, engine) {
  const matching = results.filter((one) =>
    Object.entries(where).every(([key, value]) => one[key] === value),
  );
  const runs = [...new Set(matching.map((one) => one.run))]
    .map((run) => matching.filter((one) => one.run === run))
    .map((turns) => pairs(turns, engine))
    .filter((pairsOfRun) => pairsOfRun.length > 0);
  if (runs.length === 0) return null;
  return {
    ms: median(runs.map((turns) => median(turns.map(({ own }) => own)))),
    ratio: median(
      runs.map((turns) =>
        pairedRatio(
          turns.map(({ own }) => own),
          turns.map(({ base }) => base),
        ),
      ),
    ),
  };
}

/** The times of an engine and of raw tfjs in the turns that both took part in. */
function pairs(results, engine) {
  const timeOf = (name, turn) =>
    results.find((one) => one.engine === name && one.turn === turn)?.msPerStep;
  return results
    .filter((one) => one.engine === engine)
    .map(({ turn, msPerStep }) => ({ own: msPerStep, base: timeOf(BASE, turn) }))
    .filter(({ base }) => base !== undefined);
}
