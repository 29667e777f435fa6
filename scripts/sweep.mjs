/**
 * Each file of the build missing, cut, wrong (a host's page in its place) or stalled, one at a time:
 * node scripts/sweep.mjs [--only PART-OF-NAME] [--modes missing,cut,wrong,stalled] [--port N]. Needs dist/.
 *
 * The page has to say what did not come, or to work without it; once the file comes, a run has to pass. It takes about
 * ten seconds a file and way, so it is run by hand; `e2e/fallbacks.spec.ts` has one file of each kind.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { firstLesson } from "./lib/first-lesson.mjs";
import { serve } from "./lib/serve.mjs";

const MODES = ["missing", "cut", "wrong", "stalled"];
const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    modes: { type: "string", default: MODES.join() },
    port: { type: "string", default: "4180" },
  },
});

/** What a file is needed for, and what the page says without it; null where it works all the same. */
const KINDS = [
  [/^(third-party|runtime-assets|card|icon-|favicon|touch-icon|manifest)/, "typescript", null],
  [/^sandbox\.html/, "typescript", /sandbox in which programs run did not start/],
  [/assets\/look-.*\.css/, "typescript", /style has not arrived/],
  [/(Monaco|editor\.api|editor-|register|dist-).*\.(js|css)/, "typescript", /plain text area/],
  [/runtime-(typescript|python)-second/, "own", /Cannot run here.*-second/],
  [/runtime-typescript/, "typescript", /Cannot run here.*runtime-typescript/],
  [/runtime-python/, "python", /Cannot run here.*runtime-python/],
  [/python-snapshot/, "python", null],
  [/(pyodide|python-(library|packages))/, "python", /Cannot run here.*(pyodide|python-)/],
  [/(LossChart|LineChart)/, "chart", /chart could not be loaded/],
  [/Versions-/, "versions", /could not be loaded/],
  [/./, "typescript", null],
];

/** What the page's own script is made of: it starts when all of it is there. */
const ENTRY = [
  ...readFileSync("dist/index.html", "utf8").matchAll(/(?:src|href)="[^"]*?(assets\/[^"]+\.js)"/g),
];
const ENTRY_KIND = [null, "typescript", /script has not arrived/];

function kindOf(name) {
  if (ENTRY.some(([, entry]) => entry === name)) return ENTRY_KIND;
  return KINDS.find(([pattern]) => pattern.test(name));
}

const lesson = new URL(`../src/lessons/${firstLesson()}/`, import.meta.url);
const solution = (ending) => readFileSync(new URL(`solution.${ending}`, lesson), "utf8");

function builtFiles() {
  return readdirSync("dist", { recursive: true })
    .map((name) => String(name).replaceAll("\\", "/"))
    .filter((name) => statSync(`dist/${name}`).isFile() && !/\.(br|gz)$|^index\.html$/.test(name))
    .filter((name) => name.includes(values.only))
    .sort();
}

/** Answers for a file as a broken host or line would. */
async function breakFile(page, name, mode) {
  const held = [];
  await page.route(
    (url) => url.pathname.endsWith(`/${name}`),
    (route) => {
      if (mode === "missing") return route.fulfill({ status: 404, body: "not found" });
      if (mode === "wrong")
        return route.fulfill({ contentType: "text/html", body: "<!doctype html><p>Welcome" });
      if (mode === "stalled") return void held.push(route);
      const whole = readFileSync(`dist/${name}`);
      const contentType = name.endsWith(".js") ? "text/javascript" : undefined;
      return route.fulfill({ contentType, body: whole.subarray(0, whole.length >> 1) });
    },
  );
  return async () => {
    await page.unrouteAll({ behavior: "ignoreErrors" });
    for (const route of held) await route.continue().catch(() => {});
  };
}

async function write(page, text) {
  await page.locator(".source-area [role=textbox], .source-area textarea").first().focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    if (document.activeElement?.dispatchEvent(event) && document.activeElement.matches("textarea"))
      document.execCommand("insertText", false, pasted);
  }, text);
}

const bodyHas = (page, words, timeout) =>
  page.waitForFunction(
    ([source, flags]) => new RegExp(source, flags).test(document.body.innerText),
    [words.source, "s"],
    { timeout },
  );

async function passes(page, ending) {
  // What is written while the full editor takes over may be half of it; without it the plain one stays.
  await page
    .locator("[data-editor]")
    .waitFor({ timeout: 10_000 })
    .catch(() => {});
  await write(page, solution(ending));
  await page.locator(".attempt-bar").getByRole("button", { name: "Run" }).click();
  await bodyHas(page, /Passed: \d+ of/, 120_000);
}

async function check(browser, url, name, mode) {
  const [, visit, words] = kindOf(name);
  const python = visit === "python" || (visit === "own" && name.includes("python"));
  const ending = python ? "py" : "ts";
  const context = await browser.newContext();
  await context.addInitScript(
    (language) => localStorage.setItem("language", language),
    python ? "python" : "typescript",
  );
  const page = await context.newPage();
  try {
    const mend = await breakFile(page, name, mode);
    await page.goto(url, { waitUntil: "commit" });
    if (words !== null && visit !== "chart" && visit !== "versions")
      await bodyHas(page, words, 60_000);
    else {
      await page.locator("[data-editor], .plain-editor").first().waitFor({ timeout: 60_000 });
      await passes(page, ending);
      if (visit === "chart") await page.getByRole("tab", { name: "Loss chart" }).click();
      if (visit === "versions")
        await page.getByRole("button", { name: /Earlier versions/ }).click();
      if (words !== null) await bodyHas(page, words, 60_000);
    }
    await mend();
    if (words !== null) {
      const again = page.getByRole("button", { name: "Try again" }).first();
      if (mode === "stalled" && (await again.isVisible())) await again.click();
      else await page.reload();
      await page.locator("[data-editor]").waitFor({ timeout: 60_000 });
      if (visit !== "chart" && visit !== "versions") await passes(page, ending);
    }
    return null;
  } catch (error) {
    const said = await page
      .evaluate(() => document.querySelector(".runtime-note")?.textContent)
      .catch(() => "");
    return `${String(error.message).split("\n")[0]} (${said ?? "no note"})`;
  } finally {
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await context.close();
  }
}

const { url, close } = await serve({ dir: "dist", port: Number(values.port) });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--no-sandbox"],
});
let failures = 0;
for (const name of builtFiles()) {
  for (const mode of values.modes.split(",")) {
    const failure = await check(browser, url, name, mode);
    if (failure !== null) failures += 1;
    console.log(
      `${failure === null ? "ok  " : "FAIL"} ${mode.padEnd(8)} ${name}${failure === null ? "" : `: ${failure}`}`,
    );
  }
}
await browser.close();
await close?.();
process.exit(failures === 0 ? 0 : 1);
