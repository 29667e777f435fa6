import { isContextLost } from "../jax/runtime";
import { failureError } from "../protocol/failures";
import type { RunRequest } from "../protocol/run";
import type { RunError } from "../protocol/verdict";
import type { Entry, LanguageRuntime } from "./language";
import { nextTask } from "./realm";
import { runCases, type EndState, type PostResult } from "./run-cases";

export type RunHooks = {
  post: PostResult;
  /** The first rejection or error that no code of the program caught, if any. */
  uncaught: () => RunError | null;
};

async function work(
  request: RunRequest,
  language: LanguageRuntime,
  hooks: RunHooks,
  end: EndState,
): Promise<void> {
  const entryName = request.kind === "grade" ? request.entry : null;
  const look = request.kind === "grade" && request.look === true;
  if (look) language.startLook();
  let entry: Entry | null = null;
  await language.load(request.source, entryName, (found) => {
    entry = found;
  });
  if (request.kind === "program" || entryName === null) return;
  if (entry === null) {
    end.status = "error";
    end.error = failureError("missing-entry", { entry: entryName });
    return;
  }
  await runCases(request.cases, { entry, language, post: hooks.post, look }, end);
}

/** Runs one request to its end and says in `end` how it went. Never rejects. */
export async function runRequest(
  request: RunRequest,
  language: LanguageRuntime,
  hooks: RunHooks,
  end: EndState,
): Promise<void> {
  try {
    await work(request, language, hooks, end);
    // Rejections without a handler are announced in a task that is queued when this one is over, so the
    // first of these two comes before it and the second after.
    await nextTask();
    await nextTask();
  } catch (thrown) {
    end.error = language.describeError(thrown);
    end.status = "error";
    end.calls = language.takeCalls();
  }
  const uncaught = hooks.uncaught();
  if (end.status === "done" && uncaught !== null) {
    end.status = "error";
    end.error = uncaught;
  }
  if (end.error?.type === "GpuLostError" || isContextLost()) end.status = "gpu-lost";
}
