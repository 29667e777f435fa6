import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { shortNumber } from "../../lib/format-number";
import type { ChartRow } from "./chart-rows";
import "./loss-chart.css";

export type LossChartProps = {
  rows: readonly ChartRow[];
  /** What the returned numbers are, in order. */
  results: readonly string[];
};

const HEIGHT = 232;
/** Yours: the first result as an outline, the next ones filled, so that colour alone says nothing. */
const FILLS = ["var(--ground)", "var(--ink)", "var(--muted)"];

/** The returned numbers by case as bars, the reference dotted around them. The case table says the same. */
export function LossChart({ rows, results }: LossChartProps) {
  return (
    <div className="chart" aria-hidden="true">
      <Legend results={results} />
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <BarChart
          accessibilityLayer={false}
          data={[...rows]}
          margin={{ top: 12, right: 8, bottom: 20, left: 0 }}
          barCategoryGap="24%"
          barGap={2}
        >
          <CartesianGrid stroke="var(--hairline)" vertical={false} />
          <XAxis
            dataKey="name"
            stroke="var(--muted)"
            tickLine={false}
            label={{ value: "case", position: "insideBottom", offset: -12, fill: "var(--muted)" }}
          />
          {/* A second axis in the same place lays the reference over the learner's bars. */}
          <XAxis dataKey="name" xAxisId="reference" hide />
          <YAxis stroke="var(--muted)" tickLine={false} width="auto" tickFormatter={shortNumber} />
          <Tooltip
            cursor={{ fill: "var(--hairline)", opacity: 0.5 }}
            formatter={(value) => (typeof value === "number" ? shortNumber(value) : value)}
            labelFormatter={(label) => `Case ${label}`}
            contentStyle={{ background: "var(--raised)", border: "1px solid var(--hairline)" }}
            itemStyle={{ color: "var(--ink)" }}
          />
          {results.map((name, i) => (
            <Bar
              key={`yours ${name}`}
              name={`${name}, yours`}
              dataKey={(row: ChartRow) => row.yours[i]}
              fill={FILLS[i % FILLS.length]}
              stroke="var(--ink)"
              maxBarSize={28}
              isAnimationActive={false}
            />
          ))}
          {results.map((name, i) => (
            <Bar
              key={`expected ${name}`}
              name={`${name}, reference`}
              dataKey={(row: ChartRow) => row.expected[i]}
              xAxisId="reference"
              fill="none"
              stroke="var(--reference)"
              strokeWidth={2.5}
              strokeDasharray="1 4"
              strokeLinecap="round"
              maxBarSize={28}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
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
