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
import { shortNumber } from "../../ui/words";
import type { ChartRow } from "./chart-rows";

export type LossChartProps = {
  rows: readonly ChartRow[];
  /** What the returned numbers are, in order. */
  results: readonly string[];
};

const COLOURS = ["var(--ink)", "var(--nnx)", "var(--linen)"];
const HEIGHT = 240;

/** The returned numbers by case: yours as marks and lines, the reference dotted. The case table says the same. */
export function LossChart({ rows, results }: LossChartProps) {
  return (
    <div className="chart" aria-hidden="true">
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <LineChart
          accessibilityLayer={false}
          data={[...rows]}
          margin={{ top: 8, right: 16, bottom: 20, left: 0 }}
        >
          <CartesianGrid stroke="var(--hairline)" vertical={false} />
          <XAxis
            dataKey="name"
            stroke="var(--muted)"
            tickLine={false}
            label={{ value: "case", position: "insideBottom", offset: -12, fill: "var(--muted)" }}
          />
          <YAxis stroke="var(--muted)" tickLine={false} width={56} tickFormatter={shortNumber} />
          <Tooltip
            formatter={(value) => (typeof value === "number" ? shortNumber(value) : value)}
            labelFormatter={(label) => `Case ${label}`}
            contentStyle={{ background: "var(--raised)", border: "1px solid var(--hairline)" }}
          />
          <Legend verticalAlign="top" height={32} iconType="plainline" />
          {results.flatMap((name, i) => [
            <Line
              key={`expected ${name}`}
              name={`${name}, reference`}
              dataKey={(row: ChartRow) => row.expected[i]}
              stroke="var(--reference)"
              strokeWidth={3}
              strokeDasharray="1 5"
              strokeLinecap="round"
              dot={false}
              isAnimationActive={false}
            />,
            <Line
              key={`yours ${name}`}
              name={`${name}, yours`}
              dataKey={(row: ChartRow) => row.yours[i]}
              stroke={COLOURS[i % COLOURS.length]}
              strokeWidth={1.5}
              dot={{ r: 3 }}
              isAnimationActive={false}
            />,
          ])}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
