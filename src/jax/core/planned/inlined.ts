import { Var, type AnyEquation, type Atom, type Jaxpr } from "../jaxpr";
import type { Call, Operation } from "../operation";

/** The staged function that an operation is one call of; null for loops, branches and what shows values. */
function calledOnce(operation: Operation): Call | null {
  if (operation.kind === "jit") return operation;
  const isCustom = operation.kind === "custom_jvp_call" || operation.kind === "custom_vjp_call";
  return isCustom ? operation.staged : null;
}

/** A staged function with the functions that it calls written out in place. Constants of these stay what they are. */
export function inlined(jaxpr: Jaxpr): Jaxpr {
  const equations: AnyEquation[] = [];
  const constVars: Var[] = [];
  const consts: Jaxpr["consts"][number][] = [];
  const place = (inner: Jaxpr, values: Map<Atom, Atom>): void => {
    const read = (atom: Atom): Atom => values.get(atom) ?? atom;
    inner.constVars.forEach((variable, i) => {
      const own = new Var(variable.aval);
      values.set(variable, own);
      constVars.push(own);
      consts.push(inner.consts[i]);
    });
    for (const equation of inner.equations) {
      const inputs = equation.inputs.map(read);
      const called = equation.prim === "call" ? calledOnce(equation.call) : null;
      if (called !== null) {
        const inside = new Map<Atom, Atom>();
        called.jaxpr.inputs.forEach((variable, i) => inside.set(variable, inputs[i]));
        place(called.jaxpr, inside);
        equation.outs.forEach((out, i) => {
          const result = called.jaxpr.outputs[i];
          values.set(out, inside.get(result) ?? result);
        });
        continue;
      }
      // A function that is called twice has its variables twice.
      const outs = equation.outs.map((out) => new Var(out.aval));
      equation.outs.forEach((out, i) => values.set(out, outs[i]));
      equations.push({ ...equation, inputs, outs });
    }
  };
  const values = new Map<Atom, Atom>();
  place(jaxpr, values);
  return {
    constVars,
    consts,
    inputs: jaxpr.inputs,
    equations,
    outputs: jaxpr.outputs.map((atom) => values.get(atom) ?? atom),
  };
}
