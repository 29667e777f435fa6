/**
 * The facade's contract suites in a real Chromium, on WebGL and WASM: the same cases that vitest runs
 * on the CPU backend in Node, but for those that no device changes. Needs no built site: the suites are bundled here and put in a blank page.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test, type Page } from "@playwright/test";
import config from "../playwright.config";
import { bundleScript } from "../scripts/runtime-assets/bundle-script";

const root = path.resolve(import.meta.dirname, "..");
const launchOptions = config.use?.launchOptions ?? {};

test.use({
  launchOptions: {
    ...launchOptions,
    // Without it Chromium rounds the heap size and refreshes it only now and then.
    args: [...(launchOptions.args ?? []), "--enable-precise-memory-info"],
  },
});
test.describe.configure({ timeout: 900_000 });

type CaseOutcome = { name: string; problem: string | null };

let contractScript = "";
let wasmScript = "";
let wasmBinary = "";

test.beforeAll(async () => {
  const source = (file: string) => path.join(root, "src/jax", file);
  [contractScript, wasmScript] = await Promise.all([
    // Learners' programs keep their names, so the suites' programs do as well.
    bundleScript({ entry: source("testing/contract/browser-entry.ts"), minify: false }),
    bundleScript({ entry: source("device/wasm-backend.ts"), form: "function" }),
  ]);
  const main = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  const file = path.join(path.dirname(main), "../wasm-out/tfjs-backend-wasm-simd.wasm");
  wasmBinary = (await readFile(file)).toString("base64");
});

/** A blank page with the suites, started on one backend. */
async function open(page: Page, backend: "webgl" | "wasm"): Promise<readonly string[]> {
  await page.goto("about:blank");
  await page.addScriptTag({ content: contractScript });
  const started = await page.evaluate(
    ([name, script, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const wasm = { script, binary: bytes.buffer };
      return globalThis.contract.start(name, name === "wasm" ? wasm : undefined);
    },
    [backend, wasmScript, wasmBinary] as const,
  );
  expect(started).toEqual({ backend, precision: "float32" });
  return page.evaluate(() => globalThis.contract.suites);
}

// The CPU's loops are the same in Node, where contract.test.ts runs them.
for (const backend of ["webgl", "wasm"] as const) {
  test(`the facade keeps its contract on ${backend}`, async ({ page }) => {
    const suites = await open(page, backend);
    const outcomes: CaseOutcome[] = [];
    for (const [index, name] of suites.entries()) {
      await test.step(name, async () => {
        outcomes.push(...(await page.evaluate((at) => globalThis.contract.run(at), index)));
      });
    }
    console.log(`${backend}: ${outcomes.length} cases`);
    expect(outcomes.length).toBeGreaterThan(280);
    expect(outcomes.filter(({ problem }) => problem !== null)).toEqual([]);
  });
}
