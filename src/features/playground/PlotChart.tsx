import {
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { PlotSeries } from "../../protocol/run";
import { shortNumber } from "../../lib/format-number";
import { plotRows } from "./plot-rows";
import type { PlotRow } from "./plot-rows";
import { PlotTable } from "./PlotTable";

const LINES = [
  { stroke: "var(--nnx)" },
  { stroke: "var(--linen)", strokeDasharray: "6 4" },
  { stroke: "var(--ink)", strokeDasharray: "2 3" },
  { stroke: "var(--reference)" },
];
const HEIGHT = 260;

/** The series of plot(values) as lines over their positions, and as a table on demand. */
export function PlotChart({ plots }: { plots: readonly PlotSeries[] }) {
  const rows = plotRows(plots);
  return (
    <figure className="program-plot">
      <div aria-hidden="true">
        <ResponsiveContainer width="100%" height={HEIGHT}>
          <LineChart
            accessibilityLayer={false}
            data={rows}
            margin={{ top: 8, right: 16, bottom: 4, left: 0 }}
          >
            <CartesianGrid stroke="var(--hairline)" vertical={false} />
            <XAxis
              dataKey="x"
              type="number"
              domain={["dataMin", "dataMax"]}
              stroke="var(--muted)"
              tickLine={false}
            />
            <YAxis
              stroke="var(--muted)"
              tickLine={false}
              width="auto"
              tickFormatter={shortNumber}
            />
            <Tooltip
              formatter={(value) => (typeof value === "number" ? shortNumber(value) : value)}
              contentStyle={{ background: "var(--raised)", border: "1px solid var(--hairline)" }}
            />
            {plots.length > 1 && <Legend verticalAlign="top" height={32} iconType="plainline" />}
            {plots.map(({ label }, i) => (
              <Line
                key={i}
                name={label}
                dataKey={(row: PlotRow) => row.values[i]}
                {...LINES[i % LINES.length]}
                strokeWidth={2}
                dot={rows.length < 20}
                isAnimationActive={false}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
      <PlotTable plots={plots} />
    </figure>
  );
}
