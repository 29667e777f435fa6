import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const HARNESS = readFileSync(new URL("run_cells.py", import.meta.url), "utf8");

/** @typedef {{ cell: number, printed: string, error: string | null, traceback?: string }} CellRun */

/**
 * Runs cells as one program, with the page's Python.
 * @returns {Promise<CellRun[]>}
 */
export function runHere(cells, seconds) {
  return run(process.execPath, ["scripts/guides/run-here.mjs"], {}, cells, seconds);
}

/**
 * The same on a real JAX, on the CPU.
 * @returns {Promise<CellRun[]>}
 */
export function runThere(python, cells, seconds) {
  return run(python, ["-"], { JAX_PLATFORMS: "cpu" }, cells, seconds);
}

async function run(command, words, env, cells, seconds) {
  const child = spawn(command, words, {
    env: { ...process.env, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const clock = setTimeout(() => child.kill("SIGKILL"), 1000 * seconds);
  // A JSON text of a JSON text is what Python reads as a string.
  child.stdin.end(
    `${HARNESS}\n\n_run_cells(json.loads(${JSON.stringify(JSON.stringify(cells))}))\n`,
  );
  let out = "";
  let trouble = "";
  child.stdout.on("data", (bytes) => (out += bytes));
  child.stderr.on("data", (bytes) => (trouble += bytes));
  await new Promise((resolve) => child.on("close", resolve));
  clearTimeout(clock);
  const rows = out.split("\n").flatMap(parsed);
  if (rows.length === 0) throw new Error(`Nothing ran: ${trouble.slice(-2000)}`);
  return cells.map(
    (_, i) =>
      rows.find(({ cell }) => cell === i + 1) ?? {
        cell: i + 1,
        printed: "",
        error: `Not run within ${seconds} s`,
      },
  );
}

/** Lines of other writers, such as a logger, are none of the rows. */
function parsed(line) {
  try {
    const row = JSON.parse(line);
    return typeof row?.cell === "number" ? [row] : [];
  } catch {
    return [];
  }
}
