import type { TraceGraph, TraceNode } from "./trace-graph";

export const NODE = { width: 96, height: 34 };
const PITCH = 48;
const TITLE = 24;
/** Room for edges: at the sides, and between two lanes. */
const ASIDE = 6;
const BETWEEN = 14;

export type PlacedNode = { node: number; lane: 0 | 1 | 2; x: number; y: number };
export type PlacedEdge = { from: number; to: number; path: string };
export type TraceLayout = {
  width: number;
  height: number;
  nodeWidth: number;
  nodes: readonly PlacedNode[];
  edges: readonly PlacedEdge[];
  /** Middles of the lanes: the first half's, of both, the second half's. */
  lanes: readonly [number, number, number];
};

/** The halves' operations in lanes at the sides, those of both between them; each below what it takes. */
export function layoutTrace({ nodes }: TraceGraph, width: number): TraceLayout {
  const lane = Math.min(124, Math.floor((width - 2 * ASIDE) / 3));
  const left = (width - 3 * lane) / 2;
  const lanes = [0, 1, 2].map((i) => left + (i + 0.5) * lane);
  const [first = 0, middle = 0, last = 0] = lanes;
  const taken = new Set<string>();
  const rows: number[] = [];
  const laneOf = nodes.map((node) => laneOfNode(node, nodes));
  for (const [i, { inputs }] of nodes.entries()) {
    let row = inputs.length === 0 ? 0 : 1 + Math.max(...inputs.map((input) => rows[input] ?? 0));
    while (taken.has(`${laneOf[i]} ${row}`)) row++;
    taken.add(`${laneOf[i]} ${row}`);
    rows.push(row);
  }
  const nodeWidth = Math.min(NODE.width, lane - BETWEEN);
  const placed = nodes.map((_, i): PlacedNode => {
    const own = laneOf[i] ?? 1;
    return {
      node: i,
      lane: own,
      x: [first, middle, last][own] ?? middle,
      y: TITLE + (rows[i] ?? 0) * PITCH,
    };
  });
  /** How many edges each lane has sent to others, so that they run beside each other. */
  const sent = [0, 0, 0];
  const edges = placed.flatMap((to, i) =>
    (nodes[i]?.inputs ?? []).flatMap((input): PlacedEdge[] => {
      const from = placed[input];
      if (!from) return [];
      const nth = from.lane === to.lane ? 0 : (sent[from.lane] ?? 0);
      if (from.lane !== to.lane) sent[from.lane] = nth + 1;
      return [{ from: input, to: i, path: edgePath(from, to, nodeWidth, nth) }];
    }),
  );
  return {
    width,
    nodeWidth,
    height: TITLE + Math.max(...rows, 0) * PITCH + NODE.height + 4,
    nodes: placed,
    edges,
    lanes: [first, middle, last],
  };
}

/** After a cut an operation is still of the side that its values come from. */
function laneOfNode(node: TraceNode, nodes: readonly TraceNode[]): 0 | 1 | 2 {
  const halves = node.halves.size > 0 ? node.halves : sidesOf(node, nodes);
  if (halves.size !== 1) return 1;
  return halves.has(0) ? 0 : 2;
}

function sidesOf(node: TraceNode, nodes: readonly TraceNode[]): ReadonlySet<number> {
  return new Set(node.inputs.flatMap((input) => [...(nodes[input]?.halves ?? [])]));
}

/** Straight down to a neighbour below, around what lies between on the same lane, through the gap to another. */
function edgePath(from: PlacedNode, to: PlacedNode, width: number, nth: number): string {
  const [y0, y1] = [from.y + NODE.height, to.y];
  if (from.lane === to.lane) {
    if (y1 - y0 < PITCH) return `M${from.x} ${y0}V${y1 - 1}`;
    const side = from.lane === 0 ? -1 : 1;
    const out = from.x + side * (width / 2 + 10);
    const [a, b] = [from.x + (side * width) / 4, to.x + (side * width) / 4];
    return `M${a} ${y0}C${out} ${y0 + 12} ${out} ${y0 + 12} ${out} ${y0 + 24}V${y1 - 20}C${out} ${y1 - 8} ${out} ${y1 - 8} ${b} ${y1 - 1}`;
  }
  const way = Math.sign(to.x - from.x);
  const [a, b] = [from.x + (way * width) / 2, to.x - (way * width) / 2];
  const gap = a + way * (4 + 4 * (nth % 3));
  const [ya, yb] = [from.y + NODE.height / 2, to.y + 8 + 8 * (nth % 3)];
  return `M${a} ${ya}H${gap}V${yb}H${b - way}`;
}
