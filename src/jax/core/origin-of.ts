import type { JaxArray } from "../array/array";
import { JaxprTrace, JaxprTracer } from "./stage";
import { Tracer } from "./trace";

/**
 * JAX's line about why a value is not known: which function is being staged, and on which of its
 * arguments the value depends. Empty for values that are unknown for another reason.
 */
export function originOf(x: JaxArray): string {
  let value: JaxArray | null = x;
  while (value instanceof Tracer && !(value instanceof JaxprTracer)) value = value.inner();
  if (!(value instanceof JaxprTracer)) return "";
  const { trace } = value.main;
  if (!(trace instanceof JaxprTrace)) return "";
  const { name, transformation, inputs } = trace.info;
  const where = `The error occurred while tracing the function ${name} for ${transformation}.`;
  const names = inputs();
  const found = trace.inputsOf(value.variable).map((i) => names[i] ?? `args[${i}]`);
  if (found.length === 0) return `${where}\n`;
  return `${where} This concrete value was not available in Python because it depends on the ${list(found)}.\n`;
}

function list(names: readonly string[]): string {
  if (names.length === 1) return `value of the argument ${names[0]}`;
  if (names.length === 2) return `values of the arguments ${names[0]} and ${names[1]}`;
  return `values of the arguments ${names.slice(0, -1).join(", ")}, and ${names[names.length - 1]}`;
}
