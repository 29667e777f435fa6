import { createRequire } from "node:module";
import path from "node:path";
import { loadPyodide, type PyodideConfig } from "pyodide";

const require = createRequire(import.meta.url);

/** The folder of the npm package, with the interpreter, its script and the standard library. */
export const PYODIDE_FOLDER = path.dirname(require.resolve("pyodide/package.json"));

/** `loadPyodide` for Node that leaves the process's globals as they were. */
export const loadPyodideInNode: typeof loadPyodide = async (options?: PyodideConfig) => {
  const known = Object.getOwnPropertyDescriptor(globalThis, "require");
  try {
    return await loadPyodide({ indexURL: PYODIDE_FOLDER, ...options });
  } finally {
    // Pyodide puts a `require` there that finds four modules; others would take it for the real one.
    if (known === undefined) Reflect.deleteProperty(globalThis, "require");
  }
};
