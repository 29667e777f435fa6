import type { PyodideConfig } from "pyodide";
import { realm } from "../realm";

/** Nothing is there: Pyodide's two requests are answered by {@link withLocalFiles}, and there are no others. */
export const INDEX = "https://python.invalid/";

export type LocalFiles = { wasm: WebAssembly.Module; library: ArrayBuffer };

/**
 * Answers Pyodide's requests for its wasm and its library from memory while `work` goes on. The frame's
 * policy lets no request out, and the module has been compiled already.
 */
export async function withLocalFiles<T>(
  { wasm, library }: LocalFiles,
  work: () => Promise<T>,
): Promise<T> {
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

export type CreateModule = NonNullable<PyodideConfig["createPyodideModule"]>;
type PyodideScript = { default: CreateModule };

/** Pyodide's own script from its text. */
export async function importScript(text: string): Promise<CreateModule> {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const script = (await realm.importModule(address)) as PyodideScript;
  URL.revokeObjectURL(address);
  return script.default;
}
