import { readFile } from "node:fs/promises";
import path from "node:path";
import type { PyodideAPI } from "pyodide";
import { cached, hashOf } from "./cached";
import { loadPyodideInNode, PYODIDE_FOLDER } from "./node-pyodide";

const COMPILER = path.join(import.meta.dirname, "compile_tree.py");
const LIBRARY = path.join(PYODIDE_FOLDER, "python_stdlib.zip");
/** Where Pyodide puts the library: the path that tracebacks name. */
const LIBRARY_ROOT = "/lib/python314.zip";

type Bytes = { toJs(): Uint8Array; destroy(): void };

export function takeBytes(value: Bytes): Uint8Array {
  const bytes = value.toJs();
  value.destroy();
  return bytes;
}

export async function startCompiler(stdLibURL: string): Promise<PyodideAPI> {
  const python = await loadPyodideInNode({ stdLibURL });
  python.runPython(await readFile(COMPILER, "utf8"));
  return python;
}

/**
 * The path of the standard library as `.pyc` in a stored zip, made once per version of Pyodide: most of
 * a start is CPython compiling its own library otherwise.
 */
export async function compiledLibrary(cacheFolder: string): Promise<string> {
  const [library, compiler] = await Promise.all([readFile(LIBRARY), readFile(COMPILER)]);
  const name = `library-${hashOf(library, compiler)}.zip`;
  await cached(cacheFolder, name, async () => {
    const python = await startCompiler(LIBRARY);
    python.FS.writeFile("/shipped.zip", library);
    return takeBytes(python.runPython(`compile_library("/shipped.zip", "${LIBRARY_ROOT}")`));
  });
  return path.join(cacheFolder, name);
}
