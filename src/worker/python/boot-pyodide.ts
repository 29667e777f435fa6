import { loadPyodide, type PyodideAPI } from "pyodide";
import type { PythonParts } from "../../protocol/wire";
import { loadPython } from "../../python/load-python";
import { unpackFiles } from "../../python/pack-files";
import { unpackMemory } from "../../python/sparse-memory";
import { importScript, INDEX, withLocalFiles, type CreateModule } from "./local-files";

/** Of Emscripten's module; Pyodide's types leave it out. */
type Growing = { growMemory(bytes: number): void };

/**
 * Pyodide copies a snapshot into the memory that the wasm begins with, and asks for a larger one by a setting
 * that this wasm does not read.
 */
function withRoomFor(snapshot: Uint8Array, create: CreateModule): CreateModule {
  return async (settings) => {
    const module = await create(settings);
    const memory = module as typeof module & Growing;
    if (memory.HEAP8.length < snapshot.length) memory.growMemory(snapshot.length);
    return module;
  };
}

/** How Pyodide is started: from the snapshot, if there is one. */
function beginning(create: CreateModule, packed: ArrayBuffer | null) {
  if (packed === null) return { createPyodideModule: create };
  const snapshot = unpackMemory(packed);
  return { createPyodideModule: withRoomFor(snapshot, create), _loadSnapshot: snapshot };
}

/**
 * Starts Python from the snapshot where there is one, else from the compiled library. Lines that Python's C
 * code writes past `sys.stdout` go to `write`.
 */
export async function bootPyodide(
  parts: PythonParts,
  write: (level: "log" | "error", text: string) => void,
): Promise<PyodideAPI> {
  const begin = beginning(await importScript(parts.script), parts.snapshot);
  return withLocalFiles(parts, () =>
    loadPython({
      loadPyodide,
      packages: unpackFiles(new Uint8Array(parts.packages)),
      config: {
        indexURL: INDEX,
        stdin: () => null,
        stdout: (text) => write("log", text),
        stderr: (text) => write("error", text),
        ...begin,
      },
    }),
  );
}
