import { chromium } from "@playwright/test";
import { BROWSER_FLAGS, findBrowser } from "../lib/find-browser.mjs";

/** @returns {Promise<import("./engine.d.mts").Engine>} */
export async function openChromium() {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  return {
    title: `Chromium ${browser.version().split(".")[0]}`,
    open: async (url) => void (await page.goto(url)),
    ask: (body, input) =>
      page.evaluate(([text, value]) => new Function("input", text)(value), [body, input]),
    press: (selector) => page.locator(selector).first().click(),
    type: (text) => page.keyboard.type(text),
    errors: async () => errors.splice(0),
    close: () => browser.close(),
  };
}
