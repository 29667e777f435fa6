import {
  backend as backendInUse,
  enableProdMode,
  env,
  getBackend,
  getKernel,
  setBackend,
} from "@tensorflow/tfjs-core";
import { releaseAll } from "./handles";
import { probePrecision, type Precision } from "./probe";
import { startWasm, type StartedBackend } from "./start-wasm";
import { currentDevice, runOn, type BackendName, type WebGLInternals } from "./tfjs";
import "./tfjs-backends";

/** Work on fewer elements stays on the host, as tfjs's own WebGL backend has it. */
const HOST_LIMIT = 127;
/** Textures beyond so many bytes are deleted instead of kept for reuse. */
const TEXTURE_POOL_BYTES = 128 * 2 ** 20;

/**
 * Starts one tfjs backend and makes it the device. `wasmBinary` holds the bytes for the wasm backend,
 * whose script has been evaluated before.
 * @throws Error with a plain reason if the backend cannot run here
 */
export async function startDevice(
  name: BackendName,
  wasmBinary?: ArrayBuffer,
): Promise<{ backend: BackendName; precision: Precision }> {
  configure();
  releaseAll();
  const started = await (name === "wasm" ? startWasm(wasmBinary) : startHere(name));
  if (started === null) throw new Error(reason(name));
  const { backend } = started;
  // Only the WebGL backend has these members.
  const webgl = name === "webgl" ? (backend as unknown as WebGLInternals) : null;
  runOn({
    name,
    ...started,
    webgl,
    hostLimit: HOST_LIMIT,
    hostDotLimit: name === "webgl" ? 0 : HOST_LIMIT,
  });
  return { backend: name, precision: webgl === null ? "float32" : probePrecision(webgl) };
}

/** Starts a backend that this script holds; null where it cannot run. */
async function startHere(name: BackendName): Promise<StartedBackend | null> {
  const isStarted = await setBackend(name).catch(() => false);
  if (!isStarted || getBackend() !== name) return null;
  return { backend: backendInUse(), getKernel: (kernel) => getKernel(kernel, name) };
}

function configure(): void {
  const flags = env();
  // Without it tfjs refuses a GL that runs in software, which is slow but right.
  flags.set("SOFTWARE_WEBGL_ENABLED", true);
  flags.set("WEBGL_USE_SHAPES_UNIFORMS", true);
  flags.set("WEBGL_DELETE_TEXTURE_THRESHOLD", TEXTURE_POOL_BYTES);
  enableProdMode();
  flags.set("IS_NODE", false);
}

function reason(name: BackendName): string {
  if (name === "webgl")
    return "WebGL is not available here: the browser gives no WebGL 2 context that can draw floats.";
  if (name === "wasm") return "The WebAssembly backend could not be started.";
  return "The CPU backend could not be started.";
}

/** Whether the GPU context is gone; false on other backends. */
export function isContextLost(): boolean {
  return currentDevice()?.webgl?.gpgpu.gl.isContextLost() ?? false;
}

/** Calls the listener when the browser takes the GPU context away. */
export function onContextLost(listener: () => void): void {
  currentDevice()?.webgl?.canvas.addEventListener("webglcontextlost", listener);
}

/** Gives the GPU context back to the browser, which grants a page only a few. */
export function loseContext(): void {
  currentDevice()?.webgl?.gpgpu.gl.getExtension("WEBGL_lose_context")?.loseContext();
}
