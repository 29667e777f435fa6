import { useMemo, useRef } from "react";
import type { LossTraceModel } from "../../../figure-models/loss-trace-model";
import { AsTable } from "../../../figures/parts/AsTable";
import type { FigurePlace } from "../../../figures/parts/figure-place";
import { FigureTools } from "../../../figures/parts/FigureTools";
import { HalvesLegend } from "../../../figures/parts/HalvesLegend";
import { useWidth } from "../../../figures/parts/use-width";
import type { Lab } from "../../../state/lab";
import { Button } from "../../../ui/Button";
import { InlineText } from "../../../ui/InlineText";
import { useScrollStop } from "../../../ui/use-scroll-stop";
import { readFound } from "./read-found";
import type { TraceGraph } from "./trace-graph";
import { layoutTrace } from "./trace-layout";
import { isCut, lastKey } from "./trace-words";
import { TraceDrawing } from "./TraceDrawing";
import { useOwnTrace } from "./use-own-trace";
import type { OwnTrace } from "./use-own-trace";
import "./loss-trace.css";

export type LossTraceProps = { model: LossTraceModel; place: FigurePlace; lab: Lab };

const WIDTH_BEFORE = 380;

/** What JAX sees of a loss: of the text's own, and on request of the one in the editor. */
export function LossTrace({ model, place, lab }: LossTraceProps) {
  const figure = useRef<HTMLDivElement>(null);
  const code = useRef<HTMLPreElement>(null);
  const scrollStop = useScrollStop(code);
  const [box, width] = useWidth<HTMLDivElement>(WIDTH_BEFORE);
  const { own, isOfText, start, stop } = useOwnTrace(lab, model);
  const ownTrace = own.kind === "ended" && own.report.kind === "trace" ? own.report.trace : null;
  const ownFound = useMemo(() => ownTrace && readFound(model, ownTrace), [model, ownTrace]);
  const example = useMemo(() => readFound(model, model.example), [model]);
  const found = ownFound ?? example;
  const shown = ownFound && ownTrace ? ownTrace : model.example;
  const layout = useMemo(() => found && layoutTrace(found.graph, width), [found, width]);
  if (!found || !layout) throw new Error("the example's trace cannot be read");
  return (
    <div className="loss-trace" ref={figure}>
      <div className="loss-trace-row needs-script">
        {own.kind === "pending" ? (
          <Button onClick={stop}>Stop</Button>
        ) : (
          <Button onClick={start}>Trace my loss</Button>
        )}
        {own.kind === "ended" && (
          <Button kind="text" onClick={stop}>
            Show the text’s loss
          </Button>
        )}
      </div>
      <p className="loss-trace-about" role="status">
        {aboutText(own, isOfText, ownFound !== null)}
      </p>
      <div className="loss-trace-pair">
        <div ref={box}>
          <TraceDrawing
            model={model}
            graph={found.graph}
            layout={layout}
            label={found.sentence.replaceAll("`", "")}
          />
        </div>
        <pre ref={code} tabIndex={scrollStop} aria-label="The trace as JAX prints it">
          <code>{shown.jaxpr}</code>
        </pre>
      </div>
      <HalvesLegend
        entries={model.halves.map(({ name, look }) => ({ text: `the ${name} half`, look }))}
      />
      <p className="loss-trace-says">
        <InlineText text={found.sentence} />
      </p>
      <div className="loss-trace-foot needs-script">
        <AsTable
          caption="The trace from its leaves to the loss."
          columns={["operation", "shape", "takes", "gradient for"]}
          rows={() => rowsOf(model, found.graph)}
        />
        <FigureTools place={place} state={{}} within={figure} />
      </div>
    </div>
  );
}

function aboutText(own: OwnTrace, isOfText: boolean, drawn: boolean): string {
  switch (own.kind) {
    case "none":
      return "The trace of the text’s loss. Your program runs in the sandbox when you ask for its own.";
    case "pending":
      return "Your program is running, to trace the first function that it differentiates.";
    case "ended":
      break;
  }
  const earlier = isOfText ? "" : " Your program has changed since.";
  switch (own.report.kind) {
    case "trace":
      return drawn
        ? `The trace of the first function that your program differentiates.${earlier}`
        : `Your loss was traced, and its trace is of a form that cannot be drawn here. Below is that of the text’s loss.${earlier}`;
    case "untraceable":
      return `Your loss cannot be traced: ${firstLine(own.report.error)}. Below is the trace of the text’s loss.${earlier}`;
    case "none":
      return `${own.report.why} Below is the trace of the text’s loss.${earlier}`;
  }
}

/** JAX's errors go on about what else may be done; the first line says what happened. */
function firstLine(error: string): string {
  return (error.split("\n")[0] ?? "").replace(/\.$/, "");
}

function rowsOf({ halves }: LossTraceModel, { nodes, loss }: TraceGraph): string[][] {
  const names = nodes.map(
    ({ kind, label }, i) => `${i + 1}. ${kind === "leaf" ? lastKey(label) : label}`,
  );
  return nodes.map((node, i) => [
    `${names[i]}${i === loss ? " (the loss)" : ""}`,
    node.type,
    node.inputs.map((input) => names[input]).join(", ") ||
      (node.kind === "leaf" ? node.label : "–"),
    isCut(nodes, node)
      ? "none: cut here"
      : node.alive
        ? [...node.halves].map((half) => halves[half]?.name).join(", ") || "–"
        : "none",
  ]);
}
