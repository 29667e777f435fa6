import type { LossTraceModel } from "../../../figure-models/loss-trace-model";
import { layoutTrace } from "./trace-layout";
import { TraceDrawing } from "./TraceDrawing";
import { readFound } from "./read-found";

const WIDTH = 380;

/** The trace of the text's own loss, for paper and until the figure has come. */
export function LossTraceStill({ model }: { model: LossTraceModel }) {
  const found = readFound(model, model.example);
  if (!found) throw new Error("the example's trace cannot be read");
  const { graph, sentence } = found;
  return (
    <TraceDrawing model={model} graph={graph} layout={layoutTrace(graph, WIDTH)} label={sentence} />
  );
}
