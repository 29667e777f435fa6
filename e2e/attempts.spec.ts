/**
 * Every program of the lessons' folders, in both languages, through the built sandbox and its workers on WebGL: each is
 * told by its id. Each lesson's own tests run the same programs on the CPU backend, on other draws.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { bundleScript } from "../scripts/runtime-assets/bundle-script";
import { gradeRequest } from "../src/grading/grade-request";
import type { LessonCheck } from "../src/grading/lesson-check";
import { judge } from "../src/grading/judge";
import { planRun } from "../src/grading/plan-run";
import { LANGUAGES, type Language } from "../src/protocol/backend";
import type { GradeRequest, RunOutcome } from "../src/protocol/run";
import type { Verdict } from "../src/protocol/verdict";
import { openLab } from "./attacks/support/lab";

const ENDINGS: Record<Language, string> = { typescript: ".ts", python: ".py" };

const LESSONS = path.resolve(import.meta.dirname, "../src/lessons");
const SLUGS = readdirSync(LESSONS).filter((slug) => existsSync(`${LESSONS}/${slug}/wrong`));

type Attempt = { name: string; source: string; wanted: string };

function files(check: LessonCheck, language: Language): Attempt[] {
  const folder = `${LESSONS}/${check.slug}`;
  const ending = ENDINGS[language];
  const own = ["right", "wrong"].flatMap((kind) =>
    readdirSync(`${folder}/${kind}`)
      .filter((file) => file.endsWith(ending))
      .map((file) => `${kind}/${file}`),
  );
  return [`solution${ending}`, `start${ending}`, ...own].map((file) => ({
    name: file,
    source: readFileSync(`${folder}/${file}`, "utf8"),
    wanted: wanted(check, file),
  }));
}

/** "pass", or the status with the id that a wrong file is named by; the starter is unfinished. */
function wanted(check: LessonCheck, file: string): string {
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

function run(page: Page, request: GradeRequest): Promise<RunOutcome> {
  return page.evaluate((asked) => globalThis.runOnSite(asked, "webgl"), request);
}

/** The attempts that are told otherwise than wanted, one line each. */
async function unlike(page: Page, check: LessonCheck, language: Language): Promise<string[]> {
  const plan = planRun(check, { drawSeed: 7 });
  const found: string[] = [];
  for (const { name, source, wanted } of files(check, language)) {
    const outcome = await run(page, gradeRequest(check, plan, source, language));
    const verdict = judge(check, plan, outcome, language);
    const said = `${told(verdict)}${isClear(verdict) ? "" : ", by a hair"}`;
    if (said !== wanted) found.push(`${name}: ${said}`);
  }
  return found;
}

let script = "";
test.beforeAll(async () => {
  script = await bundleScript({
    entry: path.resolve(import.meta.dirname, "support/site-workers.ts"),
  });
});

for (const slug of SLUGS) {
  test(`every attempt of ${slug} is told on webgl`, async ({ page }) => {
    test.setTimeout(900_000);
    const { check }: { check: LessonCheck } = await import(`${LESSONS}/${slug}/check.ts`);
    await openWorkers(page);
    // Both languages side by side: each has a worker of its own.
    const found = await Promise.all(LANGUAGES.map((language) => unlike(page, check, language)));
    expect(found.flat()).toEqual([]);
  });
}
