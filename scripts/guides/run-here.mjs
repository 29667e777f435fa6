/** Runs the Python program on its standard input as the page does, in Node, and writes what it prints. */
import { readFileSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

/** As in unit tests: no graphics card is asked for. */
const hostOnly = fileURLToPath(new URL("../../src/jax/testing/host-only.ts", import.meta.url));
const { module } = await runnerImport("./scripts/guides/page-python.ts", {
  logLevel: "error",
  resolve: { alias: [{ find: /^\.\/webgl-backend$/, replacement: hostOnly }] },
});
const traceback = await module.runPagePython(readFileSync(0, "utf8"), (text) =>
  writeSync(1, `${text}\n`),
);
if (traceback !== null) console.error(traceback);
process.exit(traceback === null ? 0 : 1);
