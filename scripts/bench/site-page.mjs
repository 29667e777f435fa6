/** Opens the built page as a learner does, and uses its editor. */
import { chromium } from "@playwright/test";
import { BROWSER_FLAGS, findBrowser } from "../lib/find-browser.mjs";
import { serve } from "../lib/serve.mjs";

/** @typedef {"python" | "typescript"} Language */

/**
 * Serves a built site and starts one browser; closes both after `visit` has ended. Each page that is opened has a
 * profile of its own, in which the language has been chosen.
 * @template T
 * @param {string} dir
 * @param {(open: (language: Language, address?: string) => Promise<import("@playwright/test").Page>) => Promise<T>} visit
 * @returns {Promise<T>}
 */
export async function withSitePages(dir, visit) {
  const server = await serve({ dir });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
  try {
    return await visit(async (language, address = "") => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      await context.addInitScript(chooseLanguage, language);
      const page = await context.newPage();
      page.setDefaultTimeout(120_000);
      await page.goto(`${server.url}${address}`);
      await page.locator("[data-editor]").waitFor({ state: "attached" });
      return page;
    });
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Leaves the choice of a language where an earlier visit would have. Sent to the page as text. */
export function chooseLanguage(language) {
  // The sandbox has no storage.
  if (window.top === window) localStorage.setItem("language", language);
}

/** Waits until a runtime is ready for the next Run. */
export async function waitForSpare(page) {
  await page
    .locator(".runtime-note")
    .getByText(/float\d+ · /)
    .waitFor();
}

/** Replaces what is in the editor, as someone who pastes. */
export async function putSource(page, source) {
  await page.locator(".source-area [role=textbox], .source-area textarea").first().focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const paste = { clipboardData, bubbles: true, cancelable: true };
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", paste));
  }, source);
}
