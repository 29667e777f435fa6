import type { Backend, Language } from "../protocol/backend";
import type { RunOutcome } from "../protocol/run";
import type { Runner } from "../runner/runner";

export type Program = {
  source: string;
  language: Language;
  backend?: Backend;
  deadlineMs?: number;
};

export type Played = { ok: boolean; stdout: string; error: string | null };

/** Runs a free program for what it prints, as the play command reports it. Never rejects. */
export async function playProgram(runner: Runner, program: Program): Promise<Played> {
  const { source, language, ...options } = program;
  const outcome = await runner.run({ kind: "program", language, source }, options);
  return {
    ok: outcome.status === "done",
    stdout: outcome.console.map(({ text }) => text).join("\n"),
    error: errorText(outcome),
  };
}

function errorText({ status, error }: RunOutcome): string | null {
  if (status === "done") return null;
  if (!error) return status;
  const where = error.line === null ? "" : ` (line ${error.line})`;
  return `${error.type}: ${error.message}${where}`;
}
