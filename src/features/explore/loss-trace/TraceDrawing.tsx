import { memo, useId } from "react";
import type { LossTraceModel } from "../../../figure-models/loss-trace-model";
import type { TraceGraph, TraceNode } from "./trace-graph";
import { NODE } from "./trace-layout";
import type { PlacedEdge, TraceLayout } from "./trace-layout";
import { isCut, lastKey } from "./trace-words";
import "./trace-drawing.css";

export type TraceDrawingProps = {
  model: LossTraceModel;
  graph: TraceGraph;
  layout: TraceLayout;
  label: string;
};

/** The operations of a loss: each half's at its side, what both pass through in the middle, and where a gradient ends. */
export const TraceDrawing = memo(function TraceDrawing(props: TraceDrawingProps) {
  const { model, graph, layout, label } = props;
  const id = useId();
  const { width, height, lanes } = layout;
  const titles = [model.halves[0].name, "both", model.halves[1].name];
  const looks = [model.halves[0].look, "plain", model.halves[1].look] as const;
  const cuts = graph.nodes.some((node) => isCut(graph.nodes, node));
  return (
    <svg
      data-export
      className="trace-drawing"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <marker
        id={id}
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="7"
        markerHeight="7"
        markerUnits="userSpaceOnUse"
        orient="auto"
      >
        <path className="trace-tip" d="M0 .5 8 4 0 7.5z" />
      </marker>
      {titles.map((title, lane) => (
        <text key={title} className="trace-title" data-look={looks[lane]} x={lanes[lane]} y="14">
          {title}
        </text>
      ))}
      {layout.edges.map((edge) => (
        <path
          key={`${edge.from} ${edge.to}`}
          className="trace-edge"
          data-look={edgeLook(edge, graph)}
          data-dead={isDead(edge, graph)}
          d={edge.path}
          markerEnd={`url(#${id})`}
        />
      ))}
      {layout.nodes.map(({ node: at, lane, x, y }) => {
        const node = graph.nodes[at];
        return (
          node && (
            <g
              key={at}
              className="trace-node"
              data-kind={node.kind}
              data-look={looks[lane]}
              data-dead={node.kind !== "captured" && !node.alive}
              transform={`translate(${x - layout.nodeWidth / 2} ${y})`}
            >
              <NodeBox node={node} width={layout.nodeWidth} isLoss={at === graph.loss} />
              {((node.kind === "leaf" && !node.alive && !cuts) || isCut(graph.nodes, node)) && (
                <path className="trace-cut" d="M-5-5 5 5M5-5-5 5" />
              )}
            </g>
          )
        );
      })}
    </svg>
  );
});

type NodeBoxProps = { node: TraceNode; width: number; isLoss: boolean };

function NodeBox({ node, width, isLoss }: NodeBoxProps) {
  const round = node.kind === "operation" ? 4 : NODE.height / 2;
  const name = node.kind === "leaf" ? lastKey(node.label) : node.label;
  return (
    <>
      <rect width={width} height={NODE.height} rx={round} />
      <text className="trace-name" x={width / 2} y="14">
        {name}
      </text>
      <text className="trace-type" x={width / 2} y="27">
        {isLoss ? `loss ${node.type}` : node.type}
      </text>
    </>
  );
}

function edgeLook({ from }: PlacedEdge, { nodes }: TraceGraph): string {
  const halves = nodes[from]?.halves ?? new Set();
  if (halves.size === 0) return "none";
  return halves.size > 1 ? "plain" : halves.has(0) ? "first" : "second";
}

/** Where a value passes and no gradient of a half comes back. */
function isDead({ from, to }: PlacedEdge, { nodes }: TraceGraph): boolean {
  const [source, target] = [nodes[from], nodes[to]];
  return source !== undefined && source.halves.size > 0 && (!source.alive || target?.cuts === true);
}
