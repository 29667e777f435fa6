import { useCallback, useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { hasRun, runFacts } from "../../protocol/run-facts";
import { endingSentence } from "../../protocol/ending-sentence";
import type { RunOutcome } from "../../protocol/run";
import { withoutTraceback } from "../../protocol/traceback";
import { Earlier } from "../../ui/Earlier";
import { Traceback } from "../../ui/Traceback";
import { insideRows } from "./inside-rows";
import { InsideNames, InsideTable } from "./InsideTable";
import { useLesson } from "./lesson-context";
import type { InsideStep, RunProgram } from "./lesson-context";
import { Ending, noteOn, Printed } from "./ProgramOutput";
import { RunBar } from "./RunBar";
import { useProgramRun } from "./use-program-run";

export type LookInsideProps = {
  caseId: string;
  /** From 1, as the table of cases has it. */
  number: number;
  /** Changes with each press of the case's button; each runs the program. */
  asked: number;
};

/** One case run alone with the learner's program as it stands, and what that had for each step. */
export function LookInside({ caseId, number, asked }: LookInsideProps) {
  const { draft, language, lookInside, inside } = useLesson();
  const runCase = useCallback<RunProgram>(
    async (program, options) => {
      const source = await withNotes(program);
      return lookInside(caseId, { ...program, source }, options);
    },
    [caseId, lookInside],
  );
  const { run, start, stop } = useProgramRun(runCase, (outcome) =>
    sentenceOf(number, inside, outcome),
  );
  const source = useSyncExternalStore(draft.subscribe, draft.source, draft.source);
  const shown = { language, source };
  const begin = useEffectEvent(() => start(shown));
  useEffect(() => begin(), [asked]);

  const what = `case ${number}`;
  const note = run.kind === "ended" ? noteOn(run.program, shown) : null;
  return (
    <section className="inside" aria-label={`A look inside ${what}`}>
      <RunBar label="Run again" what={what} run={run} onRun={() => start(shown)} onStop={stop}>
        <span className="inside-what">Case {number} alone, with your program</span>
      </RunBar>
      {run.kind === "ended" && (
        <Earlier note={note}>
          <Inside
            what={what}
            outcome={run.outcome}
            onLine={note === null ? draft.goToLine : null}
            steps={inside}
          />
        </Earlier>
      )}
    </section>
  );
}

/** What is said of an ended look to those who listen. */
function sentenceOf(number: number, steps: readonly InsideStep[], outcome: RunOutcome): string {
  if (outcome.status !== "done") return endingSentence(outcome).text;
  const rows = insideRows(steps, outcome.seen, outcome.cases[0]?.values ?? null);
  const seen = rows.filter(({ leaves }) => leaves.length > 0).length;
  return `Case ${number} has run. ${seen} of ${rows.length} steps were seen; their values are below.`;
}

type InsideProps = {
  what: string;
  outcome: RunOutcome;
  onLine: ((line: number) => void) | null;
  steps: readonly InsideStep[];
};

function Inside({ what, outcome, onLine, steps }: InsideProps) {
  const [answer] = outcome.cases;
  const { printed, traceback } = withoutTraceback(outcome.console);
  const rows = insideRows(steps, outcome.seen, answer?.values ?? null);
  return (
    <>
      {printed.length > 0 && <Printed what={what} lines={printed} />}
      {outcome.status !== "done" && <Ending outcome={outcome} hiddenLines={0} onLine={onLine} />}
      <Traceback text={traceback} />
      {rows.length > 0 && <InsideTable rows={rows} onLine={onLine} />}
      {outcome.seen.length > 0 && (
        <details className="card-fold">
          <summary>Everything that your program named</summary>
          <InsideNames seen={outcome.seen} onLine={onLine} />
        </details>
      )}
      {hasRun(outcome) && <p className="output-facts">{runFacts(outcome)}</p>}
    </>
  );
}

/** TypeScript has no way to read the names of a running function, so the program notes them itself. */
async function withNotes({ language, source }: { language: string; source: string }) {
  if (language !== "typescript") return source;
  try {
    const { noteNames } = await import("../../reading/typescript/note-names");
    return noteNames(source);
  } catch {
    // Its file did not come: the run still shows what was returned.
    return source;
  }
}
