import type { Backend, Language } from "../protocol/backend";
import type { GradeRequest } from "../protocol/run";
import type { BackendPlan } from "./backend-plan";
import { BackendError, type Sandbox } from "./open-sandbox";
import { warmUpSandbox } from "./warm-up";

export type SandboxWish = {
  language: Language;
  /** This backend and no other; null leaves the choice to the plan. */
  backend: Backend | null;
  warmUp: GradeRequest | null;
};

/** Starts a worker of a language on one backend. @throws {BackendError} where another backend may start. */
export type OpenSandbox = (
  language: Language,
  backend: Backend,
  signal: AbortSignal,
) => Promise<Sandbox>;

/**
 * Boots one backend and warms it up. A context lost meanwhile is tried again as long as the plan allows;
 * a warm-up that hangs is left out the next time. Null where the backend has to be given up.
 */
async function bootBackend(
  open: OpenSandbox,
  wish: SandboxWish,
  backend: Backend,
  plan: BackendPlan,
  signal: AbortSignal,
): Promise<Sandbox | null> {
  let { warmUp } = wish;
  for (let tries = 0; tries < 3; tries += 1) {
    const sandbox = await open(wish.language, backend, signal);
    const result = warmUp === null ? "usable" : await warmUpSandbox(sandbox, warmUp, signal);
    if (result === "usable" && !signal.aborted) return sandbox;
    sandbox.link.close();
    signal.throwIfAborted();
    if (result === "unusable") warmUp = null;
    else plan.lost();
    if (!plan.candidates(wish.backend).includes(backend)) return null;
  }
  return null;
}

/**
 * Boots the first backend that works, in the plan's order.
 * @throws where no backend starts, or a file is missing; the message is for the learner.
 */
export async function bootSandbox(
  open: OpenSandbox,
  wish: SandboxWish,
  plan: BackendPlan,
  signal: AbortSignal,
): Promise<Sandbox> {
  const reasons: string[] = [];
  for (const backend of plan.candidates(wish.backend)) {
    try {
      const sandbox = await bootBackend(open, wish, backend, plan, signal);
      if (sandbox !== null) return sandbox;
      reasons.push(`${backend}: the GPU context was lost.`);
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      plan.failed(backend, error.message);
      reasons.push(`${backend}: ${error.message}.`);
    }
  }
  throw new Error(
    `Programs cannot run in this browser. ${reasons.join(" ")} The lesson can still be read; try another browser to run code.`,
  );
}
