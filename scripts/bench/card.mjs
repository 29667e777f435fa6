/**
 * Figure `card`: of runs that fail, from the arrival of the last case's numbers to the painted card, in the built page
 * with a warm runtime. The aim is 150 ms.
 */
import { readFile } from "node:fs/promises";
import { firstLesson } from "../lib/first-lesson.mjs";
import { SELECTORS } from "./probe.mjs";
import { siteFolder } from "./site-folder.mjs";
import { putSource, waitForSpare, withSitePages } from "./site-page.mjs";
import { compact, median } from "./stats.mjs";
import { printTable } from "./table.mjs";

const LESSON = `src/lessons/${firstLesson()}/`;
const TURNS = 5;

/** What the card has to find out: a name at once, a name late in the list with a fit that fails, no name. */
const ATTEMPTS = [
  ["one half did not move", "wrong/only-nnx-moved--default-argnums.ts"],
  ["one gradient after the other", "wrong/sequential-update--nnx-first.ts"],
  ["no name", "solution.ts", (text) => text.replace("g.mul(lr)", "g.mul(lr).mul(0.37)")],
];

/** @param {{ runs: number, site?: string }} options */
export async function card({ runs, site }) {
  const dir = await siteFolder(site);
  const results = [];
  for (let run = 0; run < runs; run++) {
    const turns = await withSitePages(dir, async (open) => measure(await open("typescript")));
    results.push(...turns.map((turn) => ({ run, ...turn })));
  }
  const rows = ATTEMPTS.map(([name]) => {
    const own = results.filter((one) => one.name === name).map(({ ms }) => ms);
    return [name, compact(median(own)), compact(Math.max(...own))];
  });
  printTable("Last case → card, ms", ["", "median", "largest"], rows);
  return { results };
}

/** Notes from now on when the page reads a case's numbers. Sent to the page as text. */
function noteCases() {
  const own = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data");
  Object.defineProperty(MessageEvent.prototype, "data", {
    ...own,
    get() {
      const data = own.get.call(this);
      if (data?.kind === "case") window.__lastCase = performance.now();
      return data;
    },
  });
}

async function measure(page) {
  await page.evaluate(noteCases);
  const turns = [];
  for (const [name, file, change = (text) => text] of ATTEMPTS) {
    await putSource(page, change(await readFile(LESSON + file, "utf8")));
    await pressRun(page);
    for (let turn = 0; turn < TURNS; turn++) turns.push({ name, turn, ms: await pressRun(page) });
  }
  return turns;
}

/** Waits for a warm spare, presses Run, and returns the time from the last case to the frame with the card. */
async function pressRun(page) {
  await waitForSpare(page);
  const { ms, tone } = await page.evaluate(async ({ run: button, verdict }) => {
    document.querySelector(button).click();
    // React has cleared the last verdict by the end of the click.
    const lastCase = await new Promise((resolve) => {
      const look = () => {
        // The laws' calls are answered after the verdict.
        if (document.querySelector(verdict)) resolve(window.__lastCase);
      };
      new MutationObserver(look).observe(document.querySelector(".results"), {
        subtree: true,
        childList: true,
        attributes: true,
      });
    });
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    const { tone } = document.querySelector(verdict).dataset;
    return { ms: performance.now() - lastCase, tone };
  }, SELECTORS);
  if (tone !== "not-yet") throw new Error(`A wrong attempt's verdict is "${tone}".`);
  return ms;
}
