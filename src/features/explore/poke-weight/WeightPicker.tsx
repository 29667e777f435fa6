import { memo, useId } from "react";
import type { CSSProperties, KeyboardEvent } from "react";
import type { PokedLeaf, WeightPlace } from "../../../figure-models/poke-weight-model";
import { formatFactor } from "../../../lib/format-number";
import { weightName } from "./poke-words";

const LOOKS = ["first", "second"] as const;

export type WeightPickerProps = {
  leaves: readonly PokedLeaf[];
  values: readonly (readonly number[])[];
  gradient: readonly (readonly number[])[];
  chosen: WeightPlace;
  onChoose: (place: WeightPlace) => void;
};

/** Every number of both trees as one choice: arrow keys walk through them, up and down from row to row. */
export const WeightPicker = memo(function WeightPicker(props: WeightPickerProps) {
  const { leaves, values, gradient, chosen, onChoose } = props;
  const group = useId();
  const largest = Math.max(...gradient.flat().map(Math.abs)) || 1;
  return (
    <div className="poke-leaves" role="radiogroup" aria-label="Weight">
      {LOOKS.map((look, half) => (
        <div key={look} className="poke-half" data-look={look}>
          {leaves.map(
            (leaf, l) =>
              leaf.half === half && (
                <LeafCells
                  key={leaf.name}
                  leaf={leaf}
                  values={values[l] ?? []}
                  slopes={gradient[l] ?? []}
                  largest={largest}
                  group={group}
                  chosen={chosen.leaf === l ? chosen.index : null}
                  onChoose={(index) => onChoose({ leaf: l, index })}
                />
              ),
          )}
        </div>
      ))}
    </div>
  );
});

type LeafCellsProps = {
  leaf: PokedLeaf;
  values: readonly number[];
  slopes: readonly number[];
  /** The steepest slope of all leaves. */
  largest: number;
  group: string;
  chosen: number | null;
  onChoose: (index: number) => void;
};

/** The numbers of one leaf in rows; the stronger the tone, the steeper the loss. */
function LeafCells(props: LeafCellsProps) {
  const { leaf, values, slopes, largest, group, chosen, onChoose } = props;
  return (
    <div>
      <p className="poke-leaf-name" aria-hidden="true">
        {leaf.name}
      </p>
      <div
        className="poke-cells"
        style={{ gridTemplateColumns: `repeat(${leaf.columns}, minmax(0, 1fr))` }}
      >
        {values.map((value, index) => {
          const slope = slopes[index] ?? 0;
          return (
            <label key={index} className="poke-cell" data-off={slope === 0}>
              <input
                type="radio"
                name={group}
                checked={chosen === index}
                aria-label={`${weightName(leaf, index)}: ${formatFactor(value)}, gradient ${formatFactor(slope)}`}
                onChange={() => onChoose(index)}
                onKeyDown={walkRows}
                data-columns={leaf.columns}
              />
              <span style={tone(Math.abs(slope) / largest)}>{formatFactor(value)}</span>
            </label>
          );
        })}
      </div>
    </div>
  );
}

/** Radio buttons take all four arrows as next and previous; here up and down are a row away, in the same leaf. */
function walkRows(event: KeyboardEvent<HTMLInputElement>): void {
  const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (way === undefined) return;
  const cells = [
    ...(event.currentTarget.closest(".poke-cells")?.querySelectorAll<HTMLInputElement>("input") ??
      []),
  ];
  const columns = Number(event.currentTarget.dataset.columns);
  const next = cells[cells.indexOf(event.currentTarget) + way * columns];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.click();
}

function tone(share: number): CSSProperties {
  const style: CSSProperties & Record<"--tone", string> = { "--tone": share.toFixed(3) };
  return style;
}
