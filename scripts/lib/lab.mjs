/** Opens the built page in headless Chromium, so that commands run exactly what learners run. */
import { chromium } from "@playwright/test";
import { ensureBuilt } from "./built-site.mjs";
import { BROWSER_FLAGS, findBrowser } from "./find-browser.mjs";
import { serve } from "./serve.mjs";

/**
 * Serves dist/, opens it, waits until the page's own automation object is ready, and closes all of
 * it again after `visit` has ended.
 * @template T
 * @param {(page: import("@playwright/test").Page) => Promise<T>} visit
 * @returns {Promise<T>}
 */
export async function withLab(visit) {
  await ensureBuilt();
  const site = await serve();
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    page.on("pageerror", (error) => console.error(`The page raised: ${error.message}`));
    await page.goto(site.url);
    await page.waitForFunction(() => window.__lab !== undefined, undefined, { timeout: 60_000 });
    await page.evaluate(() => window.__lab.ready);
    return await visit(page);
  } finally {
    await browser.close();
    await site.close();
  }
}
