import { Button } from "../../ui/Button";
import { PlayIcon, StopIcon } from "../../ui/icons";
import { useLesson } from "./lesson-context";

type RunBarProps = { label: string; running: boolean; onRun: () => void; onStop: () => void };

/** Run and Stop below a piece of code. Snippets run in TypeScript, whichever language is read. */
export function RunBar({ label, running, onRun, onStop }: RunBarProps) {
  const { language } = useLesson();
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
      <span className="run-bar-note">
        {running ? "Running" : language !== "typescript" && "runs the TypeScript version"}
      </span>
    </div>
  );
}
