import type { AnyEquation, Atom, Jaxpr } from "./jaxpr";

/** Whether an equation does something besides giving results: it shows values, here or further inside. */
function hasEffect(equation: AnyEquation): boolean {
  if (equation.prim !== "call") return false;
  const { call } = equation;
  switch (call.kind) {
    case "debug_print":
      return true;
    case "jit":
      return call.jaxpr.equations.some(hasEffect);
    case "scan":
      return call.body.jaxpr.equations.some(hasEffect);
    case "while":
      return [call.cond, call.body].some(({ jaxpr }) => jaxpr.equations.some(hasEffect));
    case "cond":
      return call.branches.some(({ jaxpr }) => jaxpr.equations.some(hasEffect));
    case "custom_jvp_call":
    case "custom_vjp_call":
      return call.staged?.jaxpr.equations.some(hasEffect) ?? false;
    case "custom_lin":
      return false;
  }
}

/** The same function without equations whose results nobody reads. */
export function withoutDeadCode(jaxpr: Jaxpr): Jaxpr {
  const { equations, outputs } = jaxpr;
  const used = new Set<Atom>(outputs);
  const kept: AnyEquation[] = [];
  for (let i = equations.length - 1; i >= 0; i--) {
    const equation = equations[i];
    if (!equation.outs.some((out) => used.has(out)) && !hasEffect(equation)) continue;
    equation.inputs.forEach((atom) => used.add(atom));
    kept.push(equation);
  }
  return { ...jaxpr, equations: kept.reverse() };
}
