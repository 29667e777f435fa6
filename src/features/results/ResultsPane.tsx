import { useCallback, useMemo } from "react";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import { assertNever } from "../../lib/assert-never";
import { numberWord } from "../../lib/number-word";
import { withoutTraceback } from "../../protocol/traceback";
import type { VerdictCase } from "../../protocol/verdict";
import { halvesOf } from "../../state/halves-of";
import type { Lab, Lesson } from "../../state/lab";
import { lessonStanding, shownRuntime } from "../../state/lab-state";
import type { RunState, RuntimeStatus } from "../../state/lab-state";
import { movedLosses } from "../../state/moved-losses";
import { pendingHeadline, runProgress } from "../../state/run-progress";
import { spokenRun } from "../../state/spoken-run";
import { standingNote } from "../../state/standing";
import { Earlier } from "../../ui/Earlier";
import { ErrorBoundary } from "../../ui/ErrorBoundary";
import { Waiting } from "../../ui/Waiting";
import { useSpoken } from "../../ui/use-spoken";
import { ConsoleLines } from "./ConsoleLines";
import { VerdictView } from "./VerdictView";
import type { VerdictViewProps } from "./VerdictView";
import "./results.css";
import "./results-cases.css";
import "./results-figures.css";

export type ResultsPaneProps = {
  lab: Lab;
  lesson: Lesson;
  /** Shown after a pass. */
  explanation: ReactNode;
  /** Speaks a sentence. */
  announce: (sentence: string) => void;
};

/** What the last run gave. Nothing that fails in here touches the editor. */
export function ResultsPane({ lab, lesson, explanation, announce }: ResultsPaneProps) {
  const run = useStore(lab.store, (state) => state.lessons[lesson.check.slug].run);
  const guess = useStore(lab.store, (state) => state.lessons[lesson.check.slug].guessing.last);
  const runtime = useStore(lab.store, shownRuntime);
  const standing = useStore(lab.store, (state) => lessonStanding(state, lesson.check.slug));
  const shown = useStore(lab.store, (state) => state.settings.language);
  const { check } = lesson;
  const onLine =
    standing === "of-this-text" ? (line: number) => lab.actions.goToLine(check.slug, line) : null;
  const note =
    standing && run.kind === "finished"
      ? standingNote(standing, run.verdict.language, shown)
      : null;
  const halves = useMemo(() => halvesOf(check), [check]);
  const lossesOf = useCallback((one: VerdictCase) => movedLosses(check, one), [check]);
  useSpoken(spokenRun(run), announce);

  return (
    <section className="results" aria-label="Results">
      <ErrorBoundary what="The results" resetKey={run.kind === "finished" ? run.run : run.kind}>
        <Earlier note={note}>
          {view({ run, runtime, halves, lossesOf, guess, check, explanation, onLine, lab })}
        </Earlier>
      </ErrorBoundary>
    </section>
  );
}

type ViewProps = {
  lab: Lab;
  run: RunState;
  runtime: RuntimeStatus;
  halves: ReadonlyMap<string, string>;
  lossesOf: VerdictViewProps["lossesOf"];
  guess: VerdictViewProps["guess"];
  check: Lesson["check"];
  explanation: ReactNode;
  onLine: ((line: number) => void) | null;
};

function view({
  run,
  runtime,
  halves,
  lossesOf,
  guess,
  check,
  explanation,
  onLine,
  lab,
}: ViewProps): ReactNode {
  switch (run.kind) {
    case "none":
      return <NothingYet entry={check.entry} shown={check.visible.length} />;
    case "pending":
      return (
        <>
          <h2 className="headline">{pendingHeadline(run.phase)}</h2>
          <Waiting {...runProgress(run.phase, runtime)} />
          {run.console.length > 0 && <ConsoleLines lines={withoutTraceback(run.console).printed} />}
        </>
      );
    case "finished":
      return (
        <VerdictView
          verdict={run.verdict}
          headline={run.headline}
          lawsPending={run.lawsPending}
          fitText={run.fitText}
          notes={run.notes}
          run={run.run}
          halves={halves}
          lossesOf={lossesOf}
          guess={guess}
          results={check.results}
          source={run.source}
          onLine={onLine}
          tab={lab.places.read("tab", `results:${check.slug}`)}
          onTab={(tab) => lab.places.write("tab", `results:${check.slug}`, tab)}
          explanation={explanation}
        />
      );
    case "grader-failed":
      return (
        <>
          <h2 className="headline">The grader failed, not your code. Run again.</h2>
          <p className="result-note">{run.message}</p>
        </>
      );
    default:
      return assertNever(run);
  }
}

function NothingYet({ entry, shown }: { entry: string; shown: number }) {
  return (
    <div className="nothing-yet">
      <h2 className="headline">Nothing has run yet.</h2>
      <p>
        Run calls <code>{entry}</code> on the {shown === 1 ? "case" : `${numberWord(shown)} cases`}{" "}
        of the lesson and on fresh ones, drawn when you press it. Each answer is compared with the
        right one, and you see which parameters moved and how far.
      </p>
    </div>
  );
}
