import path from "node:path";
import type { PythonFiles } from "../load-python";
import { startCompiler, takeBytes } from "./compile-library";

/** Where Python finds installed packages: the paths that tracebacks name. */
const ROOT = "/lib/python3.14/site-packages";

/** `jax/numpy.py` → `jax/__pycache__/numpy.cpython-314.pyc`. */
function pycName(name: string): string {
  const { dir, name: stem } = path.posix.parse(name);
  return path.posix.join(dir, "__pycache__", `${stem}.cpython-314.pyc`);
}

/**
 * Our packages' sources together with their `.pyc`, each where Python looks for it. The sources stay: with
 * them `inspect` and tracebacks can show lines.
 */
export async function compilePackages(
  packages: PythonFiles,
  libraryFile: string,
): Promise<PythonFiles> {
  const python = await startCompiler(libraryFile);
  const compileSource = python.globals.get("compile_source");
  const files: Record<string, string | Uint8Array> = { ...packages };
  for (const [name, source] of Object.entries(packages)) {
    if (name.endsWith(".py")) {
      files[pycName(name)] = takeBytes(compileSource(source, `${ROOT}/${name}`));
    }
  }
  return files;
}
