/** The bench's training step in real JAX, where a Python has it: JAX_PYTHON, or else `python3`. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("real_jax.py", import.meta.url));

/** Runs a script on one core alone, where the system lets a process choose: JAX then computes with one thread. */
const ON_ONE_CORE = `
import os, runpy, sys
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
runpy.run_path(sys.argv[1], run_name="__main__")
`;

/**
 * Times eager and jitted steps of each problem; null where no Python can import JAX.
 * @param {readonly object[]} problems
 * @param {{ steps: number, turns: number, oneThread?: boolean }} sizes
 */
export function realJax(problems, { oneThread = false, ...sizes }) {
  const python = process.env.JAX_PYTHON ?? "python3";
  const check = spawnSync(python, ["-c", "import jax"], { stdio: "ignore" });
  if (check.status !== 0) {
    console.log(`\nReal JAX was not measured: ${python} cannot import jax (set JAX_PYTHON).`);
    return null;
  }
  const { status, stdout, stderr } = spawnSync(
    python,
    [...(oneThread ? ["-c", ON_ONE_CORE] : []), SCRIPT],
    {
      input: JSON.stringify({ problems, ...sizes }),
      encoding: "utf8",
      env: { ...process.env, JAX_PLATFORMS: "cpu" },
    },
  );
  if (status !== 0) throw new Error(`${SCRIPT} failed: ${stderr}`);
  return JSON.parse(stdout);
}
