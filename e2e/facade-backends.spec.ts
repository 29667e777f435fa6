/**
 * The facade's contract suites in a real Chromium on WebGL: the same cases that vitest runs on the CPU in Node, but for
 * those that no device changes. Needs no built site: the suites are bundled here and put in a blank page.
 */
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

test.beforeAll(async () => {
  const entry = path.join(root, "src/jax/testing/contract/browser-entry.ts");
  // Learners' programs keep their names, so the suites' programs do as well.
  contractScript = await bundleScript({ entry, minify: false });
});

/** A blank page with the suites, started on WebGL. */
async function open(page: Page): Promise<readonly string[]> {
  await page.goto("about:blank");
  await page.addScriptTag({ content: contractScript });
  const started = await page.evaluate(() => globalThis.contract.start("webgl"));
  expect(started).toEqual({ backend: "webgl", precision: "float32" });
  return page.evaluate(() => globalThis.contract.suites);
}

// The CPU's loops and kernels are the same in Node, where contract.test.ts runs them.
test("the facade keeps its contract on webgl", async ({ page }) => {
  const suites = await open(page);
  const outcomes: CaseOutcome[] = [];
  for (const [index, name] of suites.entries()) {
    await test.step(name, async () => {
      outcomes.push(...(await page.evaluate((at) => globalThis.contract.run(at), index)));
    });
  }
  console.log(`webgl: ${outcomes.length} cases`);
  expect(outcomes.length).toBeGreaterThan(280);
  expect(outcomes.filter(({ problem }) => problem !== null)).toEqual([]);
});
