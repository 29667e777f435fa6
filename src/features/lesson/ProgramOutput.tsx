import { endingSentence } from "../../protocol/ending-sentence";
import type { RunOutcome } from "../../protocol/run";
import { hasRun, runFacts } from "../../protocol/run-facts";
import { withoutTraceback } from "../../protocol/traceback";
import type { ConsoleLine } from "../../protocol/verdict";
import { standingNote, standingOf } from "../../state/standing";
import type { ProgramText } from "../../state/standing";
import { Earlier } from "../../ui/Earlier";
import { Traceback } from "../../ui/Traceback";
import type { ProgramRun } from "./use-program-run";

type ProgramOutputProps = {
  run: ProgramRun;
  /** Lines of the program that come before those shown; an error's line is counted from there. */
  hiddenLines: number;
  /** The program that stands above. */
  shown: ProgramText;
  /** One sentence on what to look at in the output. */
  look?: string;
};

/** What a program printed, in place, and how it ended. */
export function ProgramOutput({ run, hiddenLines, shown, look }: ProgramOutputProps) {
  const ended = run.kind === "ended" ? run.outcome : null;
  const { printed, traceback } = withoutTraceback(ended?.console ?? []);
  const note = run.kind === "ended" ? noteOn(run.program, shown) : null;
  return (
    <>
      <p role="status" className="visually-hidden">
        {ended && spokenEnding(ended)}
      </p>
      {ended && (
        <div className="output">
          <Earlier note={note}>
            {printed.length > 0 && <Printed lines={printed} />}
            {ended.status !== "done" && <Ending outcome={ended} hiddenLines={hiddenLines} />}
            <Traceback text={traceback} />
            {ended.status === "done" && printed.length === 0 && (
              <p className="output-note">It ran and printed nothing.</p>
            )}
            {ended.notes.map((note) => (
              <p key={note} className="output-note">
                {note}
              </p>
            ))}
            {look && (
              <p className="output-look">
                <strong>Look at:</strong> {look}
              </p>
            )}
            {hasRun(ended) && <p className="output-facts">{runFacts(ended)}</p>}
          </Earlier>
        </div>
      )}
    </>
  );
}

function noteOn(ran: ProgramText, shown: ProgramText): string | null {
  return standingNote(standingOf(ran, shown), ran.language, shown.language);
}

/** How a run ended and how much it printed, for those who hear it. */
function spokenEnding(outcome: RunOutcome): string {
  const lines = withoutTraceback(outcome.console).printed.length;
  return `${endingSentence(outcome).text} ${lines === 1 ? "1 line" : `${lines} lines`} printed.`;
}

function Printed({ lines }: { lines: readonly ConsoleLine[] }) {
  return (
    // A block that scrolls sideways has to be reachable by keyboard.
    <pre className="output-text" tabIndex={0} aria-label="Output">
      {lines.map(({ level, text }, index) => (
        <span key={index} className={`output-${level}`}>
          {text}
          {"\n"}
        </span>
      ))}
    </pre>
  );
}

function Ending({ outcome, hiddenLines }: { outcome: RunOutcome; hiddenLines: number }) {
  const { error } = outcome;
  if (!error) return <p className="output-note">{endingSentence(outcome).text}</p>;
  return (
    <p className="output-error">
      <strong>{error.type}:</strong> {error.message}
      {error.line !== null && <span> {place(error.line, hiddenLines)}</span>}
    </p>
  );
}

function place(line: number, hiddenLines: number): string {
  return line > hiddenLines ? `(line ${line - hiddenLines})` : `(line ${line} of the set-up)`;
}
