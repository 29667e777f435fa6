import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LESSONS } from "../../../lessons/index";
import { readFound } from "./read-found";
import { readTrace } from "./read-trace";
import { layoutTrace, NODE } from "./trace-layout";
import { MARK, traceProgram } from "./trace-program";
import { halfOf } from "./trace-words";

const found = LESSONS.flatMap(({ figures }) => Object.values(figures)).find(
  ({ kind }) => kind === "loss-trace",
);
if (found?.kind !== "loss-trace") throw new Error("no lesson has the figure");
const { model } = found;

type Recorded = { name: string; jaxpr: string; leaves: string[] };
const golden: { cases: Recorded[] } = JSON.parse(
  readFileSync(new URL("../../../../golden/recordings/loss_traces.json", import.meta.url), "utf8"),
);
function sentence(name: string): string {
  const recorded = golden.cases.find((each) => each.name === name);
  return (recorded && readFound(model, recorded)?.sentence) ?? "";
}

it("opens with what JAX prints of the text's loss", () => {
  expect(model.example.jaxpr).toBe(golden.cases.find(({ name }) => name === "right")?.jaxpr);
});

describe("the sentence of a trace", () => {
  it("says of each half whether its path is whole, and where it is cut", () => {
    expect(sentence("right")).toBe(
      "9 operations from the leaves to the loss. Every leaf of the NNX half reaches it. Every leaf of the Linen half reaches it.",
    );
    expect(sentence("stop_gradient")).toContain(
      "The path of the NNX half is cut: `stop_gradient` passes on a value and no gradient",
    );
    expect(sentence("jit with stop_gradient")).toContain("The path of the NNX half is cut");
    expect(sentence("encoder captured")).toContain(
      "The path of the NNX half is cut: the loss does not use it",
    );
    expect(sentence("head captured")).toContain("The path of the Linen half is cut");
    expect(sentence("bias left out")).toContain("In the NNX half the path of bias is cut");
    expect(sentence("one tree")).toContain("Every leaf of the Linen half reaches it.");
  });

  it("tells the halves by their words, then by the form of the tree", () => {
    const of = (path: string) => halfOf(model, path);
    expect(["nnx_params['kernel']", "n['bias']", "[0]['kernel']"].map(of)).toEqual([0, 0, 0]);
    expect(["l['params']['bias']", "model['linen']['params']['kernel']"].map(of)).toEqual([1, 1]);
    expect(of("weights[0]")).toBeNull();
  });
});

describe("readTrace", () => {
  const ended = (texts: string[], status: "done" | "error" = "done") => ({
    status,
    console: texts.map((text) => ({ level: "log" as const, text })),
    error: status === "error" ? { type: "TypeError", message: "no", line: 3, explain: null } : null,
  });
  it("joins the pieces of a report among what the program prints", () => {
    const text = JSON.stringify({ jaxpr: "{ lambda ;", leaves: ["a", "b"] });
    const lines = ["mine", MARK + text.slice(0, 10), "again", MARK + text.slice(10)];
    expect(readTrace(ended(lines))).toEqual({
      kind: "trace",
      trace: { jaxpr: "{ lambda ;", leaves: ["a", "b"] },
    });
  });

  it("takes nothing of another form", () => {
    for (const report of [
      "{",
      "null",
      '{"jaxpr": 3, "leaves": []}',
      '{"jaxpr": "a", "leaves": [1]}',
    ])
      expect(readTrace(ended([MARK + report])).kind).toBe("none");
  });

  it("says plainly that there is no loss to be found, and why", () => {
    expect(readTrace(ended([]))).toEqual({
      kind: "none",
      why: expect.stringContaining("the loss cannot be found in the program"),
    });
    expect(readTrace(ended([], "error"))).toEqual({
      kind: "none",
      why: expect.stringContaining("its loss cannot be found: TypeError: no"),
    });
    expect(readTrace(ended([`${MARK}{"error": "ConcretizationTypeError: a"}`], "error"))).toEqual({
      kind: "untraceable",
      error: "ConcretizationTypeError: a",
    });
  });
});

describe("traceProgram", () => {
  const traced = (source: string) =>
    traceProgram("typescript", { source, entry: "step", call: "0" });
  it("watches jax however TypeScript imports it, on the same line", () => {
    expect(traced('import * as jax from "jax";\nstep();')).toContain(
      "const jax = $watchedJax;\nstep();",
    );
    expect(traced("import j from 'jax'\n")).toContain("const j = $watchedJax;\n");
    expect(traced('import { tree, grad as g, valueAndGrad } from "jax";\n')).toContain(
      'import { tree } from "jax"; const { grad: g, valueAndGrad } = $watchedJax;\n',
    );
    expect(traced('import * as jnp from "jax/numpy";\n')).toContain(
      'import * as jnp from "jax/numpy";',
    );
  });

  it("hands Python's text over as it is", () => {
    const source = "print(\"a\\n\", 'b')\n# “é”\n";
    const program = traceProgram("python", { source, entry: "step", call: "0" });
    const literal = /compile\((".*"), "program.py"/.exec(program)?.[1] ?? "";
    expect(JSON.parse(literal)).toBe(source);
  });
});

describe.each([320, 343, 380])("the layout at %i pixels", (width) => {
  it.each(golden.cases)("keeps the operations of $name apart and in sight", (recorded) => {
    const graph = readFound(model, recorded)?.graph;
    if (!graph) throw new Error("the text cannot be read");
    const { nodes, height, nodeWidth } = layoutTrace(graph, width);
    expect(nodes).toHaveLength(graph.nodes.length);
    expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
    for (const { node, x, y } of nodes) {
      expect(x - nodeWidth / 2).toBeGreaterThanOrEqual(0);
      expect(x + nodeWidth / 2).toBeLessThanOrEqual(width);
      expect(y + NODE.height).toBeLessThanOrEqual(height);
      for (const input of graph.nodes[node]?.inputs ?? [])
        expect(nodes[input]?.y ?? NaN).toBeLessThan(y);
    }
  });
});
