import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseJaxpr } from "../../../reading/jaxpr/parse-jaxpr";
import { traceGraph } from "./trace-graph";

type Recorded = { name: string; jaxpr: string; leaves: string[]; alive: boolean[] };
const golden: { cases: Recorded[] } = JSON.parse(
  readFileSync(new URL("../../../../golden/recordings/loss_traces.json", import.meta.url), "utf8"),
);

function graphOf({ jaxpr, leaves }: Recorded) {
  const graph = traceGraph(
    jaxpr,
    leaves.map((label) => ({ label, half: /params|linen/.test(label) ? 1 : 0 })),
  );
  if (!graph) throw new Error("the text cannot be read");
  return graph;
}
function recorded(name: string): Recorded {
  const found = golden.cases.find((each) => each.name === name);
  if (!found) throw new Error(`nothing recorded as ${name}`);
  return found;
}

describe("traceGraph", () => {
  it.each(golden.cases)(
    "$name: the leaves that it reaches are those with a gradient in JAX",
    (case_) => {
      const { nodes } = graphOf(case_);
      const leaves = nodes.filter(({ kind }) => kind === "leaf");
      expect(leaves.map(({ alive }) => alive)).toEqual(case_.alive);
      expect(leaves.map(({ label }) => label)).toEqual(case_.leaves);
    },
  );

  it("puts operations in the order of the loss, functions that it calls among them", () => {
    const labels = graphOf(recorded("right"))
      .nodes.filter(({ kind }) => kind === "operation")
      .map(({ label }) => label);
    expect(labels).toEqual([
      "dot_general",
      "add",
      "relu",
      "dot_general",
      "add",
      "sub",
      "integer_pow",
      "reduce_sum",
      "div",
    ]);
    const jitted = graphOf(recorded("jit"));
    expect(
      jitted.nodes.filter(({ kind }) => kind === "operation").map(({ label }) => label),
    ).toEqual(labels);
    expect(jitted.nodes[jitted.loss ?? -1]?.label).toBe("div");
  });

  it("knows the halves of each operation", () => {
    const { nodes } = graphOf(recorded("right"));
    const halves = nodes
      .filter(({ kind }) => kind === "operation")
      .map((node) => [...node.halves].sort().join(""));
    expect(halves).toEqual(["0", "0", "0", "01", "01", "01", "01", "01", "01"]);
  });

  it("finds what cuts", () => {
    const cutting = (name: string) =>
      graphOf(recorded(name))
        .nodes.filter(({ cuts, halves }) => cuts && halves.size === 0)
        .map(({ label }) => label);
    expect(cutting("stop_gradient")).toEqual(["stop_gradient"]);
    expect(cutting("jit with stop_gradient")).toEqual(["stop_gradient"]);
    expect(cutting("rounded")).toEqual(["round"]);
    expect(cutting("where and tanh")).toEqual(["gt"]);
    expect(cutting("right")).toEqual([]);
  });

  it("reads no half of a text", () => {
    const { jaxpr, leaves } = recorded("right");
    expect(parseJaxpr(jaxpr.slice(0, -30))).toBeNull();
    expect(parseJaxpr("nothing of the kind")).toBeNull();
    expect(
      traceGraph(
        jaxpr,
        leaves.slice(1).map((label) => ({ label, half: 0 })),
      ),
    ).toBeNull();
    expect(parseJaxpr("{ lambda ; a:f32[4]. let b:f32[4] = max a 0.0:f32[] in (b,) }")).toEqual({
      constants: [],
      arguments: [{ name: "a", type: "f32[4]" }],
      equations: [
        {
          outputs: [{ name: "b", type: "f32[4]" }],
          primitive: "max",
          name: null,
          inputs: ["a", "0.0:f32[]"],
          inner: null,
        },
      ],
      outputs: ["b"],
    });
  });
});
