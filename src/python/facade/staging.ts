import type { JaxArray } from "../../jax/array/array";
import { avalText, type Aval } from "../../jax/array/aval";
import { closeOver } from "../../jax/core/close-over";
import { Call } from "../../jax/core/operation";
import { jaxprText } from "../../jax/core/jaxpr-text";
import { whileRead } from "../../jax/core/named-step";
import { JaxprTrace, JaxprTracer, stage } from "../../jax/core/stage";
import { bindCall } from "../../jax/core/trace";
import type { Storage } from "../../jax/array/storage";
import type { TraceInfo } from "../../jax/core/trace-info";
import type { DType } from "../../jax/base/dtype";
import { stageBody, type Body } from "../../jax/transform/bodies";
import { flatFunction, type PythonFunction } from "./callback";
import { endHolder, makeHolder, readHolder, type Holder } from "./loans";
import { disown, get, isBusy, pin, put, putAll, sweep } from "./slots";

/** A staged function that Python holds; its constants stay until it is ended. */
export interface Staged extends Body {
  readonly pins: readonly Storage[];
  readonly holder: Holder;
}
const stagings = new Map<number, Staged>();
let nextStaging = 1;

/** Reads `~float32[2,3]`. */
function parseAval(text: string): Aval {
  const match = /^(~?)([^[]+)\[([\d,]*)\]$/.exec(text);
  if (match === null) throw new Error(`Not a type: ${text}`);
  const [, weak, dtype, axes] = match;
  // The text was written by avalText, or by Python's ShapeDtypeStruct from a dtype of ours.
  return {
    shape: axes === "" ? [] : axes.split(",").map(Number),
    dtype: dtype as DType,
    weak: weak === "~",
  };
}

/** Python describes the function and its arguments itself, in the texts of its errors. */
function traceInfo(name: string, transformation = "jit"): TraceInfo {
  return { transformation, name, inputs: () => [] };
}

/**
 * Stages a Python function: its number, the number of captured tracers (then it must not be kept) and
 * the types of its results, separated by spaces.
 */
export function staged(callback: PythonFunction, name: string, ...avals: string[]): string {
  const { jaxpr, captured } = closeOver(
    stage(flatFunction(callback), avals.map(parseAval), traceInfo(name)),
  );
  return kept({ call: new Call(name, jaxpr), captured });
}

/** {@link staged} for the body of a loop, a branch or what is computed twice: `kind` says what for. */
export function stagedBody(
  callback: PythonFunction,
  kind: string,
  name: string,
  ...avals: string[]
): string {
  return kept(stageBody(flatFunction(callback), avals.map(parseAval), traceInfo(name, kind)));
}

function kept({ call, captured }: Body): string {
  const pins = [...call.jaxpr.consts, ...captured].map(pin).filter((storage) => storage !== null);
  const number = nextStaging++;
  stagings.set(number, { call, captured, pins, holder: makeHolder() });
  sweep();
  const tracers = captured.filter(({ main }) => main !== null).length;
  const types = call.outAvals.map((aval) => avalText(aval, true));
  return [number, tracers, ...types].join(" ");
}

/** {@link staged} for a function whose operations are going to be read. */
export function stagedToRead(callback: PythonFunction, name: string, ...avals: string[]): string {
  return whileRead(() => staged(callback, name, ...avals));
}

/** The staged function with a number. */
export function staging(number: number): Staged {
  const found = stagings.get(number);
  if (found === undefined) throw new Error("This staged function has ended.");
  if (isBusy()) readHolder(found.holder);
  return found;
}

/** Runs a staged function of one result. */
export function runForOne(number: number, ...ids: number[]): number {
  return put(ran(number, ids)[0]);
}

/** Runs a staged function. */
export function runForAll(number: number, ...ids: number[]): string {
  return putAll(ran(number, ids));
}

function ran(number: number, ids: readonly number[]): JaxArray[] {
  const { call, captured } = staging(number);
  return bindCall(call, [...captured, ...ids.map(get)]);
}

/** JAX's text of a staged function. */
export function stagedText(number: number): string {
  return jaxprText(staging(number).call.jaxpr);
}

/** Ends Python's hold on a staged function. */
export function endStaged(number: number): void {
  const found = stagings.get(number);
  if (found === undefined) return;
  stagings.delete(number);
  found.pins.forEach(disown);
  endHolder(found.holder);
  sweep();
}

/** Positions of the inputs that a value under staging depends on, separated by spaces. */
export function dependsOn(id: number): string {
  const x = get(id);
  if (!(x instanceof JaxprTracer)) return "";
  const { trace } = x.main;
  return trace instanceof JaxprTrace ? trace.inputsOf(x.variable).join(" ") : "";
}
