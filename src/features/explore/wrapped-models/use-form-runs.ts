import { useEffect, useRef, useState } from "react";
import type { WrappedModelsModel } from "../../../figure-models/wrapped-models-model";
import type { Language } from "../../../protocol/backend";
import type { Lab } from "../../../state/lab";
import type { RunPhase } from "../../../state/lab-state";
import { printedRun } from "./printed-run";
import type { PrintedRun } from "./printed-run";

export type FormRuns = {
  /** By form. */
  runs: Readonly<Record<string, PrintedRun>>;
  language: Language;
};

/** Runs the programs of all forms in the sandbox, one after another. */
export function useFormRuns(lab: Lab, { forms, programs }: WrappedModelsModel) {
  const [done, setDone] = useState<FormRuns | null>(null);
  const [phase, setPhase] = useState<RunPhase | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start(language: Language): Promise<void> {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const isMine = () => running.current === mine && !mine.signal.aborted;
    setDone({ runs: {}, language });
    setPhase({ kind: "starting" });
    const texts = await programs();
    for (const { id } of forms) {
      const source = texts[id]?.[language] ?? "";
      const outcome = await lab.actions.runProgram(
        { language, source },
        { signal: mine.signal, onPhase: (next) => isMine() && setPhase(next) },
      );
      if (!isMine()) return;
      setDone((before) => ({
        language,
        runs: { ...before?.runs, [id]: printedRun(outcome) },
      }));
    }
    setPhase(null);
  }
  function stop(): void {
    running.current?.abort();
    setPhase(null);
  }
  return { done, phase, start, stop };
}
