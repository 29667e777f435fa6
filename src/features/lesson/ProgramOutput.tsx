import { useRef } from "react";
import { endingSentence } from "../../protocol/ending-sentence";
import type { RunOutcome } from "../../protocol/run";
import { hasRun, runFacts } from "../../protocol/run-facts";
import { withoutTraceback } from "../../protocol/traceback";
import type { ConsoleLine } from "../../protocol/verdict";
import { standingNote, standingOf } from "../../state/standing";
import type { ProgramText } from "../../state/standing";
import { Earlier } from "../../ui/Earlier";
import { LineLink } from "../../ui/LineLink";
import { Traceback } from "../../ui/Traceback";
import { useScrollStop } from "../../ui/use-scroll-stop";
import type { ProgramRun } from "./use-program-run";

type ProgramOutputProps = {
  /** Which program it is, to those who hear it, e.g. "the snippet corners". */
  what: string;
  run: ProgramRun;
  /** Lines of the program that come before those shown; an error's line is counted from there. */
  hiddenLines: number;
  /** Shows a line of the whole program; null where another stands above by now. */
  onLine: ((line: number) => void) | null;
  /** The program that stands above. */
  shown: ProgramText;
  /** One sentence on what to look at in the output. */
  look?: string;
};

/** What a program printed, in place, and how it ended. */
export function ProgramOutput({ what, run, hiddenLines, onLine, shown, look }: ProgramOutputProps) {
  const ended = run.kind === "ended" ? run.outcome : null;
  const { printed, traceback } = withoutTraceback(ended?.console ?? []);
  const note = run.kind === "ended" ? noteOn(run.program, shown) : null;
  if (!ended) return null;
  return (
    <div className="output">
      <Earlier note={note}>
        {printed.length > 0 && <Printed what={what} lines={printed} />}
        {ended.status !== "done" && (
          <Ending outcome={ended} hiddenLines={hiddenLines} onLine={onLine} />
        )}
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
  );
}

export function noteOn(ran: ProgramText, shown: ProgramText): string | null {
  return standingNote(standingOf(ran, shown), ran.language, shown.language);
}

export function Printed({ what, lines }: { what: string; lines: readonly ConsoleLine[] }) {
  const box = useRef<HTMLPreElement>(null);
  return (
    <pre
      ref={box}
      className="output-text"
      tabIndex={useScrollStop(box)}
      aria-label={`Output of ${what}`}
    >
      {lines.map(({ level, text }, index) => (
        <span key={index} className={`output-${level}`}>
          {text}
          {"\n"}
        </span>
      ))}
    </pre>
  );
}

type EndingProps = Pick<ProgramOutputProps, "hiddenLines" | "onLine"> & { outcome: RunOutcome };

export function Ending({ outcome, hiddenLines, onLine }: EndingProps) {
  const { error } = outcome;
  if (!error) return <p className="output-note">{endingSentence(outcome).text}</p>;
  return (
    <p className="output-error">
      <strong>{error.type}:</strong> {error.message}
      {error.line !== null && (
        <>
          {" ("}
          <LineLink line={error.line} onLine={onLine}>
            {place(error.line, hiddenLines)}
          </LineLink>
          )
        </>
      )}
    </p>
  );
}

function place(line: number, hiddenLines: number): string {
  return line > hiddenLines ? `line ${line - hiddenLines}` : `line ${line} of the set-up`;
}
