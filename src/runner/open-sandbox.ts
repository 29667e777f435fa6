import type { Backend, Language } from "../protocol/backend";
import { LIMITS } from "../protocol/limits";
import type { BootedRuntime, FromFrame } from "../protocol/wire";
import type { AssetStore } from "./asset-store";
import type { ConnectFrame, FrameLink } from "./connect-frame";

/** One frame with one booted worker: good for one run of a learner's code. */
export type Sandbox = { readonly runtime: BootedRuntime; readonly link: FrameLink };

/** The backend did not start; another may. */
export class BackendError extends Error {
  override name = "BackendError";
}

export type SandboxParts = { assets: AssetStore; connect: ConnectFrame };

/** What one message means while the runtime boots: the runtime, a failure, or nothing yet. */
function readBoot(
  message: FromFrame | null,
  backend: Backend,
  language: Language,
): BootedRuntime | BackendError | null {
  switch (message?.kind) {
    case "ready": {
      const { precision, calibrationMs } = message;
      return { backend, language, precision, calibrationMs };
    }
    case "boot-failed":
    case "spawn-failed":
      return new BackendError(message.reason);
    case "context-lost":
      return new BackendError("the GPU context was lost");
    case "gone":
    case "flood":
    case "violation":
      return new BackendError("the runtime ended while it started");
    default:
      return null;
  }
}

function waitForBoot(
  link: FrameLink,
  backend: Backend,
  language: Language,
  signal: AbortSignal,
): Promise<BootedRuntime> {
  return new Promise((resolve, reject) => {
    const finish = (result: BootedRuntime | Error) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", giveUp);
      link.listen(() => {});
      if (result instanceof Error) reject(result);
      else resolve(result);
    };
    const giveUp = () => finish(new Error("The runtime is not needed any more."));
    const timer = setTimeout(
      () => finish(new BackendError(`no answer within ${LIMITS.bootMs / 1000} s`)),
      LIMITS.bootMs,
    );
    signal.addEventListener("abort", giveUp);
    link.listen((message) => {
      const result = readBoot(message, backend, language);
      if (result !== null) finish(result);
    });
  });
}

/**
 * Opens a frame, starts a worker in it and boots one backend.
 * @throws {BackendError} where this backend cannot start; other errors mean that none can.
 */
export async function openSandbox(
  { assets, connect }: SandboxParts,
  language: Language,
  backend: Backend,
  signal: AbortSignal,
): Promise<Sandbox> {
  const [link, script, wasm] = await openAll(
    connect(assets.sandboxUrl, signal),
    assets.workerScript(language),
    backend === "wasm" ? assets.wasmParts() : null,
  );
  try {
    signal.throwIfAborted();
    const booted = waitForBoot(link, backend, language, signal);
    link.send({ kind: "spawn", script });
    link.send({ kind: "boot", backend, wasm }, wasm === null ? [] : [wasm.binary]);
    return { runtime: await booted, link };
  } catch (error) {
    link.close();
    throw error;
  }
}

/** Waits for all three; a frame that opened while a file failed is removed again. */
async function openAll<Script, Wasm>(
  opening: Promise<FrameLink>,
  script: Promise<Script>,
  wasm: Promise<Wasm> | null,
): Promise<[FrameLink, Script, Wasm | null]> {
  try {
    return await Promise.all([opening, script, wasm]);
  } catch (error) {
    opening.then((link) => link.close()).catch(() => {});
    throw error;
  }
}
