import { loadPyodide, type PyodideAPI, type PyodideConfig } from "pyodide";
import type { PythonParts } from "../../protocol/wire";
import { loadPython } from "../../python/load-python";
import { unpackFiles } from "../../python/pack-files";
import { unpackMemory } from "../../python/sparse-memory";
import { realm } from "../realm";

/** Nothing is there: Pyodide's two requests are answered below, and there are no others. */
const INDEX = "https://python.invalid/";

/**
 * Answers Pyodide's requests for its wasm and its library from memory while `work` goes on. The frame's
 * policy lets no request out, and the module has been compiled already.
 */
async function withFiles<T>({ wasm, library }: PythonParts, work: () => Promise<T>): Promise<T> {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  globalThis.fetch = (address) =>
    Promise.resolve(String(address).endsWith(".wasm") ? new Response(null) : new Response(library));
  WebAssembly.instantiateStreaming = async (_response, imports) => ({
    module: wasm,
    instance: await WebAssembly.instantiate(wasm, imports),
  });
  try {
    return await work();
  } finally {
    globalThis.fetch = fetch;
    WebAssembly.instantiateStreaming = instantiateStreaming;
  }
}

type PyodideScript = { default: NonNullable<PyodideConfig["createPyodideModule"]> };

async function importScript(text: string): Promise<PyodideScript["default"]> {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const script = (await realm.importModule(address)) as PyodideScript;
  URL.revokeObjectURL(address);
  return script.default;
}

/**
 * Starts Python from the snapshot where there is one, else from the compiled library. Lines that Python's C
 * code writes past `sys.stdout` go to `write`.
 */
export async function bootPyodide(
  parts: PythonParts,
  write: (level: "log" | "error", text: string) => void,
): Promise<PyodideAPI> {
  const createPyodideModule = await importScript(parts.script);
  const snapshot = parts.snapshot === null ? {} : { _loadSnapshot: unpackMemory(parts.snapshot) };
  return withFiles(parts, () =>
    loadPython({
      loadPyodide,
      packages: unpackFiles(new Uint8Array(parts.packages)),
      config: {
        indexURL: INDEX,
        createPyodideModule,
        stdin: () => null,
        stdout: (text) => write("log", text),
        stderr: (text) => write("error", text),
        ...snapshot,
      },
    }),
  );
}
