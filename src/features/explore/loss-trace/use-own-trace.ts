import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { LossTraceModel } from "../../../figure-models/loss-trace-model";
import type { Lab } from "../../../state/lab";
import { shownDraft } from "../../../state/lab-state";
import type { ProgramText } from "../../../state/standing";
import { readTrace } from "./read-trace";
import type { TraceReport } from "./read-trace";
import { traceProgram } from "./trace-program";

export type OwnTrace =
  { kind: "none" } | { kind: "pending" } | { kind: "ended"; report: TraceReport; of: ProgramText };

/** Runs the program in the editor in the sandbox with its calls of grad watched, when asked to. */
export function useOwnTrace(lab: Lab, model: LossTraceModel) {
  const [own, setOwn] = useState<OwnTrace>({ kind: "none" });
  const current = useRef<AbortController | null>(null);
  const language = useStore(lab.store, (state) => state.settings.language);
  const source = useStore(lab.store, (state) => shownDraft(state, state.lesson).source);
  useEffect(() => () => current.current?.abort(), []);

  function start(): void {
    current.current?.abort();
    const mine = new AbortController();
    current.current = mine;
    setOwn({ kind: "pending" });
    const { entry, call } = model;
    const program = {
      language,
      source: traceProgram(language, { source, entry, call: call[language] }),
    };
    void lab.actions
      .runProgram(program, { signal: mine.signal, onPhase: () => undefined })
      .then((outcome) => {
        if (current.current === mine)
          setOwn({ kind: "ended", report: readTrace(outcome), of: { source, language } });
      });
  }
  function stop(): void {
    current.current?.abort();
    current.current = null;
    setOwn({ kind: "none" });
  }
  const isOfText = own.kind === "ended" && own.of.source === source && own.of.language === language;
  return { own, isOfText, start, stop, clear: stop };
}
