import type { loadPyodide, PyodideAPI, PyodideConfig } from "pyodide";

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

/** Makes the facade the module `_facade` and gives it to the packages that wait for it. */
export function bindFacade(python: PyodideAPI, facade: object): void {
  python.registerJsModule("_facade", facade);
  python.runPython("import _facade, _lab.startup\n_lab.startup.start(_facade)");
}
