import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";

const PLACES = ["/usr/bin/firefox", "/usr/bin/firefox-esr"];

/** @returns {Promise<import("./engine.d.mts").Engine | string>} why there is none, where there is none */
export async function openFirefox() {
  const executablePath = process.env.FIREFOX_PATH ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined)
    return "Firefox is not installed (`apt-get install firefox-esr`, or its path in FIREFOX_PATH).";
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    // Asks for WebGL without a graphics card too.
    extraPrefsFirefox: { "webgl.force-enabled": true },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  const version = await browser.version();
  return {
    title: `Firefox ${/\d+/.exec(version)?.[0]}`,
    open: async (url) => void (await page.goto(url)),
    ask: (body, input) =>
      page.evaluate((text, value) => new Function("input", text)(value), body, input),
    press: (selector) => page.locator(selector).click(),
    type: (text) => page.keyboard.type(text),
    errors: async () => errors.splice(0),
    close: () => browser.close(),
  };
}
