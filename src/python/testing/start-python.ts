/** Python as learners get it, in Node: for tests. */
import path from "node:path";
import type { PyodideAPI } from "pyodide";
import { declaredFunctions } from "../build/declared-functions";
import { compiledLibrary } from "../build/compile-library";
import { loadPyodideInNode } from "../build/node-pyodide";
import { readPackages } from "../build/read-packages";
import { generatedFiles } from "../generated-files";
import { loadPython, startLab, type PythonFiles, type PythonLab } from "../load-python";

export type PythonRun = {
  /** What `print` wrote. */
  stdout: string;
  /** What went to stderr: warnings, logging, the traceback. */
  stderr: string;
  /** Both, in the order in which they were written. */
  output: string;
  error: { type: string; message: string; line: number | null; traceback: string } | null;
};

export type TestPython = {
  readonly pyodide: PyodideAPI;
  /** What the page's worker calls. */
  readonly lab: PythonLab;
  /** Runs a program as `__main__` from a file of this name; each run is a module of its own. */
  run(source: string, file?: string): PythonRun;
  /** What the programs have plotted so far. */
  readonly plots: { label: string; values: number[] }[];
};

export type StartPythonOptions = {
  /** The folder of our packages; `src/python/packages` unless given. */
  packagesDir?: string;
  /** More files on Python's path, or others in their place. */
  packages?: PythonFiles;
  /** What becomes the module `_facade`; without one nothing is bound. */
  facade?: object;
  /** Hears each line when it is written. */
  onWrite?: (level: string, text: string) => void;
};

const PACKAGES = path.resolve(import.meta.dirname, "../packages");
const FACADE = path.resolve(import.meta.dirname, "../../jax");
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
    packages: {
      ...packages,
      ...generatedFiles(await declaredFunctions(FACADE, CACHE)),
      ...options.packages,
    },
  });
  const written: { level: string; text: string }[] = [];
  const plots: TestPython["plots"] = [];
  const lab = startLab(pyodide, options.facade ?? null, {
    write(level, text) {
      written.push({ level, text });
      options.onWrite?.(level, text);
    },
    plot: (values, label) => plots.push({ label, values: [...values] }),
    ended() {
      throw new Error("The program has ended the runtime.");
    },
  });
  const textOf = (lines: typeof written) => lines.map(({ text }) => `${text}\n`).join("");

  return {
    pyodide,
    lab,
    plots,
    run(source, file = "program.py") {
      written.length = 0;
      const failure = lab.load(source, file, null);
      return {
        stdout: textOf(written.filter(({ level }) => level === "log")),
        stderr: textOf(written.filter(({ level }) => level !== "log")),
        output: textOf(written),
        error: failure,
      };
    },
  };
}
