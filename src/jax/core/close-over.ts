import type { JaxArray } from "../array/array";
import type { Jaxpr } from "./jaxpr";

/** Makes captured tracers of outer transformations inputs, first in order. */
export function closeOver(jaxpr: Jaxpr): { jaxpr: Jaxpr; captured: JaxArray[] } {
  const isTracer = jaxpr.consts.map((x) => x.main !== null);
  if (!isTracer.includes(true)) return { jaxpr, captured: [] };
  const pick = <T>(list: readonly T[], tracers: boolean): T[] =>
    list.filter((_, i) => isTracer[i] === tracers);
  return {
    jaxpr: {
      ...jaxpr,
      constVars: pick(jaxpr.constVars, false),
      consts: pick(jaxpr.consts, false),
      inputs: [...pick(jaxpr.constVars, true), ...jaxpr.inputs],
    },
    captured: pick(jaxpr.consts, true),
  };
}
