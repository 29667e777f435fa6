/**
 * For maintainers: runs what this page takes out and what it is compared with on a real JAX, and records it again.
 * Wants a Python with JAX, Flax and Optax, named by PYTHON or found as .venv/bin/python; says so and stops where
 * there is none. Floats that differ from the last recording by rounding alone are written as they were, so
 * `git diff golden` shows what has changed.
 * npm run parity [-- --exports-only | RECORDER…]: what the page takes out alone, or the named recorders alone.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { keepNearNumbers } from "./lib/keep-near-numbers.mjs";

const FOLDER = ".cache/parity";

const python =
  process.env.PYTHON ?? (existsSync(".venv/bin/python") ? ".venv/bin/python" : "python3");
const versions = versionsOf(python);
if (versions === null) {
  console.error(
    `${python} has no JAX, Flax and Optax. Install them as CONTRIBUTING.md says, or name a Python: PYTHON=… npm run parity`,
  );
  process.exit(2);
}
// Only now, so that the script says at once where there is nothing to run.
const { runnerImport } = await import("vite");
const { module } = await runnerImport("./scripts/python/taken-out.ts", { logLevel: "error" });
for (const [name, version] of Object.entries(module.FOLLOWED_VERSIONS)) {
  if (versions[name] !== version) {
    console.error(`${python} has ${name} ${versions[name]}, but the recordings are of ${version}.`);
    process.exit(2);
  }
}

const named = process.argv.slice(2).filter((name) => !name.startsWith("--"));
const recorders = readdirSync("golden/recorders").filter((name) => /^record_\w+\.py$/.test(name));
const unknown = named.find((name) => !recorders.includes(`${name}.py`));
if (unknown !== undefined) {
  console.error(`golden/recorders has no "${unknown}". There are: ${recorders.join(" ")}`);
  process.exit(2);
}

let failed = 0;
mkdirSync(FOLDER, { recursive: true });
for (const [name, script] of Object.entries(named.length > 0 ? {} : module.takenOut())) {
  writeFileSync(`${FOLDER}/${name}.py`, script);
  const { status, stdout } = run([`${FOLDER}/${name}.py`], "pipe");
  const agrees = status === 0 && !/differ$/m.test(stdout);
  console.log(`${name}: ${agrees ? "runs on JAX, and its numbers agree" : "FAILED"}`);
  if (!agrees) failed += 1;
}
if (!process.argv.includes("--exports-only")) {
  const before = recordings();
  for (const name of recorders.sort()) {
    if (named.length > 0 && !named.includes(name.slice(0, -".py".length))) continue;
    console.log(`\n== ${name}`);
    if (run([`golden/recorders/${name}`], "inherit").status !== 0) failed += 1;
  }
  // Names are recorded as Python, which is laid out like all of it.
  spawnSync(process.execPath, ["scripts/python-style.mjs", "--write"], { stdio: "inherit" });
  for (const [name, text] of Object.entries(recordings())) {
    const kept = keepNearNumbers(before[name] ?? "", text);
    if (kept !== text) writeFileSync(`golden/${name}`, kept);
  }
}
console.log(`${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** What is recorded, by its name in the folder. */
function recordings() {
  const names = readdirSync("golden", { recursive: true });
  const recorded = names.filter((name) => /\.(json|out)$/.test(name));
  return Object.fromEntries(recorded.map((name) => [name, readFileSync(`golden/${name}`, "utf8")]));
}

function run(args, output) {
  return spawnSync(python, args, { encoding: "utf8", stdio: ["ignore", output, "inherit"] });
}

function versionsOf(command) {
  const program =
    "import json, jax, flax, optax; print(json.dumps(dict(jax=jax.__version__, flax=flax.__version__, optax=optax.__version__)))";
  const { status, stdout } = spawnSync(command, ["-c", program], { encoding: "utf8" });
  return status === 0 ? JSON.parse(stdout) : null;
}
