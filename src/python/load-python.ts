import { protectStack } from "./protect-stack";
import type { loadPyodide, PyodideAPI, PyodideConfig } from "pyodide";
import { CALL_LOG_CAPS } from "../lib/logged-call";
import type { LoggedCall } from "../lib/logged-call";
import { SEEN_CAPS } from "../lib/seen-call";
import type { SeenCall } from "../lib/seen-call";

/** Path below the packages' folder (`jax/numpy/__init__.py`) → contents. */
export type PythonFiles = Readonly<Record<string, string | Uint8Array>>;

export type PythonParts = {
  /** Of pyodide.mjs, however that was loaded. */
  loadPyodide: typeof loadPyodide;
  /** Where Pyodide looks for its files, and what it should be started with besides. */
  config: PyodideConfig;
  /** Our own Python packages; they are found on `sys.path` like installed ones. */
  packages: PythonFiles;
};

/** There is nothing to install from: Pyodide's own packages stay away. */
const EMPTY_LOCK_FILE = {
  info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" },
  packages: {},
};

type FileSystem = Parameters<NonNullable<PyodideConfig["fsInit"]>>[0];

function writePackages(fs: FileSystem, folder: string, files: PythonFiles): void {
  for (const [path, content] of Object.entries(files)) {
    const target = `${folder}/${path}`;
    fs.mkdirTree(target.slice(0, target.lastIndexOf("/")));
    fs.writeFile(target, content);
  }
}

/**
 * Starts a Python interpreter that knows our packages and nothing else. What Python shall know of
 * JavaScript is bound afterwards, by `bindFacade`: a memory snapshot must not hold any of it.
 * @throws Error with Pyodide's reason where the interpreter does not start.
 */
export function loadPython(parts: PythonParts): Promise<PyodideAPI> {
  return parts.loadPyodide({
    lockFileContents: JSON.stringify(EMPTY_LOCK_FILE),
    // A snapshot keeps both: without them it would differ from build to build, and name the builder's files.
    env: { PYTHONHASHSEED: "0" },
    _sysExecutable: "/bin/python",
    ...parts.config,
    async fsInit(fs, info) {
      await parts.config.fsInit?.(fs, info);
      writePackages(fs, info.sitePackages, parts.packages);
    },
  });
}

/** What programs reach of the page: each call is one that they could make by themselves, any number of times. */
export type PythonHost = {
  /** Lines for the console; level is "log", "warn", "error" or "traceback". */
  write(level: string, text: string): void;
  plot(values: Float32Array, label: string): void;
  /** The program has ended the interpreter. */
  ended(): void;
};

/** An error of a program: `line` is the learner's own, `traceback` what Python shows of it. */
export type PythonFailure = {
  type: string;
  message: string;
  line: number | null;
  traceback: string;
};

export type PythonResult = {
  problem: string | null;
  shape: readonly number[] | null;
  values: Float32Array | null;
};

/** The functions of `_lab.worker`. */
export type PythonLab = {
  /** Runs a program: as the main one, or for its function `entry`. */
  load(source: string, file: string, entry: string | null): PythonFailure | null;
  /** Whether the program has the function that was asked for. */
  hasEntry(): boolean;
  /** Ends the log of what the program called, which `load` began where an entry was asked for. */
  takeCalls(): LoggedCall[];
  /** The next call is looked into. */
  startLook(): void;
  /** Ends that look; what names held. */
  takeSeen(): SeenCall[];
  /** Calls that function. A shape of null stands for a plain number. */
  call(
    inputs: readonly (readonly [shape: readonly number[] | null, data: readonly number[]])[],
  ): PythonResult | PythonFailure;
};

type FailureRow = [type: string, message: string, line: number | undefined, traceback: string];
type CallRow = [name: string, about: string[], line: number | undefined];
type LeafRow = [path: string, shape: number[], values: number[] | undefined];
type NameRow = [name: string, line: number | undefined, leaves: LeafRow[]];
type SeenRow = [name: string, call: number, names: NameRow[]];
type ResultRow = [problem: string | undefined, shape?: number[], values?: Float32Array];

function readFailure([type, message, line, traceback]: FailureRow): PythonFailure {
  return { type, message, line: line ?? null, traceback };
}

function readSeen([name, call, names]: SeenRow): SeenCall {
  return {
    name,
    call,
    names: names.map(([own, line, leaves]) => ({
      name: own,
      line: line ?? null,
      leaves: leaves.map(([path, shape, values]) => ({ path, shape, values: values ?? null })),
    })),
  };
}

/**
 * Gives Python its JavaScript: the facade becomes the module `_facade` and goes to the packages that wait
 * for it (none where it is null), output goes to `host`.
 */
export function startLab(python: PyodideAPI, facade: object | null, host: PythonHost): PythonLab {
  protectStack(python);
  if (facade !== null) python.registerJsModule("_facade", facade);
  const lab = python.pyimport("_lab.worker");
  lab.start(facade ?? undefined, host, CALL_LOG_CAPS, SEEN_CAPS);
  // Looked up once: a program may put other functions there.
  const { load, has_entry: hasEntry, take_calls: takeCalls, call } = lab;
  const { start_look: startLook, take_seen: takeSeen } = lab;
  return {
    load(source, file, entry) {
      const row: FailureRow | undefined = load(source, file, entry ?? undefined);
      return row === undefined ? null : readFailure(row);
    },
    hasEntry: () => hasEntry() === true,
    takeCalls() {
      const rows: CallRow[] = takeCalls();
      return rows.map(([name, about, line]) => ({ name, about, line: line ?? null }));
    },
    startLook() {
      startLook();
    },
    takeSeen() {
      const rows: SeenRow[] = takeSeen();
      return rows.map(readSeen);
    },
    call(inputs) {
      // Python's None is undefined; null would be a value of its own there.
      const row: FailureRow | ResultRow = call(
        inputs.map(([shape, data]) => [shape ?? undefined, data]),
      );
      if (row.length === 4) return readFailure(row);
      const [problem, shape, values] = row;
      return { problem: problem ?? null, shape: shape ?? null, values: values ?? null };
    },
  };
}
