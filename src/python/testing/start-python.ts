/** Python as learners get it, in Node: for tests. */
import path from "node:path";
import type { PyodideAPI } from "pyodide";
import { compiledLibrary } from "../build/compile-library";
import { loadPyodideInNode } from "../build/node-pyodide";
import { readPackages } from "../build/read-packages";
import { bindFacade, loadPython, type PythonFiles } from "../load-python";

export type PythonRun = {
  /** Everything printed, stderr and tracebacks included, in order. */
  stdout: string;
  error: { type: string; message: string; line: number | null; traceback: string } | null;
};

export type TestPython = {
  readonly pyodide: PyodideAPI;
  /** Runs a program as `__main__` from a file of this name; each run is a module of its own. */
  run(source: string, file?: string): PythonRun;
};

export type StartPythonOptions = {
  /** The folder of our packages; `src/python/packages` unless given. */
  packagesDir?: string;
  /** More files on Python's path, or others in their place. */
  packages?: PythonFiles;
  /** What becomes the module `_facade`; without one nothing is bound. */
  facade?: object;
};

const PACKAGES = path.resolve(import.meta.dirname, "../packages");
const CACHE = path.resolve(import.meta.dirname, "../../../.cache/python");

/**
 * Starts an interpreter with our packages: about a second, and half a minute more for whoever is first
 * after a new version of Python. One for a test file, in `beforeAll` with a time-out of two minutes.
 */
export async function startPython(options: StartPythonOptions = {}): Promise<TestPython> {
  const packages = await readPackages(options.packagesDir ?? PACKAGES);
  const pyodide = await loadPython({
    loadPyodide: loadPyodideInNode,
    config: { stdin: () => null, stdLibURL: await compiledLibrary(CACHE) },
    packages: { ...packages, ...options.packages },
  });
  const printed: string[] = [];
  const host = { write: (_level: string, text: string) => printed.push(text) };
  pyodide.registerJsModule("_lab_test_host", host);
  pyodide.runPython(
    "import _lab_test_host, _lab.console\n_console = _lab.console.install_console(_lab_test_host.write)",
  );
  if (options.facade !== undefined) bindFacade(pyodide, options.facade);
  const runProgram = pyodide.runPython(`
def _run(source, file):
    from _lab.program import Program
    failure = Program(source, file, "__main__").run()
    _console.flush()
    return failure
_run`);

  return {
    pyodide,
    run(source, file = "program.py") {
      printed.length = 0;
      const failure = runProgram(source, file);
      const error = failure === undefined ? null : readFailure(failure);
      return { stdout: printed.map((text) => `${text}\n`).join(""), error };
    },
  };
}

type FailureProxy = {
  type_name: string;
  message: string;
  line: number | undefined;
  traceback: string;
  destroy(): void;
};

function readFailure(failure: FailureProxy): PythonRun["error"] {
  const { type_name, message, line, traceback } = failure;
  failure.destroy();
  return { type: type_name, message, line: line ?? null, traceback };
}
