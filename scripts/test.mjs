/**
 * Everything that must hold before a change lands, in the order of what fails fastest:
 * format, lint, types, dead code, unit tests, build, end-to-end tests.
 * Prints what each suite and each end-to-end file took, and `N passed, N failed` as its last line; a failed check
 * counts as one.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBuilt } from "./lib/built-site.mjs";
import { findBrowser } from "./lib/find-browser.mjs";
import { createChecks, CYCLES } from "./lib/run-checks.mjs";
import { e2eFileTimes, suiteTimes } from "./lib/suite-times.mjs";

const UNIT_REPORT = ".cache/unit.json";
/** End-to-end tests that run two at a time, and those that need the machine; see playwright.config.ts. */
const E2E_GROUPS = ["shared", "alone"];
const E2E_REPORTS = E2E_GROUPS.map((group) => `.cache/e2e-${group}.json`);

const env = { ...process.env, CHROMIUM_PATH: findBrowser(), FORCE_COLOR: "0" };
mkdirSync(".cache", { recursive: true });
for (const report of [UNIT_REPORT, ...E2E_REPORTS]) rmSync(report, { force: true });

const STATIC_CHECKS = [
  ["format", "prettier", "--check", "--log-level", "warn", "."],
  ["lint", "eslint", ".", "--max-warnings", "0"],
  ["types", "tsgo", "--noEmit"],
  ["Python style", "node", "scripts/python-style.mjs"],
  ["Python types", "pyright", "--warnings"],
  ["dead code", "knip", "--no-progress"],
  CYCLES,
  ["third-party notices", "node", "scripts/notices.mjs", "--check"],
];

const total = { passed: 0, failed: 0 };
const checks = createChecks(env, (ok) =>
  add(ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
);
await checks.several(STATIC_CHECKS);
add(withReport(await checks.one("unit tests", ["vitest", "run"]), unitCounts));
if (await builds()) {
  for (const [i, group] of E2E_GROUPS.entries()) {
    const name = `end-to-end tests, ${group}`;
    const ok = await checks.one(name, ["playwright", "test"], { E2E_GROUP: group });
    add(withReport(ok, () => e2eCounts(E2E_REPORTS[i])));
  }
}

for (const report of E2E_REPORTS.filter((file) => existsSync(file)))
  console.log(`\n${e2eFileTimes(readJson(report))}`);
console.log(`\n${suiteTimes(checks.times, performance.now() / 1000)}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

async function builds() {
  const start = performance.now();
  console.log("\n== build");
  const error = await ensureBuilt({ force: true }).catch((reason) => reason);
  if (error !== undefined) console.error(error);
  const ok = error === undefined;
  console.log(checks.ending("build", ok, start));
  add(ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return ok;
}

/** A runner that failed outside any test (no report, or a report without failures) still counts as failed. */
function withReport(ok, read) {
  let counts;
  try {
    counts = read();
  } catch {
    counts = { passed: 0, failed: 0 };
  }
  if (!ok && counts.failed === 0) counts.failed = 1;
  if (ok && counts.passed === 0) counts.failed += 1;
  return counts;
}

function unitCounts() {
  const report = readJson(UNIT_REPORT);
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function e2eCounts(report) {
  const { stats } = readJson(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

function add({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}
