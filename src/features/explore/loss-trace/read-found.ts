import type { LossTraceModel } from "../../../figure-models/loss-trace-model";
import type { FoundTrace } from "./read-trace";
import { traceGraph } from "./trace-graph";
import type { TraceGraph } from "./trace-graph";
import { halfOf, traceSentence } from "./trace-words";

/** A trace as a graph with its sentence; null where its text is not one that can be drawn. */
export function readFound(
  model: LossTraceModel,
  { jaxpr, leaves }: FoundTrace,
): { graph: TraceGraph; sentence: string } | null {
  const graph = traceGraph(
    jaxpr,
    leaves.map((label) => ({ label, half: halfOf(model, label) })),
  );
  return graph && { graph, sentence: traceSentence(model, graph) };
}
