import { lazy, Suspense } from "react";
import type { RunOutcome } from "../../protocol/run";
import { ErrorBoundary } from "../../ui/ErrorBoundary";
import { OpenIcon } from "../../ui/icons";
import { backendName, milliseconds } from "../../ui/words";
import { loadPlotChart } from "./load-plot-chart";
import { outcomeSentence } from "./outcome-sentence";
import { Printed } from "./Printed";

const PlotChart = lazy(loadPlotChart);

export type OutcomeViewProps = { outcome: RunOutcome; run: number };

/** A finished program: how it ended, its error, what it printed, what it plotted. */
export function OutcomeView({ outcome, run }: OutcomeViewProps) {
  const { failed, text } = outcomeSentence(outcome);
  return (
    <>
      <h2 className="program-headline" data-tone={failed ? "not-yet" : undefined}>
        {failed && <OpenIcon />}
        <span>{text}</span>
      </h2>
      {outcome.error && (
        <pre className="program-printed program-error" tabIndex={0} aria-label="The error">
          {outcome.error.type}: {outcome.error.message}
          {outcome.error.line === null ? "" : `\n  line ${outcome.error.line}`}
        </pre>
      )}
      <Printed lines={outcome.console} />
      {outcome.status === "done" && outcome.console.length === 0 && outcome.plots.length === 0 && (
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
      <p className="program-note">
        {backendName(outcome.backend)} · {outcome.precision} · {milliseconds(outcome.ms.run)}
      </p>
    </>
  );
}
