import { memo } from "react";
import type { CSSProperties, ReactNode } from "react";
import type { TreeLeaf, TreesAt, TwoTreesModel } from "../../../figure-models/two-trees-model";
import { formatFactor } from "../../../lib/format-number";
import { CELL } from "./tree-layout";
import type { PlacedLeaf, TreesLayout } from "./tree-layout";
import { isOff } from "./tree-words";
import "./trees-drawing.css";

export type TreesDrawingProps = {
  model: TwoTreesModel;
  language: "python" | "typescript";
  layout: TreesLayout;
  /** Of every leaf, in the view that is shown. */
  numbers: TreesAt["values"];
  off: readonly number[];
  /** Whether zeros of switched-off units are theirs: in a gradient, not in weights. */
  darkZeros: boolean;
  withNumbers: boolean;
  /** The leaf that is pointed at. */
  pointed: number | null;
  /** All of it in words. */
  label: string;
  onPoint?: (leaf: number | null) => void;
  onChoose?: (leaf: number) => void;
};

const LOOKS = ["first", "second"] as const;

/** Two trees of arrays: keys and branches, and each array as a grid of tones. */
export function TreesDrawing(props: TreesDrawingProps) {
  const { model, language, layout, numbers, off, darkZeros, withNumbers, pointed, label } = props;
  const { onPoint, onChoose } = props;
  const largest = Math.max(...numbers.flat().map(Math.abs)) || 1;
  return (
    <svg
      data-export
      className="trees-drawing"
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={label}
    >
      {layout.trees.map((tree) => (
        <g key={tree.half} data-look={LOOKS[tree.half]} className="trees-tree">
          <text className="trees-root" x={tree.x} y={tree.name}>
            {model.trees[tree.half].name[language]}{" "}
            <tspan className="trees-half">{model.halves[tree.half]}</tspan>
          </text>
          {tree.levels.map(({ text, x, y, branch }) => (
            <Branch key={text} d={branch}>
              <text className="trees-key" x={x} y={y}>
                {text}
              </text>
            </Branch>
          ))}
          {tree.leaves.map((placed) => {
            const leaf = model.leaves[placed.leaf];
            return (
              leaf && (
                <Leaf
                  key={leaf.name}
                  placed={placed}
                  leaf={leaf}
                  path={leaf.path[language]}
                  values={numbers[placed.leaf] ?? []}
                  largest={largest}
                  off={off}
                  darkZeros={darkZeros}
                  withNumbers={withNumbers}
                  pointed={pointed === placed.leaf}
                  onPoint={onPoint}
                  onChoose={onChoose}
                />
              )
            );
          })}
        </g>
      ))}
    </svg>
  );
}

function Branch({ d, children }: { d: string; children: ReactNode }) {
  return (
    <>
      <path className="trees-branch" d={d} />
      {children}
    </>
  );
}

type LeafProps = Pick<
  TreesDrawingProps,
  "off" | "darkZeros" | "withNumbers" | "onPoint" | "onChoose"
> & {
  placed: PlacedLeaf;
  leaf: TreeLeaf;
  path: string;
  values: readonly number[];
  largest: number;
  pointed: boolean;
};

const Leaf = memo(function Leaf(props: LeafProps) {
  const { placed, leaf, path, values, largest, off, darkZeros, withNumbers, pointed } = props;
  const { x, y, names, branch } = placed;
  return (
    <g
      data-leaf={leaf.name}
      data-pointed={pointed}
      className="trees-leaf"
      onPointerEnter={() => props.onPoint?.(placed.leaf)}
      onPointerLeave={() => props.onPoint?.(null)}
      onClick={() => props.onChoose?.(placed.leaf)}
    >
      <path className="trees-branch" d={branch} />
      <text className="trees-key" x={x} y={names[0]}>
        {leaf.name}: {leaf.kind}
      </text>
      <text className="trees-path" x={x} y={names[1]}>
        {path}
      </text>
      <rect
        className="trees-frame"
        x={x - 2}
        y={y - 2}
        width={leaf.columns * CELL.width + 4}
        height={leaf.rows * CELL.height + 4}
        rx="4"
      />
      {values.map((value, i) => (
        <Cell
          key={i}
          x={x + (i % leaf.columns) * CELL.width}
          y={y + Math.floor(i / leaf.columns) * CELL.height}
          value={value}
          share={Math.abs(value) / largest}
          off={isOff(leaf, i, off)}
          dark={darkZeros && value === 0}
          withNumber={withNumbers}
        />
      ))}
    </g>
  );
});

type CellProps = {
  x: number;
  y: number;
  value: number;
  share: number;
  off: boolean;
  dark: boolean;
  withNumber: boolean;
};

/** The stronger the tone, the larger the number; a bar at its left for one below zero, dots for a unit that is off. */
function Cell({ x, y, value, share, off, dark, withNumber }: CellProps) {
  const { width, height } = CELL;
  return (
    <g className="trees-cell" data-off={off} data-zero={dark} style={tone(share)}>
      <rect x={x + 1} y={y + 1} width={width - 2} height={height - 2} rx="2" />
      {value < 0 && <path className="trees-minus" d={`M${x + 4} ${y + 4}V${y + height - 4}`} />}
      {withNumber && (
        <text x={x + width / 2 + 1} y={y + height / 2 + 4}>
          {small(value)}
        </text>
      )}
    </g>
  );
}

/** Two decimals; three where that would be nothing. */
function small(value: number): string {
  const text = formatFactor(value);
  return text === "0.00" && value !== 0 ? value.toFixed(3).replace("-", "−") : text;
}

function tone(share: number): CSSProperties {
  const style: CSSProperties & Record<"--tone", string> = { "--tone": share.toFixed(3) };
  return style;
}
