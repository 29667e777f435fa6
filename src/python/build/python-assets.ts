import { readFile } from "node:fs/promises";
import path from "node:path";
import type { PythonFiles } from "../load-python";
import { packFiles, unpackFiles } from "../pack-files";
import { packMemory } from "../sparse-memory";
import { cached, hashOf } from "./cached";
import { compiledLibrary } from "./compile-library";
import { compilePackages } from "./compile-packages";
import { describePackages } from "./describe-packages";
import { makeSnapshot } from "./make-snapshot";
import { PYODIDE_FOLDER } from "./node-pyodide";
import { readPackages } from "./read-packages";

/** What a worker needs to start Python, each a file of the site. */
export type PythonAssets = {
  /** Pyodide's own script, an ES module. */
  script: Uint8Array;
  wasm: Uint8Array;
  /** The standard library, compiled. */
  library: Uint8Array;
  /** Our packages as `.py` and `.pyc`, packed. */
  packages: Uint8Array;
  /** Memory with all of them imported, packed; null where none can be made: Python then starts without. */
  snapshot: Uint8Array | null;
  /** What modules hold, for the editor; no worker needs it. */
  names: Uint8Array;
};

/** What learners see while it loads. */
export const PYTHON_NAME = "Python 3.14";

type Sources = { library: Uint8Array; wasm: Uint8Array; packages: PythonFiles; build: string };

async function snapshotOf(
  { library, wasm, packages, build }: Sources,
  libraryFile: string,
  cacheFolder: string,
): Promise<Uint8Array | null> {
  const name = `snapshot-${hashOf(build, library, wasm, packFiles(packages))}.bin`;
  try {
    return await cached(cacheFolder, name, async () =>
      packMemory(await makeSnapshot(packages, libraryFile)),
    );
  } catch (error) {
    console.warn(`Python's memory snapshot cannot be made; the page starts without it. ${error}`);
    return null;
  }
}

async function describer(): Promise<string> {
  const files = ["describe-packages.ts", "describe_packages.py"];
  return hashOf(
    ...(await Promise.all(files.map((file) => readFile(path.join(import.meta.dirname, file))))),
  );
}

/**
 * Builds or finds in `cacheFolder` all of Python's files. `generated` are packages' files made by the build.
 */
export async function buildPythonAssets(
  packagesFolder: string,
  generated: PythonFiles,
  cacheFolder: string,
): Promise<PythonAssets> {
  const here = (file: string) => path.join(import.meta.dirname, file);
  const [script, wasm, libraryFile, sources] = await Promise.all([
    readFile(path.join(PYODIDE_FOLDER, "pyodide.asm.mjs")),
    readFile(path.join(PYODIDE_FOLDER, "pyodide.asm.wasm")),
    compiledLibrary(cacheFolder),
    readPackages(packagesFolder),
  ]);
  const build = hashOf(
    await readFile(here("make-snapshot.ts")),
    await readFile(here("compile-packages.ts")),
    await readFile(here("../load-python.ts")),
  );
  const library = await readFile(libraryFile);
  const packages = { ...sources, ...generated };
  const packed = await cached(
    cacheFolder,
    `packages-${hashOf(build, path.basename(libraryFile), packFiles(packages))}.pack`,
    async () => packFiles(await compilePackages(packages, libraryFile)),
  );
  const compiled = { library, wasm, packages: unpackFiles(packed), build };
  const snapshot = await snapshotOf(compiled, libraryFile, cacheFolder);
  const names = await cached(
    cacheFolder,
    `names-${hashOf(await describer(), library, packed)}.json`,
    () => describePackages(compiled.packages, libraryFile),
  );
  return { script, wasm, library, packages: packed, snapshot, names };
}
