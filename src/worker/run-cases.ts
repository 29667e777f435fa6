import { isContextLost } from "../jax/runtime";
import type { LoggedCall } from "../lib/logged-call";
import { LIMITS } from "../protocol/limits";
import type { GradeRequest } from "../protocol/run";
import type { RunError } from "../protocol/verdict";
import type { CaseMessage, FromWorker } from "../protocol/wire";
import type { Entry, LanguageRuntime, ReadResult } from "./language";
import { realm } from "./realm";

export type EndState = {
  status: "done" | "error" | "gpu-lost" | "too-large";
  error: RunError | null;
  /** What the program called up to the end of its first case. */
  calls: readonly LoggedCall[];
};

type Context = {
  entry: Entry;
  language: LanguageRuntime;
  post: PostResult;
  /** Whether what names hold in the first case is asked for. */
  look: boolean;
};

type SeenMessage = Extract<FromWorker, { kind: "seen" }>;
export type PostResult = (message: CaseMessage | SeenMessage, transfer: Transferable[]) => void;

function isGpuLost(error: RunError): boolean {
  return error.type === "GpuLostError" || isContextLost();
}

function answer(
  index: number,
  { shape, values, problem }: ReadResult,
): { message: CaseMessage; transfer: Transferable[] } {
  const message: CaseMessage = { kind: "case", index, shape, values: null, problem, error: null };
  if (values === null) return { message, transfer: [] };
  // One copy, then bytes: what an array-like answers on a second reading no longer counts.
  const buffer = new realm.Float32Array(values).buffer;
  return { message: { ...message, values: buffer }, transfer: [buffer] };
}

/**
 * Calls the entry once per case, on arrays made for that case alone, and posts one answer each. A case
 * that throws is reported and the next one runs. `end` is filled in instead of returned, because a
 * promise here must not carry an object.
 */
export async function runCases(
  cases: GradeRequest["cases"],
  context: Context,
  end: EndState,
): Promise<void> {
  const { entry, language, post, look } = context;
  const endRecords = () => {
    end.calls = language.takeCalls();
    if (look) post({ kind: "seen", calls: language.takeSeen() }, []);
  };
  for (const [index, { inputs }] of cases.entries()) {
    try {
      let value = entry(...inputs.map((input) => language.toArgument(input)));
      if (value instanceof realm.Promise) value = await value;
      if (index === 0) endRecords();
      const { message, transfer } = answer(index, language.readResult(value));
      // Zeros come back from a lost context; nothing read after the loss may count.
      if (isContextLost()) return void (end.status = "gpu-lost");
      if ((message.values?.byteLength ?? 0) > LIMITS.resultBytes) {
        return void (end.status = "too-large");
      }
      post(message, transfer);
    } catch (thrown) {
      if (index === 0) endRecords();
      const error = language.describeError(thrown);
      if (isGpuLost(error)) return void (end.status = "gpu-lost");
      end.status = "error";
      end.error ??= error;
      const failed = { shape: null, values: null, problem: null, error };
      post({ kind: "case", index, ...failed }, []);
    }
  }
}
