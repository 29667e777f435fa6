import { lazy, Suspense } from "react";
import type { Verdict } from "../../protocol/verdict";
import { ErrorBoundary } from "../../ui/ErrorBoundary";
import { chartRows } from "./chart-rows";
import { loadLossChart } from "./load-loss-chart";

const LossChart = lazy(loadLossChart);

export type ChartTabProps = { cases: Verdict["cases"]; results: readonly string[]; run: number };

/** The chart, drawn by code that comes later than the page; a chart that fails leaves the rest alone. */
export function ChartTab({ cases, results, run }: ChartTabProps) {
  return (
    <>
      <p className="result-note">
        Each case’s results, yours against the reference. The same numbers are in the table under
        Cases.
      </p>
      <ErrorBoundary what="The chart" resetKey={run}>
        <Suspense fallback={<p className="result-note">Loading the chart …</p>}>
          <LossChart rows={chartRows(cases)} results={results} />
        </Suspense>
      </ErrorBoundary>
    </>
  );
}
