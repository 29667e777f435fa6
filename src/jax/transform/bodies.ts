/** Staged functions as bodies of loops and branches, and the operations that run them. */
import type { JaxArray } from "../array/array";
import type { Aval } from "../array/aval";
import { Var, type Jaxpr } from "../core/jaxpr";
import { memo } from "../core/memo";
import { Call, Cond, Scan, While, type FlatFunction } from "../core/operation";
import { stage } from "../core/stage";
import { bindCall } from "../core/trace";
import type { TraceInfo } from "../core/trace-info";

/** A staged function; its first inputs are the arrays that it reads from outside. */
export interface Body {
  readonly call: Call;
  readonly captured: readonly JaxArray[];
}

export function typeOf({ shape, dtype, weak }: Aval): Aval {
  return { shape, dtype, weak };
}

/** Stages a function. What it reads from outside becomes arguments, so that it is shown and shared. */
export function stageBody(f: FlatFunction, avals: readonly Aval[], info: TraceInfo): Body {
  const jaxpr = stage(f, avals, info);
  const hoisted = {
    ...jaxpr,
    constVars: [],
    consts: [],
    inputs: [...jaxpr.constVars, ...jaxpr.inputs],
  };
  return { call: new Call(info.name, hoisted), captured: jaxpr.consts };
}

/** How a scan runs its body: on how many arrays of carry, how often, and from which end. */
export interface ScanShape {
  readonly carried: number;
  readonly length: number;
  readonly reverse: boolean;
}

/** Runs a body on carry and rows. Arguments are the carry, then the scanned arrays. */
export function bindScan(
  { call, captured }: Body,
  { carried, length, reverse }: ScanShape,
  args: readonly JaxArray[],
): JaxArray[] {
  const scan = memo(
    call,
    `scan ${carried} ${length} ${reverse}`,
    () => new Scan(call, captured.length, carried, length, reverse),
  );
  return bindCall(scan, [...captured, ...args]);
}

/** Runs a body on the carry while a condition holds. */
export function bindWhile(cond: Body, body: Body, carry: readonly JaxArray[]): JaxArray[] {
  const loop = new While(cond.call, cond.captured.length, body.call, body.captured.length);
  return bindCall(loop, [...cond.captured, ...body.captured, ...carry]);
}

/** Runs the branch that an index names. */
export function bindBranch(
  branches: readonly Body[],
  index: JaxArray,
  operands: readonly JaxArray[],
): JaxArray[] {
  const { captured, calls } = joined(branches);
  return bindCall(new Cond(calls), [index, ...captured, ...operands]);
}

/** All branches take what any of them reads from outside. */
function joined(branches: readonly Body[]): {
  captured: readonly JaxArray[];
  calls: readonly Call[];
} {
  const captured = [...new Set(branches.flatMap((branch) => branch.captured))];
  if (captured.length === 0) return { captured, calls: branches.map(({ call }) => call) };
  const avals = captured.map(typeOf);
  const calls = branches.map((branch) => {
    const { shown, name } = branch.call;
    const own = new Map(branch.captured.map((x, i) => [x, shown.inputs[i]]));
    const extra = captured.map((x, i) => own.get(x) ?? new Var(avals[i]));
    const jaxpr: Jaxpr = {
      ...shown,
      inputs: [...extra, ...shown.inputs.slice(branch.captured.length)],
    };
    return new Call(name, jaxpr);
  });
  return { captured, calls };
}
