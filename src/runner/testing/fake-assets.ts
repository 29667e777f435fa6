import type { AssetStore } from "../asset-store";
import type { PythonDelivery } from "../load-python-bytes";

/** What Python starts from, the snapshot among it at once. */
export function pythonDelivery(): PythonDelivery {
  const buffer = () => new ArrayBuffer(8);
  return {
    needed: { script: "pyodide", wasm: buffer(), library: buffer(), packages: buffer() },
    snapshot: Promise.resolve(buffer()),
    snapshotWaitMs: 1_000,
  };
}

/** Files of the runtime that no fetch is needed for. */
export const FAKE_ASSETS: AssetStore = {
  sandboxUrl: "http://site/sandbox.html",
  workerScripts: async () => ({ first: "script", second: Promise.resolve("second") }),
  pythonBytes: async () => pythonDelivery(),
};
