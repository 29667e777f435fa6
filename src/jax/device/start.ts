import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-backend-webgl";
import { releaseAll } from "./handles";
import { currentDevice, runOn, type BackendName, type WebGLInternals } from "./tfjs";
import { probePrecision, type Precision } from "./probe";

declare global {
  /** tfjs's core, which the wasm backend's own script shares. */
  var __tfCore: unknown;
}
globalThis.__tfCore = tf;

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
  if (name === "wasm") await prepareWasm(wasmBinary);
  releaseAll();
  const started = await tf.setBackend(name).catch(() => false);
  if (!started || tf.getBackend() !== name) throw new Error(reason(name));
  const backend = tf.backend();
  // Only the WebGL backend has these members.
  const webgl = name === "webgl" ? (backend as unknown as WebGLInternals) : null;
  runOn({
    name,
    backend,
    webgl,
    hostLimit: HOST_LIMIT,
    hostDotLimit: name === "webgl" ? 0 : HOST_LIMIT,
  });
  return { backend: name, precision: webgl === null ? "float32" : probePrecision(webgl) };
}

function configure(): void {
  const env = tf.env();
  // Without it tfjs refuses a GL that runs in software, which is slow but right.
  env.set("SOFTWARE_WEBGL_ENABLED", true);
  env.set("WEBGL_USE_SHAPES_UNIFORMS", true);
  env.set("WEBGL_DELETE_TEXTURE_THRESHOLD", TEXTURE_POOL_BYTES);
  tf.enableProdMode();
  env.set("IS_NODE", false);
}

function reason(name: BackendName): string {
  if (name === "webgl")
    return "WebGL is not available here: the browser gives no WebGL 2 context that can draw floats.";
  if (name === "wasm") return "The WebAssembly backend could not be started.";
  return "The CPU backend could not be started.";
}

/** Hands tfjs the binary that it would fetch: a worker of an opaque origin can fetch nothing. */
async function prepareWasm(binary?: ArrayBuffer): Promise<void> {
  if (!tf.findBackendFactory("wasm") && !tf.findBackend("wasm"))
    throw new Error("The WebAssembly backend's script was not loaded before it was started.");
  if (binary === undefined) return;
  const { platform } = tf.env();
  platform.fetch = async (path: string) => {
    if (path.endsWith(".wasm"))
      return new Response(binary, { headers: { "content-type": "application/wasm" } });
    throw new Error(`The runtime fetches nothing, but ${path} was asked for.`);
  };
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
