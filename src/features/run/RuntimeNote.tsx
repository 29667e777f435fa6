import { assertNever } from "../../lib/assert-never";
import { formatMilliseconds } from "../../lib/format-number";
import { BACKEND_NAMES } from "../../protocol/backend";
import type { RunPhase, RuntimeStatus } from "../../state/lab-state";
import { loadProgress, runProgress } from "../../state/run-progress";
import { Waiting } from "../../ui/Waiting";

export type RuntimeNoteProps = {
  runtime: RuntimeStatus;
  /** Of the run that was asked for here; null where none goes on. */
  phase: RunPhase | null;
  lastMs: number | null;
  /** Opens the choice of what programs compute on. */
  onDevice: () => void;
};

/** What the run here waits for and how much of it; without one, what the next would run on. */
export function RuntimeNote({ runtime, phase, lastMs, onDevice }: RuntimeNoteProps) {
  return (
    <div
      className={`runtime-note ${runtime.kind === "unavailable" && !phase ? "runtime-problem" : ""}`}
      title={runtime.kind === "ready" ? (runtime.note ?? undefined) : undefined}
    >
      {phase ? (
        <Waiting {...runProgress(phase, runtime)} />
      ) : (
        <AtRest runtime={runtime} lastMs={lastMs} onDevice={onDevice} />
      )}
    </div>
  );
}

function AtRest({ runtime, lastMs, onDevice }: Omit<RuntimeNoteProps, "phase">) {
  switch (runtime.kind) {
    case "idle":
      return "Getting ready …";
    case "loading": {
      const progress = loadProgress(runtime);
      // A run has been made before: what loads now is for the next one.
      const text = lastMs === null ? progress.text : "Preparing the next run …";
      return <Waiting {...progress} text={text} />;
    }
    case "ready":
      return (
        <>
          <button
            type="button"
            className="device-button"
            aria-haspopup="dialog"
            title="Choose what programs compute on"
            onClick={onDevice}
          >
            {BACKEND_NAMES[runtime.backend]}
          </button>
          {["", runtime.precision, lastMs === null ? "ready" : formatMilliseconds(lastMs)].join(
            " · ",
          )}
        </>
      );
    case "running":
      return "Another program of this page is running.";
    case "unavailable":
      return `Cannot run here. ${runtime.reason}`;
    default:
      return assertNever(runtime);
  }
}
