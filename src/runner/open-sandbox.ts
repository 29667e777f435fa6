import type { Backend, Language } from "../protocol/backend";
import { LIMITS } from "../protocol/limits";
import type { BootedRuntime, FromFrame, PythonStart } from "../protocol/wire";
import type { AssetStore, WorkerScripts } from "./asset-store";
import type { ConnectFrame, FrameLink } from "./connect-frame";

/** One frame with one booted worker: good for one run of a learner's code. */
export type Sandbox = { readonly runtime: BootedRuntime; readonly link: FrameLink };

/** The backend did not start; another may. */
export class BackendError extends Error {
  override name = "BackendError";
}

/** The worker said nothing in time. */
export class BootTimeout extends BackendError {
  override name = "BootTimeout";
}

/** The language's runtime did not start; no other backend changes that. */
export class LanguageError extends Error {
  override name = "LanguageError";
}

export type SandboxParts = { assets: AssetStore; connect: ConnectFrame };

/** What is needed besides a frame to start a worker. */
export type BootRequest = {
  language: Language;
  backend: Backend;
  scripts: WorkerScripts;
  python?: PythonStart;
  /** How long the start may take before it counts as failed. */
  bootMs?: number;
};

/** What one message means while the runtime boots: the runtime, a failure, or nothing yet. */
function readBoot(
  message: FromFrame | null,
  backend: Backend,
  language: Language,
): BootedRuntime | BackendError | LanguageError | null {
  switch (message?.kind) {
    case "ready": {
      const { precision, calibrationMs } = message;
      return { backend, language, precision, calibrationMs };
    }
    case "boot-failed":
      return message.part === "language" && language !== "typescript"
        ? new LanguageError(message.reason)
        : new BackendError(message.reason);
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
  { backend, language, scripts, bootMs = LIMITS.bootMs }: BootRequest,
  signal: AbortSignal,
): Promise<BootedRuntime> {
  return new Promise((resolve, reject) => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const finish = (result: BootedRuntime | Error) => {
      over = true;
      clearTimeout(timer);
      signal.removeEventListener("abort", giveUp);
      link.listen(() => {});
      if (result instanceof Error) reject(result);
      else resolve(result);
    };
    const giveUp = () => finish(new Error("The runtime is not needed any more."));
    const late = () => finish(new BootTimeout(`no answer within ${bootMs / 1000} s`));
    const handOver = (script: string) => {
      if (over) return;
      link.send({ kind: "second", script });
      // From here on the worker has all that it needs.
      timer = setTimeout(late, bootMs);
    };
    signal.addEventListener("abort", giveUp);
    link.listen((message) => {
      const result = readBoot(message, backend, language);
      if (result !== null) finish(result);
    });
    scripts.second.then(handOver, finish);
  });
}

/**
 * Starts a worker behind a link and boots one backend in it. The link is closed where that fails.
 * @throws {BackendError} where this backend cannot start, {LanguageError} where the language cannot.
 */
export async function bootWorker(
  link: FrameLink,
  request: BootRequest,
  signal: AbortSignal,
): Promise<Sandbox> {
  const { backend, scripts, python } = request;
  try {
    signal.throwIfAborted();
    const booted = waitForBoot(link, request, signal);
    link.send({ kind: "spawn", script: scripts.first });
    const boot = { kind: "boot" as const, backend, ...(python && { python }) };
    link.send(boot);
    return { runtime: await booted, link };
  } catch (error) {
    link.close();
    throw error;
  }
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
  const [link, scripts] = await openBoth(
    connect(assets.sandboxUrl, signal),
    assets.workerScripts(language),
  );
  return bootWorker(link, { language, backend, scripts }, signal);
}

/** Waits for both; a frame that opened while a file failed is removed again. */
async function openBoth<Scripts>(
  opening: Promise<FrameLink>,
  scripts: Promise<Scripts>,
): Promise<[FrameLink, Scripts]> {
  try {
    return await Promise.all([opening, scripts]);
  } catch (error) {
    opening.then((link) => link.close()).catch(() => {});
    throw error;
  }
}
