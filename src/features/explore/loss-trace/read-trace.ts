/** What a watched program reported of its loss, or why there is nothing to show. */
import type { RunOutcome } from "../../../protocol/run";
import { MARK } from "./trace-program";

export type FoundTrace = { jaxpr: string; leaves: readonly string[] };
export type TraceReport =
  | { kind: "trace"; trace: FoundTrace }
  | { kind: "untraceable"; error: string }
  | { kind: "none"; why: string };

type Ended = Pick<RunOutcome, "status" | "console" | "error">;

/** Reads the report; it is the program's word, so it is taken apart with care. */
export function readTrace({ status, console: lines, error }: Ended): TraceReport {
  const text = lines
    .filter(({ text }) => text.startsWith(MARK))
    .map((line) => line.text.slice(MARK.length))
    .join("");
  const report = text === "" ? null : parsed(text);
  if (report) return report;
  if (status === "done")
    return none(
      "While the step ran, nothing called jax.grad, jax.value_and_grad or jax.vjp, so the loss cannot be found in the program.",
    );
  if (error)
    return none(
      `The program ended before it took a gradient, so its loss cannot be found: ${error.type}: ${error.message}`,
    );
  return none("The program did not run to its end, so its loss cannot be found.");
}

function none(why: string): TraceReport {
  return { kind: "none", why };
}

function parsed(text: string): TraceReport | null {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof report !== "object" || report === null) return null;
  if ("error" in report && typeof report.error === "string")
    return { kind: "untraceable", error: report.error };
  if (!("jaxpr" in report && typeof report.jaxpr === "string" && "leaves" in report)) return null;
  const { jaxpr, leaves } = report;
  const paths: unknown[] = Array.isArray(leaves) ? leaves : [];
  const isText = (path: unknown): path is string => typeof path === "string";
  return paths.every(isText) ? { kind: "trace", trace: { jaxpr, leaves: paths } } : null;
}
