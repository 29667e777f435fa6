import { env } from "@tensorflow/tfjs-core";
import { releaseAll } from "../array/handles";
import { probePrecision, type Precision } from "./probe";
import { currentDevice, runOn, type BackendName, type WebGLInternals } from "../array/tfjs";
import { startWebgl } from "./webgl-backend";

/** Work on fewer elements stays on the host, as tfjs's own WebGL backend has it. */
const HOST_LIMIT = 127;
/** Textures beyond so many bytes are deleted instead of kept for reuse. */
const TEXTURE_POOL_BYTES = 128 * 2 ** 20;

/**
 * Makes a backend the device: tfjs's WebGL, or on the CPU none, where the host's own loops and kernels compute.
 * @throws Error with a plain reason if the backend cannot run here
 */
export async function startDevice(
  name: BackendName,
): Promise<{ backend: BackendName; precision: Precision }> {
  if (name === "cpu") {
    releaseAll();
    runOn(null);
    return { backend: name, precision: "float32" };
  }
  configure();
  releaseAll();
  const started = await startWebgl();
  if (started === null)
    throw new Error(
      "WebGL is not available here: the browser gives no WebGL 2 context that can draw floats.",
    );
  // tfjs's type of its backend names none of these members.
  const webgl = started.backend as unknown as WebGLInternals;
  runOn({ ...started, webgl, hostLimit: HOST_LIMIT });
  return { backend: name, precision: probePrecision(webgl) };
}

function configure(): void {
  const flags = env();
  // Without it tfjs refuses a GL that runs in software, which is slow but right.
  flags.set("SOFTWARE_WEBGL_ENABLED", true);
  flags.set("WEBGL_USE_SHAPES_UNIFORMS", true);
  flags.set("WEBGL_DELETE_TEXTURE_THRESHOLD", TEXTURE_POOL_BYTES);
  flags.set("IS_NODE", false);
}

/** Whether the GPU context is gone; false on the CPU. */
export function isContextLost(): boolean {
  return currentDevice()?.webgl.gpgpu.gl.isContextLost() ?? false;
}

/** Calls the listener when the browser takes the GPU context away. */
export function onContextLost(listener: () => void): void {
  currentDevice()?.webgl.canvas.addEventListener("webglcontextlost", listener);
}

/** Gives the GPU context back to the browser, which grants a page only a few. */
export function loseContext(): void {
  currentDevice()?.webgl.gpgpu.gl.getExtension("WEBGL_lose_context")?.loseContext();
}
