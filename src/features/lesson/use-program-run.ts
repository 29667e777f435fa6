import { useEffect, useRef, useState } from "react";
import type { RunOutcome } from "../../protocol/run";
import type { RunPhase } from "../../state/lab-state";
import type { ProgramText } from "../../state/standing";
import { spokenEnding, spokenPhase } from "../../state/spoken-run";
import type { SpokenEvent } from "../../state/spoken-run";
import { useSpoken } from "../../ui/use-spoken";
import { useLesson } from "./lesson-context";
import type { RunProgram } from "./lesson-context";

/** `program` is what the run is made of. */
export type ProgramRun =
  | { kind: "idle" }
  | { kind: "pending"; phase: RunPhase; program: ProgramText }
  | { kind: "ended"; run: number; outcome: RunOutcome; program: ProgramText };

/** One place that runs a program and shows how it ended. A newer start here ends the older run. */
export function useProgramRun(
  runProgram: RunProgram,
  ending: (outcome: RunOutcome) => string = spokenEnding,
) {
  const { announce } = useLesson();
  const [run, setRun] = useState<ProgramRun>({ kind: "idle" });
  const started = useRef(0);
  const current = useRef<AbortController | null>(null);
  useSpoken(spokenOf(run, ending), announce);
  useEffect(() => () => current.current?.abort(), []);

  function start(program: ProgramText): void {
    current.current?.abort();
    const mine = new AbortController();
    current.current = mine;
    const number = ++started.current;
    const show = (next: ProgramRun) => {
      if (current.current === mine) setRun(next);
    };
    show({ kind: "pending", phase: { kind: "starting" }, program });
    void runProgram(program, {
      signal: mine.signal,
      onPhase: (phase) => show({ kind: "pending", phase, program }),
    }).then((outcome) => show({ kind: "ended", run: number, outcome, program }));
  }

  function stop(): void {
    current.current?.abort();
  }

  return { run, start, stop };
}

function spokenOf(run: ProgramRun, ending: (outcome: RunOutcome) => string): SpokenEvent {
  if (run.kind === "idle") return { event: run.kind, sentence: "" };
  if (run.kind === "pending") return spokenPhase(run.phase);
  return { event: run.run, sentence: ending(run.outcome) };
}
