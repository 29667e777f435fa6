import type { Look } from "../../lib/look";
import "./halves-legend.css";

export type LegendEntry = {
  text: string;
  look: Look;
  /** A line as in a chart, a filled area, or a mark; a line unless said. The reference is dotted, an estimate dashed. */
  as?: "line" | "area" | "reference" | "estimate";
};

/** What colours and patterns mean: the first half solid, the second dashed or hatched, others plain. */
export function HalvesLegend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul className="halves-legend">
      {entries.map(({ text, look, as = "line" }) => (
        <li key={text} data-look={look}>
          <svg className="halves-legend-key" viewBox="0 0 24 12" aria-hidden="true">
            {as === "area" ? (
              <>
                <rect className="legend-area" x="1" y="1" width="22" height="10" rx="2" />
                {look === "second" && (
                  <path className="legend-hatch" d="M3 11 11 1M9 11 17 1M15 11 23 1" />
                )}
              </>
            ) : (
              <path className={`legend-${as}`} d="M1 6H23" />
            )}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
