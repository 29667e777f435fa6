/**
 * Everything that must hold before a change lands, in the order of what fails fastest:
 * format, lint, types, dead code, unit tests, build, end-to-end tests.
 * Prints what each suite and each end-to-end file took, and `N passed, N failed` as its last line; a failed check
 * counts as one.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBuilt } from "./lib/built-site.mjs";
import { findBrowser } from "./lib/find-browser.mjs";
import { e2eFileTimes, suiteTimes } from "./lib/suite-times.mjs";

const UNIT_REPORT = ".cache/unit.json";
const E2E_REPORT = ".cache/e2e.json";

const env = { ...process.env, CHROMIUM_PATH: findBrowser(), FORCE_COLOR: "0" };
mkdirSync(".cache", { recursive: true });
for (const report of [UNIT_REPORT, E2E_REPORT]) rmSync(report, { force: true });

const STATIC_CHECKS = [
  ["format", "prettier", "--check", "--log-level", "warn", "."],
  ["lint", "eslint", ".", "--max-warnings", "0"],
  ["types", "tsc", "--noEmit"],
  ["Python style", "node", "scripts/python-style.mjs"],
  ["Python types", "pyright", "--warnings"],
  ["dead code", "knip", "--no-progress"],
  ["import cycles", "knip", "--no-progress", "--cycles"],
  ["third-party notices", "node", "scripts/notices.mjs", "--check"],
];

const total = { passed: 0, failed: 0 };
const times = [];
await Promise.all([staticChecks(), staticChecks()]);
add(withReport(run("unit tests", "vitest", ["run"]), () => unitCounts()));
if (await builds())
  add(withReport(run("end-to-end tests", "playwright", ["test"]), () => e2eCounts()));

if (existsSync(E2E_REPORT)) console.log(`\n${e2eFileTimes(readJson(E2E_REPORT))}`);
console.log(`\n${suiteTimes(times, performance.now() / 1000)}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

async function builds() {
  const start = performance.now();
  console.log("\n== build");
  const error = await ensureBuilt({ force: true }).catch((reason) => reason);
  if (error !== undefined) console.error(error);
  const ok = error === undefined;
  console.log(ending("build", ok, start));
  add(ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return ok;
}

/** Takes one check after another from the list that is left; each prints its output when it ends. */
async function staticChecks() {
  for (let check = STATIC_CHECKS.shift(); check; check = STATIC_CHECKS.shift()) {
    const [name, command, ...args] = check;
    const start = performance.now();
    const { ok, output } = await runQuietly(command, args);
    console.log(`\n== ${name}\n${output}${ending(name, ok, start)}`);
    add(ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
}

function runQuietly(command, args) {
  return new Promise((resolve) => {
    const child = spawn(binary(command), args, { stdio: ["ignore", "pipe", "pipe"], env });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => (output += text));
    }
    child.on("error", (error) => resolve({ ok: false, output: `${output}${error.stack}\n` }));
    child.on("close", (status) => resolve({ ok: status === 0, output }));
  });
}

function run(name, command, args) {
  const start = performance.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(binary(command), args, {
    stdio: ["ignore", "inherit", "inherit"],
    env,
  });
  console.log(ending(name, status === 0, start));
  return status === 0;
}

function binary(command) {
  return command === "node" ? process.execPath : `node_modules/.bin/${command}`;
}

/** How a check ended, as a line; its time is kept for the list at the end. */
function ending(name, ok, start) {
  const seconds = (performance.now() - start) / 1000;
  times.push([name, seconds]);
  return `== ${name}: ${ok ? "ok" : "FAILED"} (${seconds.toFixed(0)} s)`;
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

function e2eCounts() {
  const { stats } = readJson(E2E_REPORT);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

function add({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}
