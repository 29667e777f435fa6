import { LIMITS } from "../protocol/limits";
import type { GradeRequest } from "../protocol/run";
import { blankInputs } from "./blank-inputs";
import type { Sandbox } from "./open-sandbox";
import { runInSandbox } from "./run-in-sandbox";

const ROUNDS = 5;

/** "usable" also where the warm-up's code failed: the shaders met until then are compiled. */
export type WarmUpResult = "usable" | "gpu-lost" | "unusable";

/** Runs a request of the coming shapes in a fresh sandbox and drops what it gives. */
export async function warmUpSandbox(
  sandbox: Sandbox,
  request: GradeRequest,
  signal: AbortSignal,
): Promise<WarmUpResult> {
  const { status } = await runInSandbox(sandbox, rounds(blankInputs(request)), {
    runId: 0,
    deadlineMs: LIMITS.warmUpMs,
    signal,
    onConsole: () => {},
  });
  if (status === "gpu-lost") return "gpu-lost";
  return status === "done" || status === "error" ? "usable" : "unusable";
}

/** The same calls several times: the first compile the shaders, the rest let the engine optimise its code. */
function rounds(request: GradeRequest): GradeRequest {
  return { ...request, cases: Array.from({ length: ROUNDS }, () => request.cases).flat() };
}
