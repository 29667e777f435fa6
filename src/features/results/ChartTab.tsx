import { Suspense } from "react";
import type { Verdict } from "../../protocol/verdict";
import { ErrorBoundary } from "../../ui/ErrorBoundary";
import { chartOf } from "./chart-rows";
import { loadedLater } from "../../ui/loaded-later";
import { loadLossChart } from "./load-loss-chart";
import "./loss-chart.css";

const LossChart = loadedLater(loadLossChart);

export type ChartTabProps = { cases: Verdict["cases"]; results: readonly string[]; run: number };

/** The chart, drawn by code that comes later than the page; a chart that fails leaves the rest alone. */
export function ChartTab({ cases, results, run }: ChartTabProps) {
  const { rows, scale } = chartOf(cases);
  return (
    <>
      <p className="result-note">
        Yours against the reference{scale.kind === "log" && ", on a log scale"}. The numbers are
        under Cases.
      </p>
      <div className="chart-space">
        <ErrorBoundary what="The chart" resetKey={run}>
          <Suspense fallback={<p className="result-note">Loading the chart …</p>}>
            <LossChart rows={rows} scale={scale} results={results} />
          </Suspense>
        </ErrorBoundary>
      </div>
    </>
  );
}
