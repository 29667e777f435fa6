/**
 * Every program of the lesson's folder, in both languages, through the built sandbox and its workers: each is
 * told by its id on five draws on the CPU backend and on one on WebGL.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { bundleScript } from "../scripts/runtime-assets/bundle-script";
import { gradeRequest } from "../src/grading/grade-request";
import { judge } from "../src/grading/judge";
import { gradedCases, type RunPlan } from "../src/grading/plan-run";
import { check } from "../src/lessons/mixed-train-step/check";
import { DRAW_SEEDS, planFor } from "../src/lessons/mixed-train-step/testing/judge-answers";
import { raisingPrograms } from "../src/lessons/mixed-train-step/testing/raising-lines";
import { LANGUAGES, type Backend, type Language } from "../src/protocol/backend";
import type { GradeRequest, RunOutcome } from "../src/protocol/run";
import type { Verdict } from "../src/protocol/verdict";
import { openLab } from "./attacks/support/lab";
import { programText } from "./support/lesson-page";

const ENDINGS: Record<Language, string> = { typescript: ".ts", python: ".py" };
const CPU_PLANS = DRAW_SEEDS.map(planFor);
const WEBGL_PLANS = [planFor(7)];

type Attempt = { name: string; source: string; wanted: string };

function files(language: Language): Attempt[] {
  const ending = ENDINGS[language];
  const own = ["right", "wrong"].flatMap((kind) =>
    readdirSync(new URL(`../src/lessons/mixed-train-step/${kind}`, import.meta.url))
      .filter((file) => file.endsWith(ending))
      .map((file) => `${kind}/${file}`),
  );
  return [`solution${ending}`, `start${ending}`, ...own].map((file) => ({
    name: file,
    source: programText(file),
    wanted: wanted(file),
  }));
}

/** Lines that raise, each in a program of its own: what no file can hold is among them. */
function raisingLines(language: Language): Attempt[] {
  return raisingPrograms(language).map(({ id, line, source }) => ({
    name: line,
    source,
    wanted: `error ${id}`,
  }));
}

/** The calls of several draws as one request. */
function requestOf(source: string, language: Language, plans: readonly RunPlan[]): GradeRequest {
  const requests = plans.map((plan) => gradeRequest(check, plan, source, language));
  const [first] = requests;
  if (!first) throw new Error("no draw");
  return { ...first, cases: requests.flatMap(({ cases }) => cases) };
}

/** One verdict a draw; where the run ended early, every draw that it did not reach says why. */
function verdicts(plans: readonly RunPlan[], outcome: RunOutcome, language: Language): Verdict[] {
  let from = 0;
  return plans.map((plan) => {
    const count = gradedCases(plan).length;
    const cases = outcome.cases.slice(from, (from += count));
    return judge(check, plan, { ...outcome, cases }, language);
  });
}

/** "pass", or the status with the id that a wrong file is named by; the starter is unfinished. */
function wanted(file: string): string {
  if (file.startsWith("solution") || file.startsWith("right/")) return "pass";
  const id = /^wrong\/(.+)--/.exec(file)?.[1] ?? "unfinished";
  return check.errors.some((card) => card.id === id) ? `error ${id}` : `wrong ${id}`;
}

function told({ status, mistake, error }: Verdict): string {
  if (status === "pass") return status;
  if (status === "wrong") return `wrong ${mistake?.id ?? "unnamed"}`;
  return `${status} ${error?.explain ?? error?.message}`;
}

/** What is nearly right or nearly wrong would be told by luck. */
function isClear({ status, cases }: Verdict): boolean {
  const worst = Math.max(...cases.map(({ budget }) => budget));
  return status === "pass" ? worst < 0.5 : worst > 20;
}

async function openWorkers(page: Page): Promise<void> {
  await openLab(page);
  // Through the debugger: the page's own policy takes no script from elsewhere.
  await page.evaluate(script);
  await page.waitForFunction(() => "runOnSite" in globalThis);
}

function run(page: Page, request: GradeRequest, backend: Backend): Promise<RunOutcome> {
  return page.evaluate(([asked, on]) => globalThis.runOnSite(asked, on), [
    request,
    backend,
  ] as const);
}

/** The attempts that are told otherwise than wanted, one line each. */
async function unlike(
  page: Page,
  attempts: readonly Attempt[],
  language: Language,
  backend: Backend,
): Promise<string[]> {
  const plans = backend === "webgl" ? WEBGL_PLANS : CPU_PLANS;
  const found: string[] = [];
  for (const { name, source, wanted } of attempts) {
    const outcome = await run(page, requestOf(source, language, plans), backend);
    for (const verdict of verdicts(plans, outcome, language)) {
      const said = `${told(verdict)}${isClear(verdict) ? "" : ", by a hair"}`;
      if (said !== wanted) found.push(`${name}, draw ${verdict.drawSeed}: ${said}`);
    }
  }
  return found;
}

let script = "";
test.beforeAll(async () => {
  script = await bundleScript({
    entry: path.resolve(import.meta.dirname, "support/site-workers.ts"),
  });
});

for (const backend of ["cpu", "webgl"] as const) {
  test(`every attempt is told on ${backend}`, async ({ page }) => {
    test.setTimeout(900_000);
    await openWorkers(page);
    // Both languages side by side: each has a worker of its own.
    const found = await Promise.all(
      LANGUAGES.map((language) => {
        // An error's text is the same on every backend.
        const lines = backend === "cpu" ? raisingLines(language) : [];
        return unlike(page, [...files(language), ...lines], language, backend);
      }),
    );
    expect(found.flat()).toEqual([]);
  });
}
