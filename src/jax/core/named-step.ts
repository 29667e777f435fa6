import type { JaxArray } from "../array/array";
import { avalText } from "../array/aval";
import { closeOver } from "./close-over";
import { Call, type FlatFunction } from "./operation";
import { stage } from "./stage";
import { bindCall } from "./trace";

/** The steps of a jaxpr that is written to be read, by name, types and variant: equal ones are told once. */
type Reading = Map<string, Call>;

let reading: Reading | null = null;

/** Runs `body`, whose jaxpr is going to be read and not run: functions of the library show there as steps. */
export function whileRead<R>(body: () => R): R {
  const outer = reading;
  reading ??= new Map();
  try {
    return body();
  } finally {
    reading = outer;
  }
}

/** Whether a jaxpr is being written to be read. */
export function isWrittenToBeRead(): boolean {
  return reading !== null;
}

/** Which jaxpr is being written to be read; null for none. What is staged for one is of no use to others. */
export function currentReading(): object | null {
  return reading;
}

/**
 * A function of the library that JAX stages by itself: `jit[name=…]` in a jaxpr that is read, its operations alone
 * elsewhere, which run faster. `variant` says what else than the arguments' types decides about the operations.
 */
export function namedStep(
  name: string,
  args: readonly JaxArray[],
  run: FlatFunction,
  variant = "",
): JaxArray[] {
  if (reading === null) return [...run(args)];
  const key = [name, variant, ...args.map((x) => avalText(x, true))].join("|");
  const known = reading.get(key);
  if (known !== undefined) return bindCall(known, args);
  const avals = args.map(({ shape, dtype, weak }) => ({ shape, dtype, weak }));
  const { jaxpr, captured } = closeOver(stage(run, avals));
  const call = new Call(name, jaxpr);
  if (captured.length === 0) reading.set(key, call);
  return bindCall(call, [...captured, ...args]);
}
