import { runProgress } from "../../../state/run-progress";
import type { RunPhase, RuntimeStatus } from "../../../state/lab-state";
import { Button } from "../../../ui/Button";
import { Waiting } from "../../../ui/Waiting";
import type { OwnRun } from "./own-run";

export type OwnMovesProps = {
  own: OwnRun | null;
  /** Whether the curve is of the text on the screen; null where it is. */
  note: string | null;
  step: {
    /** How the learner's own function is called; null where the lesson asks for none. */
    call: string | null;
    defined: boolean;
    phase: RunPhase | null;
    start: () => void;
    stop: () => void;
  };
  runtime: RuntimeStatus;
};

/** What the learner's curve is made of, and what to do for it. */
export function OwnMoves({ own, note, step, runtime }: OwnMovesProps) {
  const { call, defined, phase, start, stop } = step;
  if (phase)
    return (
      <div className="freeze-own">
        <Waiting {...runProgress(phase, runtime)} />
        <Button onClick={stop}>Stop</Button>
      </div>
    );
  return (
    <div className="freeze-own" data-kind={own?.kind ?? "stale"}>
      <p>
        {own === null && "Your function has not run at this setting. "}
        {own?.kind === "none" ? own.why : own?.text} {note}
      </p>
      {defined ? (
        <Button onClick={start}>{own === null ? "Run it here" : "Run it again"}</Button>
      ) : (
        call !== null && (
          <p className="freeze-aside">
            A program that also defines <code>{call}</code> and returns both new trees is repeated
            itself, whatever its step does.
          </p>
        )
      )}
    </div>
  );
}
