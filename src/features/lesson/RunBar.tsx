import type { ReactNode } from "react";
import { Button } from "../../ui/Button";
import { Toolbar } from "../../ui/Toolbar";
import { PlayIcon, StopIcon } from "../../ui/icons";
import { useLesson } from "./lesson-context";
import type { ProgramRun } from "./use-program-run";

type RunBarProps = {
  label: string;
  /** What Run and Stop act on, to those who hear them, e.g. "the snippet corners". */
  what: string;
  run: ProgramRun;
  onRun: () => void;
  onStop: () => void;
  /** Other things to do with the program. */
  children?: ReactNode;
};

/** Run and Stop below a piece of code, and what its run waits for. */
export function RunBar({ label, what, run, onRun, onStop, children }: RunBarProps) {
  const { renderProgress } = useLesson();
  return (
    <Toolbar className="run-bar needs-script" label={`Run of ${what}`}>
      {run.kind === "pending" ? (
        <Button icon={<StopIcon />} onClick={onStop}>
          Stop<span className="visually-hidden"> {what}</span>
        </Button>
      ) : (
        <Button icon={<PlayIcon />} onClick={onRun}>
          {label}
          <span className="visually-hidden"> {what}</span>
        </Button>
      )}
      {run.kind === "pending" && renderProgress(run.phase, run.program.language)}
      {children}
    </Toolbar>
  );
}
