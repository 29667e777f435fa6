/**
 * Figure `open`: from a cold open (new profile, empty cache) to readable text, to typed characters in
 * the editor, and to the first verdict, as it is and on a slow machine behind a slow line.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { serve } from "../lib/serve.mjs";
import { launchFreshBrowser } from "./cdp.mjs";
import { compressedSite } from "./compressed-site.mjs";
import { readOnly, runEarly, typeEarly } from "./opening.mjs";
import { installProbe, MARKS, SELECTORS } from "./probe.mjs";
import { compact, median } from "./stats.mjs";
import { printTable } from "./table.mjs";
import { slowProcesses } from "./slow-processes.mjs";
import { siteFolder } from "./site-folder.mjs";
import { openPage, SLOW } from "./throttle.mjs";

/** jax-js's own REPL, measured elsewhere on a machine of this size, workers unthrottled: ms. */
const REPL = {
  plain: { text: 379, monacoKeys: 1290, verdict: 2322 },
  slow: { text: 742, monacoKeys: 4010, verdict: 7673 },
};
const CONDITIONS = {
  plain: { limits: null },
  slow: { limits: SLOW },
  // Chromium slows main threads only; this one slows workers and software GL as well.
  ...(process.platform === "linux" && { slowAll: { limits: { ...SLOW, cpu: 1 }, all: SLOW.cpu } }),
};
const LINE = `${SLOW.bitsPerSecond / 1e6} Mbit/s, ${SLOW.latencyMs} ms`;
const TITLES = {
  plain: "as it is",
  slow: `${LINE}, ${SLOW.cpu} × CPU slowdown by DevTools (main threads)`,
  slowAll: `${LINE}, ${SLOW.cpu} × CPU slowdown of every thread and of software GL`,
};
/** What this machine needs for any page at all, for scale. */
const BARE = "bare.html";
const BARE_PAGE = "<!doctype html><title>Bare</title><main><h1>Heading</h1><p>Text.</p></main>";
const MOMENTS = {
  bare: "for scale: a bare page's text is readable",
  text: "the text is readable",
  plainKeys: "typed characters appear (text area)",
  monacoKeys: "typed characters appear (Monaco)",
  verdict: "the first verdict (Run pressed at once)",
};

/** @param {{ runs: number, site?: string }} options */
export async function open({ runs, site: folder }) {
  const dir = await compressedSite(await siteFolder(folder));
  await writeFile(path.join(dir, BARE), BARE_PAGE);
  const site = await serve({ dir });
  const results = [];
  try {
    for (let run = 0; run < Math.max(3, runs); run++) {
      for (const [condition, how] of Object.entries(CONDITIONS)) {
        const bare = await openOnce(`${site.url}${BARE}`, how, readOnly);
        results.push({ run, condition, visit: "bare", moments: { bare: bare.moments.text } });
        for (const visit of [typeEarly, runEarly]) {
          const opened = await openOnce(site.url, how, visit);
          results.push({ run, condition, visit: visit.name, ...opened });
        }
      }
    }
  } finally {
    await site.close();
  }
  for (const condition of Object.keys(CONDITIONS)) printCondition(condition, results);
  printAccepted(results);
  return { results, repl: REPL };
}

async function openOnce(url, { limits, all }, visit) {
  const browser = await launchFreshBrowser();
  let fullSpeed = async () => {};
  try {
    const { session, accepted } = await openPage(browser, limits);
    const send = (method, params) => browser.send(method, params, session);
    await send("Page.enable");
    const options = JSON.stringify({ selectors: SELECTORS, marks: MARKS });
    await send("Page.addScriptToEvaluateOnNewDocument", {
      source: `(${installProbe})(${options})`,
    });
    if (all) fullSpeed = slowProcesses(browser.pid, all);
    await send("Page.navigate", { url });
    const { moments } = await visit(rawHands(send));
    return { moments, accepted };
  } finally {
    await fullSpeed();
    await browser.close();
  }
}

/** @returns {import("./opening.mjs").Hands} */
function rawHands(send) {
  const mouse = (type, { x, y }) =>
    send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
  return {
    async look() {
      const { result } = await send("Runtime.evaluate", {
        expression: "window.__probe?.look() ?? null",
        returnByValue: true,
      });
      return result.value ?? null;
    },
    async click(at) {
      await mouse("mousePressed", at);
      await mouse("mouseReleased", at);
    },
    async type(text) {
      await send("Input.dispatchKeyEvent", { type: "keyDown", text, key: text });
      await send("Input.dispatchKeyEvent", { type: "keyUp", key: text });
    },
  };
}

function printCondition(condition, results) {
  const rows = Object.entries(MOMENTS).map(([name, title]) => {
    const ms = median(momentsOf(results, condition, name));
    const repl = REPL[condition]?.[name];
    return [title, compact(ms), repl ? compact(repl) : "", repl ? (ms / repl).toFixed(2) : ""];
  });
  printTable(
    `Cold open, ${TITLES[condition]} (median, ms)`,
    ["until", "this page", "jax-js's REPL", "ratio"],
    rows,
  );
}

function momentsOf(results, condition, name) {
  return results
    .filter((one) => one.condition === condition)
    .map(({ moments }) => moments[name])
    .filter((ms) => ms !== undefined);
}

/** Which targets took the slowdown: the browser does not offer it for all kinds. */
function printAccepted(results) {
  const accepted = Object.assign({}, ...results.map((one) => one.accepted));
  console.log("\nThe slowdown was asked of every target:");
  for (const [target, answer] of Object.entries(accepted)) console.log(`  ${target}: ${answer}`);
}
