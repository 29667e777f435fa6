import type { Backend, Language } from "../protocol/backend";
import type { RunOutcome } from "../protocol/run";
import type { Runner } from "../runner/runner";

export type Program = {
  source: string;
  language: Language;
  backend?: Backend;
  deadlineMs?: number;
};

export type Played = {
  ok: boolean;
  stdout: string;
  /** Warnings, logging and tracebacks of Python; empty for other languages. */
  stderr: string;
  error: string | null;
};

/** Runs a free program for what it prints, as the play command reports it. Never rejects. */
export async function playProgram(runner: Runner, program: Program): Promise<Played> {
  const { source, language, ...options } = program;
  const outcome = await runner.run({ kind: "program", language, source }, options);
  const written = (isOut: boolean) =>
    outcome.console
      .filter(({ level }) => (language !== "python" || level === "log") === isOut)
      .map(({ text }) => text)
      .join("\n");
  return {
    ok: outcome.status === "done",
    stdout: written(true),
    stderr: written(false),
    error: errorText(outcome),
  };
}

function errorText({ status, error }: RunOutcome): string | null {
  if (status === "done") return null;
  if (!error) return status;
  const where = error.line === null ? "" : ` (line ${error.line})`;
  return `${error.type}: ${error.message}${where}`;
}
