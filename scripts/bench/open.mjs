/**
 * Figure `open`: from a cold open (new profile, empty cache) to readable text, to typed characters in
 * the editor, and to the first verdict, as it is and on a slow machine behind a slow line.
 */
import { serve } from "../lib/serve.mjs";
import { launchFreshBrowser } from "./cdp.mjs";
import { compressedSite } from "./compressed-site.mjs";
import { runEarly, typeEarly } from "./opening.mjs";
import { installProbe, MARKS, SELECTORS } from "./probe.mjs";
import { compact, median } from "./stats.mjs";
import { printTable } from "./table.mjs";
import { siteFolder } from "./site-folder.mjs";
import { openPage, SLOW } from "./throttle.mjs";

/** jax-js's own REPL, measured elsewhere on a machine of this size, workers unthrottled: ms. */
const REPL = {
  plain: { text: 379, monacoKeys: 1290, verdict: 2322 },
  slow: { text: 742, monacoKeys: 4010, verdict: 7673 },
};
const CONDITIONS = { plain: null, slow: SLOW };
const TITLES = {
  plain: "as it is",
  slow: `${SLOW.bitsPerSecond / 1e6} Mbit/s, ${SLOW.latencyMs} ms, ${SLOW.cpu} × CPU slowdown`,
};
const MOMENTS = {
  text: "the text is readable",
  plainKeys: "typed characters appear (text area)",
  monacoKeys: "typed characters appear (Monaco)",
  verdict: "the first verdict (Run pressed at once)",
};

/** @param {{ runs: number, site?: string }} options */
export async function open({ runs, site: folder }) {
  const site = await serve({ dir: await compressedSite(await siteFolder(folder)) });
  const results = [];
  try {
    for (let run = 0; run < Math.max(3, runs); run++) {
      for (const [condition, limits] of Object.entries(CONDITIONS)) {
        for (const visit of [typeEarly, runEarly]) {
          const opened = await openOnce(site.url, limits, visit);
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

async function openOnce(url, limits, visit) {
  const browser = await launchFreshBrowser();
  try {
    const { session, accepted } = await openPage(browser, limits);
    const send = (method, params) => browser.send(method, params, session);
    await send("Page.enable");
    const options = JSON.stringify({ selectors: SELECTORS, marks: MARKS });
    await send("Page.addScriptToEvaluateOnNewDocument", {
      source: `(${installProbe})(${options})`,
    });
    await send("Page.navigate", { url });
    const { moments } = await visit(rawHands(send));
    return { moments, accepted };
  } finally {
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
    const repl = REPL[condition][name];
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
