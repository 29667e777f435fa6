/**
 * How tfjs's backends are started: WebGL's is in the worker's first script, that of wasm is a script of its own, which
 * comes with the start of a worker that tries it. In unit tests testing/host-only.ts stands for this file.
 */
import { evaluateLater } from "../../lib/later-script";
import type { StartedBackend, WasmFiles } from "../array/started-backend";
import type * as wasmBackend from "./wasm-backend";
import { startWebgl } from "./webgl-backend";

/** A started backend; null where it cannot run. */
export function startTfjs(
  name: "webgl" | "wasm",
  wasm?: WasmFiles,
): Promise<StartedBackend | null> {
  if (name === "webgl") return startWebgl();
  if (wasm === undefined) throw new Error("The files of the wasm backend were not loaded.");
  const { startWasm } = evaluateLater(wasm.script) as typeof wasmBackend;
  return startWasm(wasm.binary);
}
