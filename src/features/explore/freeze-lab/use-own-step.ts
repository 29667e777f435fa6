import { useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { FreezeLabModel } from "../../../figure-models/freeze-lab-model";
import { definesName } from "../../../reading/defined/defines-name";
import type { Lab } from "../../../state/lab";
import { shownText } from "../../../state/lab-state";
import type { RunPhase } from "../../../state/lab-state";
import type { ProgramText } from "../../../state/standing";
import { ownPath, ownStepCall } from "./own-path";
import type { OwnPath } from "./own-path";
import type { OwnRun } from "./own-run";
import type { FreezeSetting } from "./use-freeze-setting";

type Asked = ProgramText & FreezeSetting;
type State =
  | { kind: "idle" }
  | { kind: "pending"; phase: RunPhase }
  | { kind: "ended"; asked: Asked; path: OwnPath };

/** The step that the program in the editor defines, repeated in the sandbox when it is asked for. */
export function useOwnStep(lab: Lab, model: FreezeLabModel, setting: FreezeSetting, on: boolean) {
  const language = useStore(lab.store, (state) => state.settings.language);
  const source = useStore(lab.store, (state) => shownText(state, state.lesson).source);
  const { ownStep } = model;
  const [state, setState] = useState<State>({ kind: "idle" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const defined = useMemo(
    () => on && ownStep !== undefined && definesName(ownStep.name, { language, source }),
    [on, ownStep, language, source],
  );

  function stop(): void {
    running.current?.abort();
    running.current = null;
    setState({ kind: "idle" });
  }
  function start(): void {
    if (!ownStep) return;
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    const asked = { language, source, ...setting };
    const show = (next: State) => {
      if (running.current === mine) setState(next);
    };
    show({ kind: "pending", phase: { kind: "starting" } });
    void lab.actions
      .callFunction(ownStepCall(model, ownStep, asked, setting), {
        signal: mine.signal,
        onPhase: (phase) => show({ kind: "pending", phase }),
      })
      .then((outcome) =>
        show({ kind: "ended", asked, path: ownPath(model, ownStep, outcome, asked.seed) }),
      );
  }
  const isNow = (asked: Asked) =>
    asked.language === language &&
    asked.source === source &&
    asked.seed === setting.seed &&
    asked.lr === setting.lr &&
    asked.steps >= setting.steps;
  const path = state.kind === "ended" && isNow(state.asked) ? state.path : null;
  const call = ownStep?.call[language] ?? null;
  return {
    defined,
    call,
    /** Whether the program's text, in the language that is written, has the function. */
    isDefined: () => ownStep !== undefined && definesName(ownStep.name, { language, source }),
    phase: state.kind === "pending" ? state.phase : null,
    own: path && asOwnRun(path, setting.steps, call ?? ""),
    start,
    stop,
  };
}

function asOwnRun(path: OwnPath, asked: number, call: string): OwnRun {
  if (path.kind === "none") return path;
  const cut =
    path.steps < asked ? ` Time was up after ${path.steps} steps; the curve goes on level.` : "";
  return { kind: "path", run: path.run, text: `Your ${call} ran here, step after step.${cut}` };
}
