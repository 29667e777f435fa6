import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { shortNumber } from "../../lib/format-number";
import type { ChartRow, ChartScale } from "./chart-rows";

export type LossChartProps = {
  rows: readonly ChartRow[];
  scale: ChartScale;
  /** What the returned numbers are, in order. */
  results: readonly string[];
};

/** Yours: the first result as an outline, the next ones filled, so that colour alone says nothing. */
const FILLS = ["var(--ground)", "var(--ink)", "var(--muted)"];
const SIZE = 4.5;

/** The returned numbers by case as dots, the reference a dotted ring around them. The case table says the same. */
export function LossChart({ rows, scale, results }: LossChartProps) {
  return (
    <div className="chart" aria-hidden="true">
      <Legend results={results} />
      <div className="chart-plot">
        <ResponsiveContainer width="100%" height="100%">
          <LineChart
            accessibilityLayer={false}
            data={[...rows]}
            margin={{ top: 8, right: 8, bottom: 20, left: 0 }}
          >
            <CartesianGrid stroke="var(--hairline)" />
            <XAxis
              dataKey="name"
              stroke="var(--muted)"
              tickLine={false}
              padding={{ left: 20, right: 20 }}
              label={{ value: "case", position: "insideBottom", offset: -12, fill: "var(--muted)" }}
            />
            <YAxis
              type="number"
              scale={scale.kind}
              domain={scale.domain}
              ticks={scale.ticks}
              interval={0}
              stroke="var(--muted)"
              tickLine={false}
              width="auto"
              tickFormatter={shortNumber}
            />
            <Tooltip
              cursor={{ stroke: "var(--hairline)" }}
              formatter={(value) => (typeof value === "number" ? shortNumber(value) : value)}
              labelFormatter={(label) => `Case ${label}`}
              contentStyle={{ background: "var(--raised)", border: "1px solid var(--hairline)" }}
              itemStyle={{ color: "var(--ink)" }}
            />
            {results.map((name, i) => (
              <Line
                key={`yours ${name}`}
                name={`${name}, yours`}
                dataKey={(row: ChartRow) => row.yours[i]}
                stroke="none"
                dot={{
                  r: SIZE,
                  fill: FILLS[i % FILLS.length],
                  stroke: "var(--ink)",
                  strokeWidth: 1.5,
                }}
                activeDot={false}
                isAnimationActive={false}
              />
            ))}
            {results.map((name, i) => (
              <Line
                key={`expected ${name}`}
                name={`${name}, reference`}
                dataKey={(row: ChartRow) => row.expected[i]}
                stroke="none"
                dot={{
                  r: SIZE + 4,
                  fill: "none",
                  stroke: "var(--reference)",
                  strokeWidth: 2,
                  strokeDasharray: "1 4",
                  strokeLinecap: "round",
                }}
                activeDot={false}
                isAnimationActive={false}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

function Legend({ results }: Pick<LossChartProps, "results">) {
  return (
    <ul className="chart-legend">
      {results.map((name, i) => (
        <li key={name}>
          <span className="swatch" style={{ background: FILLS[i % FILLS.length] }} />
          {name}
        </li>
      ))}
      <li>
        <span className="swatch swatch-reference" />
        reference
      </li>
    </ul>
  );
}
