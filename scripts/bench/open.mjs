/**
 * Figure `open`: from a cold open (new profile, empty cache) to readable text, to typed characters in the editor, and
 * to the first verdict in either language; in Python also on return. As it is, and on a slow machine behind a slow line.
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { serve } from "../lib/serve.mjs";
import { PAGES } from "./bundle.mjs";
import { launchFreshBrowser } from "./cdp.mjs";
import { installedJax } from "./installed-jax.mjs";
import { readOnly, runEarly, typeEarly } from "./opening.mjs";
import { installProbe, MARKS, SELECTORS } from "./probe.mjs";
import { chooseLanguage } from "./site-page.mjs";
import { compact, median, times } from "./stats.mjs";
import { printTable } from "./table.mjs";
import { slowProcesses } from "./slow-processes.mjs";
import { siteFolder } from "./site-folder.mjs";
import { openPage, SLOW } from "./throttle.mjs";

/** Others, measured elsewhere on a machine of this size, workers unthrottled: ms. */
const REPL = {
  name: "jax-js's REPL",
  plain: { text: 379, monacoKeys: 1290, typescript: 2322 },
  slow: { text: 742, monacoKeys: 4010, typescript: 7673 },
};
const JUPYTERLITE = {
  name: "JupyterLite",
  plain: { python: 11_600, pythonAgain: 11_600 },
  slow: { python: 34_700, pythonAgain: 34_700 },
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
const BARE = path.join(PAGES, "bare");
const BARE_PAGE = "<!doctype html><title>Bare</title><main><h1>Heading</h1><p>Text.</p></main>";
const MOMENTS = {
  bare: "for scale: a bare page's text is readable",
  text: "the text is readable",
  plainKeys: "typed characters appear (text area)",
  monacoKeys: "typed characters appear (Monaco)",
  typescript: "the first verdict in TypeScript (Run pressed at once)",
  python: "the first verdict in Python (Run pressed at once)",
  pythonAgain: "the same on return",
};
/** What the browser has fetched reaches its disk a moment later. */
const BETWEEN_VISITS_MS = 2_000;

/**
 * With `against`, a folder with an earlier build, each visit is made to both in turns, and their ratios are printed.
 * @param {{ runs: number, site?: string, against?: string, conditions?: string[] }} options
 */
export async function open({ runs, site: folder, against, conditions }) {
  await mkdir(BARE, { recursive: true });
  await writeFile(path.join(BARE, "index.html"), BARE_PAGE);
  const bare = await serve({ dir: BARE });
  const site = await serve({ dir: await siteFolder(folder) });
  const earlier = against === undefined ? null : await serve({ dir: against });
  const measured = Object.entries(CONDITIONS).filter(
    ([name]) => conditions?.includes(name) ?? true,
  );
  const jax = await installedJax();
  const results = [];
  const earlierResults = [];
  const jaxMs = [];
  try {
    for (let run = 0; run < Math.max(3, runs); run++) {
      if (jax !== null) jaxMs.push(jax());
      for (const [condition, how] of measured) {
        const visitOne = async (into, url, language, visits) => {
          const { moments, accepted } = await openOnce(url, how, language, visits);
          into.push({ run, condition, moments: Object.assign({}, ...moments), accepted });
        };
        await visitOne(results, bare.url, "python", [renamed(readOnly, { text: "bare" })]);
        for (const [language, ...visits] of VISITS) {
          if (earlier !== null) await visitOne(earlierResults, earlier.url, language, visits);
          await visitOne(results, site.url, language, visits);
        }
      }
    }
  } finally {
    await bare.close();
    await site.close();
    await earlier?.close();
  }
  for (const [condition] of measured) {
    printCondition(condition, results);
    if (earlier !== null) printAgainst(condition, results, earlierResults);
  }
  printJax(jaxMs, results);
  printAccepted(results);
  return { results, earlierResults, jaxMs, repl: REPL, jupyterLite: JUPYTERLITE };
}

/** A way to use the page of whose moments only these are kept, under other names. */
function renamed(visit, names) {
  return async (hands) => {
    const { moments } = await visit(hands);
    const kept = Object.entries(names).map(([name, kept]) => [kept, moments[name]]);
    return { moments: Object.fromEntries(kept) };
  };
}

/** The language, and what is done with the page in one browser. */
const VISITS = [
  ["python", typeEarly],
  ["typescript", renamed(runEarly, { verdict: "typescript" })],
  [
    "python",
    renamed(runEarly, { verdict: "python" }),
    renamed(runEarly, { verdict: "pythonAgain" }),
  ],
];

/** Opens a page in a new browser, once for each visit. */
async function openOnce(url, { limits, all }, language, visits) {
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
    // A page without an address has no storage either.
    await send("Page.addScriptToEvaluateOnNewDocument", {
      source: `if (location.protocol === "http:") (${chooseLanguage})("${language}")`,
    });
    if (all) fullSpeed = slowProcesses(browser.pid, all);
    const moments = [];
    for (const [i, visit] of visits.entries()) {
      if (i > 0) {
        await send("Page.navigate", { url: "about:blank" });
        await pause(BETWEEN_VISITS_MS);
      }
      await send("Page.navigate", { url });
      moments.push((await visit(rawHands(send))).moments);
    }
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
    const other = [REPL, JUPYTERLITE].find((one) => one[condition]?.[name] !== undefined);
    if (other === undefined) return [title, compact(ms), "", "", ""];
    const theirs = other[condition][name];
    return [title, compact(ms), compact(theirs), other.name, times(ms / theirs)];
  });
  printTable(
    `Cold open, ${TITLES[condition]} (median, ms)`,
    ["until", "this page", "others", "", "ratio"],
    rows,
  );
}

function printAgainst(condition, results, earlierResults) {
  const names = Object.keys(MOMENTS).filter((name) => name !== "bare");
  const rows = names.map((name) => {
    const now = median(momentsOf(results, condition, name));
    const before = median(momentsOf(earlierResults, condition, name));
    return [MOMENTS[name], compact(now), compact(before), times(now / before)];
  });
  printTable(
    `Against the earlier build, ${TITLES[condition]} (median, ms)`,
    ["until", "this page", "earlier", "ratio"],
    rows,
  );
}

function printJax(jaxMs, results) {
  if (jaxMs.length === 0) {
    console.log("\nNo Python with JAX, Flax and Optax here (JAX_PYTHON names one): no comparison.");
    return;
  }
  const ms = median(jaxMs);
  const row = (title, name) => {
    const own = median(momentsOf(results, "plain", name));
    return [title, compact(own), times(own / ms)];
  };
  printTable(
    "Beside an installed JAX, as it is (median)",
    ["", "ms", "ratio"],
    [
      ["python solution.py, the visible cases", compact(ms), times(1)],
      row("cold open until the first verdict in Python", "python"),
      row("the same on return", "pythonAgain"),
    ],
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
