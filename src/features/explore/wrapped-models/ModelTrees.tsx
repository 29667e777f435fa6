import { memo } from "react";
import type {
  ModelForm,
  TreeLeaf,
  WrappedModelsModel,
} from "../../../figure-models/wrapped-models-model";
import { treeRows } from "./tree-rows";
import type { TreeRow } from "./tree-rows";
import "./model-trees-drawing.css";

const ROW = 22;
const HEAD = 30;
const GAP = 20;
const INDENT = 14;
/** Room for the frame of a name at the edge. */
const EDGE = 4;
/** Between two names of a row, with a stroke in its middle. */
const BETWEEN = 15;
/** Of the letters of the code face, near enough for every system. */
const LETTER = 7.2;
const LEAST_COLUMN = 174;

export type ModelTreesProps = {
  forms: readonly ModelForm[];
  /** By form; those of the form itself unless a run has others. */
  leavesOf: (form: ModelForm) => readonly TreeLeaf[];
  own: WrappedModelsModel["own"];
  width: number;
  label: string;
};

/** The tree of each form, beside each other where there is room. What is not the model's own name is framed. */
export const ModelTrees = memo(function ModelTrees(props: ModelTreesProps) {
  const { forms, leavesOf, own, width, label } = props;
  const trees = forms.map((form) => ({ form, rows: treeRows(leavesOf(form)) }));
  const beside = width >= forms.length * LEAST_COLUMN;
  const column = beside ? width / forms.length : width;
  const heights = trees.map(({ rows }) => HEAD + rows.length * ROW + GAP);
  const tops = heights.map((_, i) =>
    beside ? 0 : heights.slice(0, i).reduce((sum, height) => sum + height, 0),
  );
  const height = beside
    ? Math.max(...heights) - GAP
    : heights.reduce((sum, each) => sum + each, 0) - GAP;
  return (
    <svg
      data-export
      className="model-trees"
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {trees.map(({ form, rows }, i) => (
        <g key={form.id} transform={`translate(${beside ? i * column : 0} ${tops[i]})`}>
          <text className="tree-title" x={0} y={15}>
            {form.title}
          </text>
          <path className="tree-rule" d={`M0 22.5h${column - 12}`} />
          {rows.map((row, at) => (
            <Row key={at} row={row} own={own} y={HEAD + at * ROW} right={column - 12} />
          ))}
        </g>
      ))}
    </svg>
  );
});

type RowProps = { row: TreeRow; own: WrappedModelsModel["own"]; y: number; right: number };

function Row({ row: { depth, names, shape }, own, y, right }: RowProps) {
  const left = EDGE + depth * INDENT;
  const starts = names.map((_, i) =>
    names.slice(0, i).reduce((sum, name) => sum + name.length * LETTER + BETWEEN, left),
  );
  return (
    <g transform={`translate(0 ${y})`}>
      {names.map((name, i) => {
        const look = own[name];
        const x = starts[i] ?? 0;
        return (
          <g key={i} className="tree-name" data-look={look ?? "added"}>
            {look === undefined && (
              <rect x={x - 3} y={2} width={name.length * LETTER + 6} height={18} rx={3} />
            )}
            <text x={x} y={15} textLength={name.length * LETTER}>
              {name}
            </text>
            {i < names.length - 1 && (
              <text className="tree-slash" x={x + name.length * LETTER + BETWEEN / 2} y={15}>
                /
              </text>
            )}
          </g>
        );
      })}
      {shape !== null && (
        <text className="tree-shape" x={right} y={15}>
          {shape.replace("x", " × ")}
        </text>
      )}
    </g>
  );
}
