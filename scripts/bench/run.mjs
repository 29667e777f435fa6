/**
 * Figure `run`: from a press on Run to the verdict in the built page, with the lesson's solution and a
 * warm runtime, against 11 warm training steps of the same shapes in raw tfjs. In turns.
 */
import { readFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { BROWSER_FLAGS, findBrowser } from "../lib/find-browser.mjs";
import { serve } from "../lib/serve.mjs";
import { bundlePage } from "./bundle.mjs";
import { withEnginePages } from "./engine-page.mjs";
import { SELECTORS } from "./probe.mjs";
import { siteFolder } from "./site-folder.mjs";
import { compact, median, pairedRatio, times } from "./stats.mjs";
import { printTable } from "./table.mjs";

const SOLUTION = "src/lessons/mixed-train-step/solution.ts";
const STEPS = 11;
const TURNS = 5;

/** @param {{ runs: number, site?: string }} options */
export async function run({ runs, site }) {
  await bundlePage("tfjs");
  const dir = await siteFolder(site);
  const results = [];
  for (let index = 0; index < runs; index++) {
    const turns = await withPage(dir, (page) => withEnginePages((open) => measure(page, open)));
    results.push(...turns.map((turn) => ({ run: index, ...turn })));
  }
  const each = [...new Set(results.map((one) => one.run))].map((index) => {
    const turns = results.filter((one) => one.run === index);
    const [verdict, raw] = ["verdictMs", "rawMs"].map((key) => turns.map((turn) => turn[key]));
    return { verdict: median(verdict), raw: median(raw), ratio: pairedRatio(verdict, raw) };
  });
  const of = (key) => median(each.map((one) => one[key]));
  printTable(
    "Warm Run → verdict, the lesson's solution on webgl",
    ["", "ms", "ratio"],
    [
      ["pressing Run until the verdict is in the page", compact(of("verdict")), times(of("ratio"))],
      [`${STEPS} warm steps of the same shapes, raw tfjs`, compact(of("raw")), times(1)],
    ],
  );
  return { results };
}

async function withPage(dir, visit) {
  const server = await serve({ dir });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(120_000);
    await page.goto(server.url);
    return await visit(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measure(page, open) {
  const problems = await drawnProblems(page);
  await putSolution(page);
  const raw = await open("tfjs");
  await raw.evaluate((list) => globalThis.bench.start("webgl", list), problems);
  await rawSteps(raw);
  await pressRun(page);
  const turns = [];
  for (let turn = 0; turn < TURNS; turn++) {
    turns.push({ turn, rawMs: await rawSteps(raw), verdictMs: await pressRun(page) });
  }
  return turns;
}

/** The shapes of one drawn set of cases; a set drawn for another run has the same kinds of shapes. */
async function drawnProblems(page) {
  const source = await readFile(SOLUTION, "utf8");
  await page.waitForFunction(() => window.__lab !== undefined);
  const verdict = await page.evaluate(
    (text) => window.__lab.grade({ source: text, language: "typescript", deadlineMs: 60_000 }),
    source,
  );
  if (verdict.status !== "pass" || verdict.backend !== "webgl") {
    throw new Error(`The solution gave "${verdict.status}" on ${verdict.backend}.`);
  }
  return verdict.cases.slice(0, STEPS).map(({ inputs }) => {
    const named = (name) => inputs.find((input) => input.name === name);
    const size = (name) => named(name).shape.at(-1);
    return {
      batch: named("x").shape.length === 2 ? named("x").shape[0] : null,
      input: size("x"),
      hidden: 4,
      output: size("y"),
      lr: named("lr").data[0],
    };
  });
}

async function putSolution(page) {
  await page.locator(".header-language label").filter({ hasText: "TS" }).click();
  await page.getByRole("button", { name: "Solution…" }).click();
  await page.getByRole("button", { name: "Show it" }).click();
  await page.getByRole("button", { name: "Put it into the editor" }).click();
}

/** Waits for a warm spare, presses Run, and returns the time until the verdict is there. */
async function pressRun(page) {
  await page
    .locator(".runtime-note")
    .getByText(/float\d+ · /)
    .waitFor();
  const { ms, tone } = await page.evaluate(async ({ run: button, verdict }) => {
    const begin = performance.now();
    document.querySelector(button).click();
    // React has cleared the last verdict by the end of the click.
    const heading = await new Promise((resolve) => {
      const look = () => {
        const found = document.querySelector(verdict);
        if (found) resolve(found);
      };
      new MutationObserver(look).observe(document.querySelector(".results"), {
        subtree: true,
        childList: true,
        attributes: true,
      });
    });
    return { ms: performance.now() - begin, tone: heading.dataset.tone };
  }, SELECTORS);
  if (tone !== "pass") throw new Error(`The solution's verdict is "${tone}".`);
  return ms;
}

/** One step of each problem, both losses read after each. */
function rawSteps(page) {
  return page.evaluate((count) => {
    const begin = performance.now();
    for (let problem = 0; problem < count; problem++) globalThis.bench.run(1, "each", problem);
    return performance.now() - begin;
  }, STEPS);
}
