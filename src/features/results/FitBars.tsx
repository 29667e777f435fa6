import { formatFactor } from "../../lib/format-number";
import type { UpdateFit } from "../../protocol/verdict";
import { fitRows } from "./fit-rows";

export type FitBarsProps = {
  fit: UpdateFit;
  /** The same in words. */
  text: string | null;
  /** Leaf name → half; the first half is drawn solid, the second hatched. */
  halves: ReadonlyMap<string, string>;
};

/** How far each parameter moved, in units of the right step: words first, the bar beside them. */
export function FitBars({ fit, text, halves }: FitBarsProps) {
  if (fit.leaves.length === 0) return <p className="result-note">{text}</p>;
  const order = [...new Set(halves.values())];
  const rows = fitRows(fit, halves);
  const longest = Math.max(1.25, ...rows.map(({ factor }) => Math.abs(factor)));
  // A move the wrong way is drawn to the left of zero.
  const [from, to] = [rows.some(({ factor }) => factor < 0) ? -longest : 0, longest];
  const place = (factor: number) => ((factor - from) / (to - from)) * 100;
  return (
    <figure className="fit">
      <figcaption>
        {rows.length < fit.leaves.length
          ? "How far each half moved, found from your returned losses:"
          : `Found from your returned losses: ${text ?? ""}`}
      </figcaption>
      <ul>
        {rows.map((leaf) => (
          <li key={leaf.leaf}>
            <span className="fit-name" data-half={order.indexOf(leaf.half)}>
              {leaf.leaf}
            </span>
            <span className="fit-track" aria-hidden="true">
              <span
                className="fit-bar"
                data-half={order.indexOf(leaf.half)}
                style={{
                  left: `${place(Math.min(0, leaf.factor))}%`,
                  width: `${place(Math.abs(leaf.factor)) - place(0)}%`,
                }}
              />
              <span className="fit-one" style={{ left: `${place(1)}%` }} />
              {from < 0 && <span className="fit-zero" style={{ left: `${place(0)}%` }} />}
            </span>
            <span className="fit-factor">
              {formatFactor(leaf.factor)} × {leaf.unit === "step" ? "step" : "gradient"}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
