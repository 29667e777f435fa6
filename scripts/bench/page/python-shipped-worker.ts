/** A plain module worker that starts Pyodide as it is shipped, from files in memory. */
import { loadPyodide } from "pyodide";
import { importScript, INDEX, withLocalFiles } from "../../../src/worker/python/local-files";
import type { ShippedFiles } from "./python-start";

addEventListener("message", ({ data }: MessageEvent<ShippedFiles>) => {
  start(data).then(
    () => postMessage("ready"),
    (error: unknown) => postMessage(`failed: ${String(error)}`),
  );
});

async function start({ script, wasm, library, lockFile }: ShippedFiles): Promise<void> {
  const createPyodideModule = await importScript(script);
  const python = await withLocalFiles({ wasm, library }, () =>
    loadPyodide({ indexURL: INDEX, createPyodideModule, lockFileContents: lockFile }),
  );
  if (python.runPython("1 + 1") !== 2) throw new Error("Pyodide does not add.");
}
