import { sizeOf, type Aval } from "../array/aval";
import type { ConcreteArray } from "../array/concrete";
import type { Primitive } from "../array/primitives";
import { gpuFor, runElementwise } from "./device-elementwise";
import { commonStored } from "./elementwise";
import { checkSize } from "../array/limits";
import { prefersDeviceForAny } from "./place";
import { currentDevice } from "../array/tfjs";
import { snippetOf } from "./webgl/snippets";

/** One equation of a staged function; values are told apart by identity. */
type ElementwiseStep = {
  readonly inputs: readonly object[];
  readonly outs: readonly { readonly aval: Aval }[];
} & ({ readonly prim: Primitive; readonly params: object } | { readonly prim: "call" });

/** A staged function, as far as it is read here. */
interface ElementwiseSteps {
  readonly inputs: readonly object[];
  readonly equations: readonly ElementwiseStep[];
}

/** Whether elementwise operations are worth running as one. */
export function fusesElementwise(): boolean {
  return currentDevice() !== null;
}

interface Code {
  readonly names: readonly string[];
  /** One function a primitive. */
  readonly functions: string;
  /** The body of the function of all operands. */
  readonly body: string;
}

const written = new WeakMap<ElementwiseSteps, Code>();

function codeOf(group: ElementwiseSteps): Code {
  let code = written.get(group);
  if (code === undefined) written.set(group, (code = write(group)));
  return code;
}

function write({ inputs, equations }: ElementwiseSteps): Code {
  const names = new Map<object, string>(inputs.map((atom, i) => [atom, `v${i}`]));
  const functions = new Map<string, string>();
  const lines = equations.map((equation, i) => {
    const { prim, inputs: operands, outs } = equation;
    const snippet = equation.prim === "call" ? null : snippetOf(equation.prim, equation.params);
    if (snippet === null) throw new Error(`${prim} is not computed element by element.`);
    const parameters = snippet.parameters.map((name) => `float ${name}`).join(", ");
    const source = `(${parameters}) { ${snippet.body} }`;
    let name = functions.get(source);
    if (name === undefined) functions.set(source, (name = `f${functions.size}`));
    const result = `w${i}`;
    const call = `${name}(${operands.map((atom) => names.get(atom)).join(", ")})`;
    names.set(outs[0], result);
    return `float ${result} = ${call};`;
  });
  return {
    names: inputs.map((_, i) => `v${i}`),
    functions: [...functions].map(([source, name]) => `float ${name}${source}`).join("\n"),
    body: `${lines.join(" ")} return w${equations.length - 1};`,
  };
}

/** Runs elementwise equations with one result as one shader; null if the host should compute them. */
export function deviceFused(
  group: ElementwiseSteps,
  args: readonly ConcreteArray[],
): ConcreteArray | null {
  const out = group.equations[group.equations.length - 1].outs[0].aval;
  const rank = out.shape.length;
  const gpu = gpuFor(rank);
  const stored = commonStored(args, rank);
  if (gpu === null || !prefersDeviceForAny(sizeOf(stored), args)) return null;
  checkSize(sizeOf(out.shape));
  const { names, functions, body } = codeOf(group);
  const operands = args.map((array, i) => ({ name: names[i], array }));
  return runElementwise(gpu, operands, body, stored, out, functions);
}
