/** A loss as a graph of operations: what each half's leaves pass through, and where their gradients end. */
import { parseJaxpr } from "../../../reading/jaxpr/parse-jaxpr";
import type { Equation, Jaxpr } from "../../../reading/jaxpr/parse-jaxpr";

export type TraceNode = {
  kind: "leaf" | "captured" | "operation";
  /** What it does, or where the leaf stands. */
  label: string;
  type: string;
  /** Places of the nodes that it takes, in the order of the graph. */
  inputs: readonly number[];
  /** The halves whose gradients pass through it; after a cut there are none. */
  halves: ReadonlySet<number>;
  /** The loss depends on it by a path that passes a gradient. */
  alive: boolean;
  /** It passes on a value and no gradient. */
  cuts: boolean;
};

export type TraceGraph = {
  nodes: readonly TraceNode[];
  /** The node that is the loss; null where that is an argument or a constant. */
  loss: number | null;
};

/** Functions of which the slope is zero, or is said to be. */
const WITHOUT_SLOPE = new Set(["stop_gradient", "round", "floor", "ceil", "sign"]);
/** What stands in a jaxpr for calling a function. */
const CALLS = new Set(["jit", "pjit", "closed_call", "core_call", "checkpoint", "remat", "remat2"]);

type Draft = {
  kind: TraceNode["kind"];
  label: string;
  type: string;
  inputs: number[];
  cuts: boolean;
};

/** Reads the graph; null where the text cannot be read or has not as many arguments as there are leaves. */
export function traceGraph(
  text: string,
  leaves: readonly { label: string; half: number | null }[],
): TraceGraph | null {
  const jaxpr = parseJaxpr(text);
  if (!jaxpr || jaxpr.arguments.length !== leaves.length) return null;
  const drafts: Draft[] = jaxpr.arguments.map(({ type }, i) => ({
    kind: "leaf",
    label: leaves[i]?.label ?? "",
    type,
    inputs: [],
    cuts: false,
  }));
  const results = place(
    jaxpr,
    jaxpr.arguments.map((_, i) => i),
    drafts,
  );
  const loss = results[0] ?? null;
  const halves = halvesOf(drafts, leaves);
  const alive = reachedFrom(drafts, loss);
  const nodes = drafts.map((draft, i) => ({
    ...draft,
    halves: halves[i] ?? new Set<number>(),
    alive: alive.has(i),
  }));
  return { nodes, loss };
}

/** Adds the nodes of a jaxpr, called functions in their place; gives those of its results, null for literals. */
function place(jaxpr: Jaxpr, args: readonly (number | null)[], drafts: Draft[]): (number | null)[] {
  const nodeOf = new Map<string, number | null>();
  jaxpr.arguments.forEach(({ name }, i) => nodeOf.set(name, args[i] ?? null));
  for (const { name, type } of jaxpr.constants) {
    nodeOf.set(name, drafts.length);
    drafts.push({ kind: "captured", label: "captured", type, inputs: [], cuts: false });
  }
  for (const equation of jaxpr.equations) {
    const inputs = equation.inputs.map((name) => nodeOf.get(name) ?? null);
    const results = isCall(equation)
      ? place(equation.inner, inputs, drafts)
      : equation.outputs.map(() => drafts.length);
    if (!isCall(equation)) drafts.push(operation(equation, inputs));
    equation.outputs.forEach(({ name }, i) => nodeOf.set(name, results[i] ?? null));
  }
  return jaxpr.outputs.map((name) => nodeOf.get(name) ?? null);
}

function isCall(equation: Equation): equation is Equation & { inner: Jaxpr } {
  return CALLS.has(equation.primitive) && equation.inner !== null;
}

function operation({ primitive, name, outputs }: Equation, inputs: (number | null)[]): Draft {
  const type = outputs[0]?.type ?? "";
  return {
    kind: "operation",
    label: /^custom_[jv]+p_call/.test(primitive) && name ? name : primitive,
    type,
    inputs: [...new Set(inputs.filter((input) => input !== null))],
    cuts: WITHOUT_SLOPE.has(primitive) || !/^b?f\d/.test(type),
  };
}

function halvesOf(
  drafts: readonly Draft[],
  leaves: readonly { half: number | null }[],
): ReadonlySet<number>[] {
  const halves: Set<number>[] = [];
  for (const [i, { kind, inputs, cuts }] of drafts.entries()) {
    const own = kind === "leaf" ? leaves[i]?.half : null;
    const passed = cuts ? [] : inputs.flatMap((input) => [...(halves[input] ?? [])]);
    halves.push(new Set([...(own === null || own === undefined ? [] : [own]), ...passed]));
  }
  return halves;
}

/** The nodes that the gradient of the loss comes to. */
function reachedFrom(drafts: readonly Draft[], loss: number | null): Set<number> {
  const reached = new Set<number>();
  const waiting = loss === null ? [] : [loss];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    const draft = drafts[at];
    if (draft && !draft.cuts) waiting.push(...draft.inputs);
  }
  return reached;
}
