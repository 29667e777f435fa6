import { Suspense } from "react";
import { draftEnding } from "../../protocol/ending-sentence";
import type { RunOutcome } from "../../protocol/run";
import { hasRun, runFacts } from "../../protocol/run-facts";
import { withoutTraceback } from "../../protocol/traceback";
import { ErrorBoundary } from "../../ui/ErrorBoundary";
import { loadedLater } from "../../ui/loaded-later";
import { LineLink } from "../../ui/LineLink";
import { Traceback } from "../../ui/Traceback";
import { OpenIcon } from "../../ui/icons";
import { loadPlotChart } from "./load-plot-chart";
import { Printed } from "./Printed";

const PlotChart = loadedLater(loadPlotChart);

export type OutcomeViewProps = {
  outcome: RunOutcome;
  run: number;
  /** Shows a line of the program that ran; null where another text is on the screen. */
  onLine: ((line: number) => void) | null;
};

/** A finished program: how it ended, its error, what it printed, what it plotted. */
export function OutcomeView({ outcome, run, onLine }: OutcomeViewProps) {
  const { tone, text } = draftEnding(outcome);
  const { printed, traceback } = withoutTraceback(outcome.console);
  return (
    <>
      <h2 className="program-headline" data-tone={tone}>
        {tone === "not-yet" && <OpenIcon />}
        <span>{text}</span>
      </h2>
      {outcome.error && (
        <pre className="program-printed program-error" tabIndex={0} aria-label="The error">
          {outcome.error.type}: {outcome.error.message}
          {outcome.error.line !== null && (
            <>
              {"\n  "}
              <LineLink line={outcome.error.line} onLine={onLine} />
            </>
          )}
        </pre>
      )}
      <Traceback text={traceback} />
      <Printed lines={printed} />
      {outcome.status === "done" && printed.length === 0 && outcome.plots.length === 0 && (
        <p className="program-note">It printed and plotted nothing.</p>
      )}
      {outcome.plots.length > 0 && (
        <ErrorBoundary what="The chart" resetKey={run}>
          <Suspense fallback={<p className="program-note">Loading the chart …</p>}>
            <PlotChart plots={outcome.plots} />
          </Suspense>
        </ErrorBoundary>
      )}
      {outcome.notes.map((note) => (
        <p className="program-note" key={note}>
          {note}
        </p>
      ))}
      {hasRun(outcome) && <p className="program-note">{runFacts(outcome)}</p>}
    </>
  );
}
