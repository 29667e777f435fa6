import { Button } from "../../ui/Button";
import { PlayIcon, StopIcon } from "../../ui/icons";

type RunBarProps = {
  label: string;
  running: boolean;
  onRun: () => void;
  onStop: () => void;
  /** Said beside the button while nothing runs. */
  note?: string | null;
};

/** Run and Stop below a piece of code. */
export function RunBar({ label, running, onRun, onStop, note = null }: RunBarProps) {
  return (
    <div className="run-bar needs-script">
      {running ? (
        <Button icon={<StopIcon />} onClick={onStop}>
          Stop
        </Button>
      ) : (
        <Button icon={<PlayIcon />} onClick={onRun}>
          {label}
        </Button>
      )}
      <span className="run-bar-note">{running ? "Running" : note}</span>
    </div>
  );
}
