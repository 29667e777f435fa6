import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { bundleWorker } from "./bundle-script";
import { inFirstScript, rareModules } from "./second-script";

const source = (file: string) => fileURLToPath(new URL(`../../src/${file}`, import.meta.url));
const FIRST_LIMIT = 160_000;
const SECOND_LIMIT = 60_000;

it("names only modules that are there", () => {
  const isThere = (module: string) =>
    existsSync(source(module)) || existsSync(source(`${module}.ts`));
  expect(rareModules().filter((module) => !isThere(module))).toEqual([]);
});

/** A worker whose entry `start` waits for `names`; `imports` says what each module imports. */
function firstOf(imports: Record<string, string[]>): string[] {
  const entries = { first: source("start.ts"), second: source("names.ts") };
  const graph = new Map(
    Object.entries(imports).map(([file, list]) => [source(`${file}.ts`), list]),
  );
  const importsOf = (file: string) => (graph.get(file) ?? []).map((each) => source(`${each}.ts`));
  const isFirst = inFirstScript(entries, importsOf);
  return Object.keys(imports).filter((file) => isFirst(source(`${file}.ts`)));
}

it("puts what is rare, what only that imports and what imports it into the second script", () => {
  const graph = {
    start: ["core"],
    names: ["common", "index"],
    index: ["jax/optax/index", "common"],
    "jax/optax/index": ["helper", "core"],
    common: ["core"],
    helper: [],
    core: [],
  };
  expect(firstOf(graph)).toEqual(["start", "common", "core"]);
  expect(() => firstOf({ ...graph, core: ["jax/optax/index"] })).toThrow(
    "start.ts imports what is in the second script",
  );
});

it(`the facade's first script has at most ${FIRST_LIMIT / 1000} KB gzip, its second ${SECOND_LIMIT / 1000}`, async () => {
  const scripts = await bundleWorker({
    first: fileURLToPath(new URL("testing/facade-worker.ts", import.meta.url)),
    second: source("jax/modules.ts"),
  });
  const [first, second] = [scripts.first, scripts.second].map(
    (code) => gzipSync(code, { level: 9 }).byteLength,
  );
  console.log(`The facade: ${first / 1000} KB gzip, then ${second / 1000}`);
  // Less would mean that the bundle has lost its exports.
  expect(first).toBeGreaterThan(FIRST_LIMIT / 2);
  expect(first).toBeLessThanOrEqual(FIRST_LIMIT);
  expect(second).toBeGreaterThan(SECOND_LIMIT / 2);
  expect(second).toBeLessThanOrEqual(SECOND_LIMIT);
});
