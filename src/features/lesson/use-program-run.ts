import { useEffect, useRef, useState } from "react";
import type { RunOutcome } from "../../protocol/run";
import type { RunPhase } from "../../state/lab-state";
import type { ProgramText } from "../../state/standing";
import type { RunProgram } from "./lesson-context";

/** `program` is what the run is made of. */
export type ProgramRun =
  | { kind: "idle" }
  | { kind: "pending"; phase: RunPhase; program: ProgramText }
  | { kind: "ended"; outcome: RunOutcome; program: ProgramText };

/** One place that runs a program and shows how it ended. A newer start here ends the older run. */
export function useProgramRun(runProgram: RunProgram) {
  const [run, setRun] = useState<ProgramRun>({ kind: "idle" });
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  function start(program: ProgramText): void {
    current.current?.abort();
    const mine = new AbortController();
    current.current = mine;
    const show = (next: ProgramRun) => {
      if (current.current === mine) setRun(next);
    };
    show({ kind: "pending", phase: { kind: "starting" }, program });
    void runProgram(program, {
      signal: mine.signal,
      onPhase: (phase) => show({ kind: "pending", phase, program }),
    }).then((outcome) => show({ kind: "ended", outcome, program }));
  }

  function stop(): void {
    current.current?.abort();
  }

  return { run, start, stop };
}
