/** What a trace shows, in words. */
import type { LossTraceModel } from "../../../figure-models/loss-trace-model";
import type { TraceGraph, TraceNode } from "./trace-graph";

/** The half that a leaf is of, by its path; null where the path does not tell. */
export function halfOf({ halves }: Pick<LossTraceModel, "halves">, path: string): number | null {
  const small = path.toLowerCase();
  const tests = [
    halves.findIndex(({ words }) => words.some((word) => small.includes(word))),
    halves.findIndex((half) => new RegExp(half.path).test(path)),
  ];
  return tests.find((half) => half !== -1) ?? null;
}

/** The last key of a leaf's path. */
export function lastKey(path: string): string {
  return /(\w+)['"\]]*$/.exec(path)?.[1] ?? path;
}

/** Where a half's gradient comes from, or where it ends. */
export function traceSentence(model: LossTraceModel, graph: TraceGraph): string {
  const operations = graph.nodes.filter(({ kind }) => kind === "operation").length;
  const halves = model.halves.map((_, half) => halfSaid(model, graph, half)).filter(Boolean);
  return [
    `${operations} operation${operations === 1 ? "" : "s"} from the leaves to the loss.`,
    ...halves,
  ].join(" ");
}

function halfSaid({ halves }: LossTraceModel, graph: TraceGraph, half: number): string {
  const name = halves[half]?.name ?? "";
  const leaves = graph.nodes.filter(({ kind, halves: own }) => kind === "leaf" && own.has(half));
  if (leaves.length === 0)
    return `No leaf of the ${name} half is an argument, so it has no gradient.`;
  const lost = leaves.filter(({ alive }) => !alive);
  if (lost.length === 0) return `Every leaf of the ${name} half reaches it.`;
  const labels = lost.map(({ label }) => lastKey(label)).join(" and ");
  const subject =
    lost.length === leaves.length
      ? `The path of the ${name} half is cut`
      : `In the ${name} half the path of ${labels} is cut`;
  return `${subject}: ${whereCut(graph, lost)}, and the gradient is 0 there.`;
}

function whereCut({ nodes }: TraceGraph, lost: readonly TraceNode[]): string {
  const used = (node: TraceNode) =>
    nodes.some(({ inputs }) => inputs.includes(nodes.indexOf(node)));
  if (lost.every((node) => !used(node))) return "the loss does not use it";
  const cuts = nodes.filter((node) => isCut(nodes, node)).map(({ label }) => `\`${label}\``);
  return cuts.length > 0
    ? `${[...new Set(cuts)].join(" and ")} passes on a value and no gradient`
    : "what is computed from it does not reach the loss";
}

/** Whether a half's gradient ends at this node. */
export function isCut(nodes: readonly TraceNode[], { cuts, inputs, alive }: TraceNode): boolean {
  return cuts && alive && inputs.some((input) => (nodes[input]?.halves.size ?? 0) > 0);
}
