import { useLayoutEffect, useRef } from "react";
import { Button } from "../../ui/Button";
import { PlayIcon, StopIcon } from "../../ui/icons";
import type { RunPhase, RuntimeStatus } from "../../state/lab-state";
import { RuntimeNote } from "./RuntimeNote";
import "./attempt-bar.css";

export type AttemptBarProps = {
  runtime: RuntimeStatus;
  /** Of the run that was asked for here; null where none goes on. */
  phase: RunPhase | null;
  /** Time of the last run's own code in milliseconds; null before the first. */
  lastMs: number | null;
  onRun: () => void;
  onStop: () => void;
  onRetry: () => void;
  onDevice: () => void;
  /** To the language that needs no further download; null where it is the one already. */
  onOtherLanguage: (() => void) | null;
};

/** Run, Stop, and what the runtime is doing. */
export function AttemptBar(props: AttemptBarProps) {
  const { runtime, phase, lastMs, onRun, onStop, onRetry, onDevice, onOtherLanguage } = props;
  const run = useRef<HTMLButtonElement>(null);
  const stop = useRef<HTMLButtonElement>(null);
  const running = phase !== null;
  useLayoutEffect(() => {
    // A button that can't be pressed any more would drop the keyboard's place.
    if (!running && document.activeElement === stop.current) run.current?.focus();
  }, [running]);
  return (
    <div className="attempt-bar">
      <Button
        ref={run}
        kind="primary"
        icon={<PlayIcon />}
        onClick={onRun}
        title="Run (Ctrl+Enter, on a Mac ⌘+Enter)"
      >
        Run
      </Button>
      <Button ref={stop} icon={<StopIcon />} onClick={onStop} disabled={!running}>
        Stop
      </Button>
      <RuntimeNote runtime={runtime} phase={phase} lastMs={lastMs} onDevice={onDevice} />
      {runtime.kind === "unavailable" && <Button onClick={onRetry}>Try again</Button>}
      {runtime.kind === "unavailable" && onOtherLanguage && (
        <Button onClick={onOtherLanguage}>Go on in TypeScript</Button>
      )}
    </div>
  );
}
