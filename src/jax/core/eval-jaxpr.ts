import type { JaxArray } from "../array/array";
import { Var, type Atom, type Jaxpr } from "./jaxpr";
import { bind, bindCall } from "./trace";

/** Applies a staged function operation by operation, in whatever transformation is running. */
export function evalJaxpr(jaxpr: Jaxpr, args: readonly JaxArray[]): JaxArray[] {
  const values = new Map<Var, JaxArray>();
  jaxpr.constVars.forEach((v, i) => values.set(v, jaxpr.consts[i]));
  jaxpr.inputs.forEach((v, i) => values.set(v, args[i]));
  const read = (atom: Atom): JaxArray => {
    if (!(atom instanceof Var)) return atom.literal;
    const value = values.get(atom);
    if (value === undefined) throw new Error("A staged function read a value before it was made.");
    return value;
  };
  for (const equation of jaxpr.equations) {
    const inputs = equation.inputs.map(read);
    const outs =
      equation.prim === "call"
        ? bindCall(equation.call, inputs)
        : [bind(equation.prim, inputs, equation.params)];
    equation.outs.forEach((v, i) => values.set(v, outs[i]));
  }
  return jaxpr.outputs.map(read);
}
