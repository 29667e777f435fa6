/** Opens the bundled page of one engine in a browser context of its own. */
import { chromium } from "@playwright/test";
import { BROWSER_FLAGS, findBrowser } from "../lib/find-browser.mjs";
import { serve } from "../lib/serve.mjs";
import { PAGES } from "./bundle.mjs";

/**
 * Serves the bundled pages, starts one browser, and closes both after `visit` has ended.
 * @template T
 * @param {(open: (name: string) => Promise<import("@playwright/test").Page>) => Promise<T>} visit
 * @returns {Promise<T>}
 */
export async function withEnginePages(visit) {
  const site = await serve({ dir: PAGES });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    // Without it Chromium rounds performance.memory to buckets.
    args: [...BROWSER_FLAGS, "--enable-precise-memory-info"],
  });
  try {
    return await visit(async (name) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      page.setDefaultTimeout(0);
      await page.goto(`${site.url}${name}.html`);
      await page.waitForFunction(() => globalThis.bench !== undefined);
      return page;
    });
  } finally {
    await browser.close();
    await site.close();
  }
}
