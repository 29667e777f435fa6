/**
 * Figure `start`: from a new worker until Python is ready (our packages imported, a first product of matrices read
 * back), from the compiled library and from the snapshot, against bare `loadPyodide` as it is shipped. Plain workers,
 * every file in memory, the wasm compiled once for all; in turns.
 */
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { bundlePage, bundleWorker, PAGES } from "./bundle.mjs";
import { withEnginePages } from "./engine-page.mjs";
import { siteFolder } from "./site-folder.mjs";
import { compact, median, pairedRatio, times } from "./stats.mjs";
import { printTable } from "./table.mjs";

const WAYS = {
  shipped: "bare loadPyodide as it is shipped",
  library: "Python ready, from the compiled library",
  snapshot: "Python ready, from the snapshot",
};
const AIMS = { library: 0.5, snapshot: 0.25 };
const TURNS = 5;
/** Name below the bench's pages of what the site was built with; the others are in the npm package. */
const BUILT = { library: "library.zip", packages: "packages.bin", snapshot: "snapshot.bin" };
const SHIPPED = {
  script: "pyodide.asm.mjs",
  wasm: "pyodide.asm.wasm",
  shippedLibrary: "python_stdlib.zip",
  lockFile: "pyodide-lock.json",
};

/** @param {{ runs: number, site?: string }} options */
export async function start({ runs, site }) {
  await bundlePage("python-start");
  for (const name of ["python-shipped-worker", "python-ready-worker"]) await bundleWorker(name);
  const files = await copyFiles(await siteFolder(site));
  const results = [];
  for (let run = 0; run < runs; run++) {
    const turns = await withEnginePages((open) => measure(open, files));
    results.push(...turns.map((turn) => ({ run, ...turn })));
  }
  const shipped = results.map((one) => one.shipped);
  printTable(
    "From a new worker until Python is ready (median)",
    ["", "ms", "ratio", "aim"],
    Object.entries(WAYS).map(([way, title]) => {
      const own = results.map((one) => one[way]);
      const aim = way in AIMS ? `≤ ${times(AIMS[way])}` : "";
      return [title, compact(median(own)), times(pairedRatio(own, shipped)), aim];
    }),
  );
  return { results };
}

async function measure(open, files) {
  const page = await open("python-start");
  await page.evaluate((addresses) => globalThis.bench.load(addresses), files);
  const startAll = async (turn) => {
    const ms = {};
    for (const way of Object.keys(WAYS)) {
      ms[way] = await page.evaluate((name) => globalThis.bench.start(name), way);
    }
    return { turn, ...ms };
  };
  // Not counted: the first starts of a browser compile what later ones find.
  await startAll(-1);
  const turns = [];
  for (let turn = 0; turn < TURNS; turn++) turns.push(await startAll(turn));
  return turns;
}

/** Puts the files beside the bench's pages: their addresses, by name. */
async function copyFiles(site) {
  const folder = path.join(PAGES, "python");
  await mkdir(folder, { recursive: true });
  const pyodide = path.dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
  const addresses = {};
  const copy = async (name, from, file) => {
    await copyFile(from, path.join(folder, file));
    addresses[name] = `./python/${file}`;
  };
  for (const [name, file] of Object.entries(SHIPPED)) {
    await copy(name, path.join(pyodide, file), file);
  }
  const { python } = JSON.parse(await readFile(path.join(site, "runtime-assets.json"), "utf8"));
  for (const [name, file] of Object.entries(BUILT)) {
    if (!python[name]) throw new Error(`${site} has no ${name} for the figure "start".`);
    const { path: first, rest = [], packed } = python[name];
    const pieces = [first, ...rest].map((piece) => readFile(path.join(site, piece)));
    const bytes = Buffer.concat(await Promise.all(pieces));
    await writeFile(path.join(folder, file), packed ? gunzipSync(bytes) : bytes);
    addresses[name] = `./python/${file}`;
  }
  return addresses;
}
