/**
 * Figure `stop`: in the built page's playground, from a press on Stop in an endless Python program, over a press on
 * Run as soon as the page says that it has stopped, to the next program's output. The spare had time to get warm.
 */
import { siteFolder } from "./site-folder.mjs";
import { putSource, waitForSpare, withSitePages } from "./site-page.mjs";
import { compact, median } from "./stats.mjs";
import { printTable } from "./table.mjs";

const TURNS = 5;
const AIM_MS = 50;
/** The next spare is started once a program has gone on for a while; the program's deadline comes later. */
const ENDLESS_FOR_MS = 8_000;

/** Endless if it is started before a moment; whoever starts it later sees its output. */
const programUntil = (moment) => `import time

if time.time() < ${moment / 1000}:
    while True:
        pass
print("next")
`;

/** @param {{ runs: number, site?: string }} options */
export async function stop({ runs, site }) {
  const dir = await siteFolder(site);
  const results = [];
  for (let run = 0; run < runs; run++) {
    const turns = await withSitePages(dir, async (open) =>
      measure(await open("python", "#/playground")),
    );
    results.push(...turns.map((turn) => ({ run, ...turn })));
  }
  const warm = results.filter((one) => one.warm);
  if (warm.length === 0) throw new Error("The spare was never ready when Stop was pressed.");
  const row = (title, key) => [title, compact(median(warm.map((one) => one[key])))];
  printTable(
    `Stop of an endless Python program (median of ${warm.length} of ${results.length} with a warm spare; aim ≤ ${AIM_MS} ms)`,
    ["", "ms"],
    [
      row("Stop until the page says that it has stopped", "stopMs"),
      row("Run until the next program's output", "nextMs"),
      row("Stop until the next program's output", "ms"),
    ],
  );
  return { results };
}

async function measure(page) {
  const turns = [];
  for (let turn = 0; turn < TURNS; turn++) turns.push({ turn, ...(await stopOnce(page)) });
  return turns;
}

async function stopOnce(page) {
  await waitForSpare(page);
  const moment = Date.now() + ENDLESS_FOR_MS;
  await putSource(page, programUntil(moment));
  await page.evaluate(() => document.querySelector(".attempt-bar .button-primary").click());
  await page.waitForFunction((until) => Date.now() > until, moment + 200);
  return page.evaluate(async () => {
    const [run, stop] = document.querySelectorAll(".attempt-bar button");
    if (stop.disabled) throw new Error("The program ended before Stop was pressed.");
    /** Waits for a change of the output after which `found` gives something. */
    const until = (found) =>
      new Promise((resolve) => {
        const look = () => {
          if (!found()) return;
          observer.disconnect();
          resolve(performance.now());
        };
        const observer = new MutationObserver(look);
        const whole = { subtree: true, childList: true, characterData: true };
        observer.observe(document.querySelector(".program"), whole);
        look();
      });
    const says = (selector, text) =>
      document.querySelector(`.program ${selector}`)?.textContent.includes(text);

    const begin = performance.now();
    stop.click();
    const stopped = await until(() => says(".program-headline", "Stopped"));
    const warm = /float\d+/.test(document.querySelector(".runtime-note").textContent);
    const again = performance.now();
    run.click();
    const next = await until(
      () => says(".program-headline", "Finished") && says(".program-printed", "next"),
    );
    return { stopMs: stopped - begin, nextMs: next - again, ms: next - begin, warm };
  });
}
