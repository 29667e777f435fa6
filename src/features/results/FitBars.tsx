import type { UpdateFit } from "../../protocol/verdict";
import { factorText, leafWords } from "./fit-words";

export type FitBarsProps = {
  fit: UpdateFit;
  /** The same in words. */
  text: string | null;
  /** Leaf name → half; the first half is drawn solid, the second hatched. */
  halves: ReadonlyMap<string, string>;
};

/** How far each parameter moved, in units of the right step: words first, the bar beside them. */
export function FitBars({ fit, text, halves }: FitBarsProps) {
  const order = [...new Set(halves.values())];
  const longest = Math.max(1.25, ...fit.leaves.map(({ factor }) => Math.abs(factor)));
  if (fit.leaves.length === 0) return <p className="result-note">{text}</p>;
  return (
    <figure className="fit">
      <figcaption>Found from your returned losses: {text}</figcaption>
      <ul>
        {fit.leaves.map((leaf) => (
          <li key={leaf.leaf} title={leafWords(leaf)}>
            <span className="fit-name" data-half={order.indexOf(halves.get(leaf.leaf) ?? "")}>
              {leaf.leaf}
            </span>
            <span className="fit-track" aria-hidden="true">
              <span
                className="fit-bar"
                data-half={order.indexOf(halves.get(leaf.leaf) ?? "")}
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
