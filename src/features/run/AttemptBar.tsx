import { Button } from "../../ui/Button";
import { PlayIcon, StopIcon } from "../../ui/icons";
import type { RuntimeStatus } from "../../state/lab-state";
import { RuntimeNote } from "./RuntimeNote";
import "./attempt-bar.css";

export type AttemptBarProps = {
  runtime: RuntimeStatus;
  /** A run was asked for and has not ended. */
  pending: boolean;
  /** Time of the last run's own code in milliseconds; null before the first. */
  lastMs: number | null;
  onRun: () => void;
  onStop: () => void;
  onRetry: () => void;
};

/** Run, Stop, and what the runtime is doing. */
export function AttemptBar({ runtime, pending, lastMs, onRun, onStop, onRetry }: AttemptBarProps) {
  return (
    <div className="attempt-bar">
      <Button
        kind="primary"
        icon={<PlayIcon />}
        onClick={onRun}
        title="Run (Ctrl+Enter, on a Mac ⌘+Enter)"
      >
        Run
      </Button>
      <Button icon={<StopIcon />} onClick={onStop} disabled={!pending}>
        Stop
      </Button>
      <RuntimeNote runtime={runtime} pending={pending} lastMs={lastMs} />
      {runtime.kind === "unavailable" && <Button onClick={onRetry}>Try again</Button>}
    </div>
  );
}
