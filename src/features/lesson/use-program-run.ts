import { useEffect, useRef, useState } from "react";
import type { Language } from "../../protocol/backend";
import type { RunOutcome } from "../../protocol/run";
import type { RunProgram } from "./lesson-context";

export type ProgramRun =
  { kind: "idle" } | { kind: "running" } | { kind: "ended"; outcome: RunOutcome };

/** One place that runs a program and shows how it ended. A newer start ends the older run. */
export function useProgramRun(runProgram: RunProgram) {
  const [run, setRun] = useState<ProgramRun>({ kind: "idle" });
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  function start(source: string, language: Language): void {
    current.current?.abort();
    const mine = new AbortController();
    current.current = mine;
    setRun({ kind: "running" });
    void runProgram(source, mine.signal, language).then((outcome) => {
      if (current.current === mine) setRun({ kind: "ended", outcome });
    });
  }

  function stop(): void {
    current.current?.abort();
  }

  return { run, start, stop };
}
