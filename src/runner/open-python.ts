import type { Backend } from "../protocol/backend";
import { LIMITS } from "../protocol/limits";
import type { PythonStart } from "../protocol/wire";
import type { AssetStore } from "./asset-store";
import { BackendError, BootTimeout, bootWorker, type Sandbox } from "./open-sandbox";
import type { PythonHome } from "./python-home";
import { unlessAborted } from "./unless-aborted";

/**
 * Starts a Python worker in the frame that all of them share: from the memory snapshot, or where that fails
 * or takes too long, from the compiled library.
 * @throws {BackendError} where this backend cannot start; other errors mean that Python cannot.
 */
export async function openPython(
  assets: AssetStore,
  home: PythonHome,
  backend: Backend,
  signal: AbortSignal,
): Promise<Sandbox> {
  const [scripts, session] = await unlessAborted(
    Promise.all([assets.workerScripts("python"), home.session()]),
    signal,
  );
  const boot = (link: Sandbox["link"], python: PythonStart, bootMs: number) =>
    bootWorker(link, { language: "python", backend, scripts, python, bootMs }, signal);
  if (session.hasSnapshot) {
    try {
      return await boot(session.link, "snapshot", LIMITS.snapshotBootMs);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof BackendError && !(error instanceof BootTimeout)) throw error;
      home.giveUpSnapshot();
      session.link = (await unlessAborted(home.session(), signal)).link;
    }
  }
  return boot(session.link, "library", LIMITS.bootMs);
}
