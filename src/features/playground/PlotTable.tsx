import type { PlotSeries } from "../../protocol/run";
import { shortNumber } from "../../lib/format-number";

const MOST_ROWS = 200;

/** The plotted numbers for those who cannot see the chart, folded away for the rest. */
export function PlotTable({ plots }: { plots: readonly PlotSeries[] }) {
  const length = Math.min(MOST_ROWS, Math.max(0, ...plots.map(({ values }) => values.length)));
  return (
    <details className="program-numbers">
      <summary>The plotted numbers</summary>
      <div className="program-table" tabIndex={0} role="region" aria-label="The plotted numbers">
        <table>
          <thead>
            <tr>
              <th scope="col">position</th>
              {plots.map(({ label }, i) => (
                <th scope="col" key={i}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length }, (_, row) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {plots.map(({ values }, i) => (
                  <td key={i}>{values[row] === undefined ? "" : shortNumber(values[row])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
