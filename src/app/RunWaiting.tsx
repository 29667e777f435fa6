import { useStore } from "zustand";
import type { Language } from "../protocol/backend";
import type { Lab } from "../state/lab";
import type { RunPhase } from "../state/lab-state";
import { runProgress } from "../state/run-progress";
import { Waiting } from "../ui/Waiting";

export type RunWaitingProps = { lab: Lab; phase: RunPhase; language: Language };

/** What a snippet's run waits for; follows the status of its language's runtime. */
export function RunWaiting({ lab, phase, language }: RunWaitingProps) {
  const runtime = useStore(lab.store, (state) => state.runtimes[language]);
  return <Waiting {...runProgress(phase, runtime)} />;
}
