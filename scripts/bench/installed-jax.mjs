/** How long `python solution.py` takes on an installed JAX, where there is one. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runnerImport } from "vite";
import { firstLesson } from "../lib/first-lesson.mjs";
import { PAGES } from "./bundle.mjs";

const python = process.env.JAX_PYTHON ?? "python3";
const SCRIPT = path.join(PAGES, "solution.py");

/**
 * Runs the script that the page hands out for the lesson's solution: it calls the function for the visible cases.
 * @returns {Promise<(() => number) | null>} milliseconds of one run from a new process; null where there is no JAX
 */
export async function installedJax() {
  if (spawnSync(python, ["-c", "import jax, flax, optax"], { stdio: "ignore" }).status !== 0) {
    return null;
  }
  const { module } = await runnerImport("./scripts/python/taken-out.ts", { logLevel: "error" });
  mkdirSync(PAGES, { recursive: true });
  writeFileSync(SCRIPT, module.takenOut()[firstLesson()]);
  return () => {
    const begin = performance.now();
    const { status, stderr } = spawnSync(python, [SCRIPT], { encoding: "utf8" });
    if (status !== 0) throw new Error(`${python} solution.py failed: ${stderr}`);
    return performance.now() - begin;
  };
}
