/**
 * What takes too long for `npm test`: many runs in a row, an hour of typing and running, a browser that is stopped for long.
 * node scripts/soak.mjs [--only NAME] [--runs N] [--minutes N] [--stopped N]
 * Nothing may be lost, and what the page holds may not grow by more than a tenth.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureBuilt } from "./lib/built-site.mjs";
import { firstLesson } from "./lib/first-lesson.mjs";
import { openOwnBrowser } from "./lib/own-browser.mjs";
import { serve } from "./lib/serve.mjs";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    runs: { type: "string", default: "200" },
    minutes: { type: "string", default: "60" },
    stopped: { type: "string", default: "10" },
  },
});
/** By then all that is loaded late has come. */
const WARM = 20;
const GROWTH = 1.1;
const ENDINGS = { typescript: "ts", python: "py" };
const COMMENTS = { typescript: "//", python: "#" };

const solution = (language) =>
  readFile(`src/lessons/${firstLesson()}/solution.${ENDINGS[language]}`, "utf8");
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function open(page, url, language) {
  await page.addInitScript((chosen) => localStorage.setItem("language", chosen), language);
  await page.goto(url);
  await page.locator("[data-editor]").waitFor();
}

async function write(page, text) {
  await page.locator(".source-area [role=textbox]").first().focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  }, text);
}

async function pass(page) {
  await page.locator(".attempt-bar").getByRole("button", { name: "Run" }).click();
  await page.locator(".results .earlier-note").waitFor({ state: "detached", timeout: 180_000 });
  await page
    .locator(".results .headline[data-tone]")
    .filter({ hasText: "Passed" })
    .waitFor({ timeout: 180_000 });
}

/** What the page holds, after a collection of garbage. */
async function held(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("HeapProfiler.collectGarbage");
  const { usedSize } = await client.send("Runtime.getHeapUsage");
  const { nodes, documents } = await client.send("Memory.getDOMCounters");
  await client.detach();
  return {
    "heap, MB": usedSize / 1e6,
    "DOM nodes": nodes,
    documents,
    workers: page.workers().length,
    frames: page.frames().length,
  };
}

/** Says what grew; the sandbox's workers come and go, so one more of them is none too many. */
function compare(before, after) {
  let ok = true;
  for (const [name, value] of Object.entries(after)) {
    const allowed = Math.max(before[name] * GROWTH, before[name] + (name === "heap, MB" ? 1 : 2));
    const grew = value > allowed;
    ok &&= !grew;
    console.log(
      `  ${name}: ${before[name].toFixed(1)} → ${value.toFixed(1)}${grew ? "  GREW" : ""}`,
    );
  }
  return ok;
}

async function runs({ page }, url, language) {
  await open(page, url, language);
  const text = await solution(language);
  let before = null;
  for (let i = 1; i <= Number(values.runs); i++) {
    await write(page, `${text}${COMMENTS[language]} run ${i}\n`);
    await pass(page);
    if (i === WARM) before = await held(page);
  }
  return before === null || compare(before, await held(page));
}

async function typing({ page }, url) {
  await open(page, url, "typescript");
  const text = await solution("typescript");
  const end = Date.now() + Number(values.minutes) * 60_000;
  let before = null;
  let i = 0;
  while (Date.now() < end) {
    i += 1;
    await write(page, text);
    await page.keyboard.type(`// note ${i}: a line that is typed key by key\n`, { delay: 40 });
    await pass(page);
    if (i === WARM) before = await held(page);
  }
  const ok = before === null || compare(before, await held(page));
  await page.reload();
  await page
    .locator("[data-editor]")
    .filter({ hasText: `note ${i}:` })
    .waitFor();
  return ok;
}

async function stopped({ page, signal }, url) {
  await open(page, url, "python");
  await write(page, await solution("python"));
  await pass(page);
  const before = await held(page);
  signal("SIGSTOP");
  await sleep(Number(values.stopped) * 60_000);
  signal("SIGCONT");
  await write(page, `${await solution("python")}# after\n`);
  await pass(page);
  return compare(before, await held(page));
}

const PARTS = {
  "runs in TypeScript": (browser, url) => runs(browser, url, "typescript"),
  "runs in Python": (browser, url) => runs(browser, url, "python"),
  typing,
  stopped,
};

await ensureBuilt();
const { url, close } = await serve({ dir: "dist" });
let failures = 0;
for (const [name, part] of Object.entries(PARTS)) {
  if (!name.includes(values.only)) continue;
  const profile = await mkdtemp(path.join(tmpdir(), "lesson-soak-"));
  const browser = await openOwnBrowser(profile);
  console.log(name);
  const ok = await part(browser, url).catch((error) => {
    console.log(`  ${error.message.split("\n")[0]}`);
    return false;
  });
  console.log(`  ${ok ? "ok" : "FAILED"}`);
  if (!ok) failures += 1;
  await browser.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
await close();
process.exit(failures === 0 ? 0 : 1);
