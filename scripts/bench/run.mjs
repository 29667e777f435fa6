/**
 * Figure `run`: from a press on Run to the verdict in the built page, with the lesson's solution and a warm runtime, in
 * either language, against 11 warm training steps of the same shapes in raw tfjs. In turns.
 */
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { firstLesson } from "../lib/first-lesson.mjs";
import { bundlePage } from "./bundle.mjs";
import { withEnginePages } from "./engine-page.mjs";
import { SELECTORS } from "./probe.mjs";
import { siteFolder } from "./site-folder.mjs";
import { waitForSpare, withSitePages } from "./site-page.mjs";
import { compact, median, pairedRatio, times } from "./stats.mjs";
import { printTable } from "./table.mjs";

const SOLUTION = `src/lessons/${firstLesson()}/solution.ts`;
const STEPS = 11;
const TURNS = 5;
/** After a verdict the page still makes the laws' calls and warms the next spare; both must be over everywhere. */
const SETTLE_MS = 300;

/** @param {{ runs: number, site?: string }} options */
export async function run({ runs, site }) {
  await bundlePage("tfjs");
  const dir = await siteFolder(site);
  const results = [];
  for (let index = 0; index < runs; index++) {
    const turns = await withSitePages(dir, (openSite) =>
      withEnginePages((openEngine) => measure(openSite, openEngine)),
    );
    results.push(...turns.map((turn) => ({ run: index, ...turn })));
  }
  const of = (key) => results.map((one) => one[key]);
  const row = (title, key) => [
    title,
    compact(median(of(key))),
    times(pairedRatio(of(key), of("rawMs"))),
    times(pairedRatio(of(key), of("typescriptMs"))),
  ];
  printTable(
    "Warm Run → verdict, the lesson's solution on webgl (median; aim: Python ≤ 1.50 × TypeScript)",
    ["", "ms", "to raw tfjs", "to TypeScript"],
    [
      row("pressing Run until the verdict is in the page, Python", "pythonMs"),
      row("the same in TypeScript", "typescriptMs"),
      row(`${STEPS} warm steps of the same shapes, raw tfjs`, "rawMs"),
    ],
  );
  return { results };
}

async function measure(openSite, openEngine) {
  const typescript = await openSite("typescript");
  const python = await openSite("python");
  const problems = await drawnProblems(typescript);
  const raw = await openEngine("tfjs");
  await raw.evaluate((list) => globalThis.bench.start("webgl", list), problems);
  await rawSteps(raw);
  const pages = [typescript, python];
  for (const page of pages) {
    await putSolution(page);
    await pressRun(page, pages);
  }
  const turns = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const rawMs = await rawSteps(raw);
    const typescriptMs = await pressRun(typescript, pages);
    const pythonMs = await pressRun(python, pages);
    turns.push({ turn, rawMs, typescriptMs, pythonMs });
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
  await page.getByRole("button", { name: "Solution…" }).click();
  await page.getByRole("button", { name: "Show it" }).click();
  await page.getByRole("button", { name: "Put it into the editor" }).click();
}

/** Waits until no page is at work, presses Run, and returns the time until the verdict is there. */
async function pressRun(page, pages) {
  for (const each of pages) await waitForSpare(each);
  await pause(SETTLE_MS);
  for (const each of pages) await waitForSpare(each);
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
