import type { UpdateFit } from "../../protocol/verdict";
import { factorText, leafWords } from "./fit-words";
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
  return (
    <figure className="fit">
      <figcaption>Found from your returned losses: {text}</figcaption>
      <ul>
        {rows.map((leaf) => (
          <li key={leaf.leaf} title={leafWords(leaf)}>
            <span className="fit-name" data-half={order.indexOf(leaf.half)}>
              {leaf.leaf}
            </span>
            <span className="fit-track" aria-hidden="true">
              <span
                className="fit-bar"
                data-half={order.indexOf(leaf.half)}
                data-negative={leaf.factor < 0 || undefined}
                style={{ width: `${(Math.abs(leaf.factor) / longest) * 100}%` }}
              />
              <span className="fit-one" style={{ left: `${100 / longest}%` }} />
            </span>
            <span className="fit-factor">
              {factorText(leaf.factor)} × {leaf.unit === "step" ? "step" : "gradient"}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
