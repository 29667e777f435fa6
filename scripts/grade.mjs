/**
 * Grades attempts through the built page in headless Chromium, one browser for all:
 * npm run grade -- [--json] [--backend webgl|cpu] [--seed N] [--deadline S] FILE…
 * A file of src/lessons/<slug>/ is an attempt at that lesson, another one at the first.
 * With --json a line for each: the verdict with all that the page says of it, `file` first. Exits with 0 if all pass.
 */
import { attemptOptions } from "./lib/attempt-options.mjs";
import { withLab } from "./lib/lab.mjs";
import { verdictText } from "./lib/verdict-text.mjs";

const USAGE = "npm run grade -- [--json] [--backend webgl|cpu] [--seed N] [--deadline S] FILE…";
const { json, attempts, options } = attemptOptions(USAGE);

const allPass = await withLab(async (page) => {
  let pass = true;
  for (const { file, language, source, lesson } of attempts) {
    const report = await page.evaluate((attempt) => window.__lab.grade(attempt), {
      source,
      language,
      lesson,
      ...options,
    });
    console.log(json ? JSON.stringify({ file, ...report }) : verdictText(file, report));
    pass &&= report.status === "pass";
  }
  return pass;
});
process.exit(allPass ? 0 : 1);
