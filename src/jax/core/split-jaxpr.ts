import type { Scope } from "../array/scope";
import type { JaxArray } from "../array/array";
import type { Aval } from "../array/aval";
import { evalJaxpr } from "./eval-jaxpr";
import { avalOf, type Jaxpr } from "./jaxpr";
import type { LinearProgram } from "./linear-trace";
import type { FlatFunction } from "./operation";
import { zerosOf } from "./ops";
import { stage } from "./stage";

/** Linearizing, which itself differentiates operations: hence handed in to their rules. */
export interface Linearizing {
  linearize(
    f: FlatFunction,
    primals: readonly JaxArray[],
    wanted: readonly boolean[],
    created: Scope,
  ): { outs: JaxArray[]; program: LinearProgram };
  replay(
    program: LinearProgram,
    tangents: readonly (JaxArray | null)[],
    known?: ReadonlyMap<JaxArray, JaxArray>,
  ): (JaxArray | null)[];
  jvpWith(
    f: FlatFunction,
    primals: readonly JaxArray[],
    tangents: readonly (JaxArray | null)[],
    created: Scope,
  ): { outs: JaxArray[]; tangents: (JaxArray | null)[] };
}

/** A staged function parted into what can be computed at once and what is linear in the tangents. */
export interface Split {
  /** Inputs → outputs, then residuals: what the linear part needs. */
  readonly known: Jaxpr;
  readonly residuals: readonly Aval[];
  /** Residuals, then tangents of the wanted inputs → tangents of the outputs that have one. */
  readonly linear: Jaxpr;
  readonly hasTangent: readonly boolean[];
}

/**
 * Parts a staged function. `wanted` says which inputs have a tangent (floats only); outputs named in
 * `forced` get a tangent even if it is always zero.
 */
export function splitJaxpr(
  by: Linearizing,
  jaxpr: Jaxpr,
  wanted: readonly boolean[],
  forced: readonly boolean[] = [],
): Split {
  const holder: { program: LinearProgram | null; residuals: JaxArray[] } = {
    program: null,
    residuals: [],
  };
  const avals = jaxpr.inputs.map((v) => v.aval);
  const known = stage((args) => {
    const run = (inputs: readonly JaxArray[]): JaxArray[] => evalJaxpr(jaxpr, inputs);
    const { outs, program } = by.linearize(run, args, wanted, []);
    holder.program = withoutDeadSteps(program);
    holder.residuals = residualsOf(holder.program);
    return [...outs, ...holder.residuals];
  }, avals);
  const { program, residuals } = holder;
  if (program === null) throw new Error("A staged function was not linearized.");
  const residualAvals = known.outputs.slice(jaxpr.outputs.length).map(avalOf);
  const hasTangent = program.outputs.map((t, i) => t !== null || forced[i] === true);
  const linear = stage(
    (args) => {
      const given = new Map(residuals.map((x, i) => [x, args[i]]));
      let next = residuals.length;
      const tangents = program.inputs.map((input) => (input === null ? null : args[next++]));
      return by
        .replay(program, tangents, given)
        .map((t, i) => t ?? zerosOf(avalOf(jaxpr.outputs[i])))
        .filter((_, i) => hasTangent[i]);
    },
    [...residualAvals, ...avals.filter((_, i) => program.inputs[i] !== null)],
  );
  return { known, residuals: residualAvals, linear, hasTangent };
}

/** The same program without the steps whose results nobody reads: what they read is not kept. */
function withoutDeadSteps(program: LinearProgram): LinearProgram {
  const read = new Set<JaxArray | null>(program.outputs);
  const steps = program.steps.toReversed().filter(({ args, outs }) => {
    const isRead = outs.some((out) => read.has(out));
    if (isRead) args.forEach((arg) => read.add(arg));
    return isRead;
  });
  return { ...program, steps: steps.reverse() };
}

/** The traced values that the linear steps read; plain constants stay inside the linear function. */
function residualsOf({ main, steps, outputs }: LinearProgram): JaxArray[] {
  const read = [...steps.flatMap(({ args }) => args), ...outputs];
  const found = read.filter((x) => x !== null && x.main !== null && x.main !== main);
  return [...new Set(found)].filter((x) => x !== null);
}

/**
 * Values and tangents together: inputs, then tangents of the wanted inputs → outputs, then tangents of
 * those in `forced`.
 */
export function jvpJaxpr(
  by: Linearizing,
  jaxpr: Jaxpr,
  wanted: readonly boolean[],
  forced: readonly boolean[],
): { jaxpr: Jaxpr; hasTangent: readonly boolean[] } {
  const holder: { hasTangent: readonly boolean[] } = { hasTangent: [] };
  const avals = jaxpr.inputs.map((v) => v.aval);
  const tangentAvals = avals.filter((_, i) => wanted[i]);
  const moved = stage(
    (args) => {
      let next = avals.length;
      const tangents = wanted.map((isWanted) => (isWanted ? args[next++] : null));
      const run = (inputs: readonly JaxArray[]): JaxArray[] => evalJaxpr(jaxpr, inputs);
      const result = by.jvpWith(run, args.slice(0, avals.length), tangents, []);
      holder.hasTangent = result.tangents.map((t, i) => t !== null || forced[i] === true);
      const own = result.tangents
        .map((t, i) => t ?? zerosOf(avalOf(jaxpr.outputs[i])))
        .filter((_, i) => holder.hasTangent[i]);
      return [...result.outs, ...own];
    },
    [...avals, ...tangentAvals],
  );
  return { jaxpr: moved, hasTangent: holder.hasTangent };
}

/** Tangents of the flagged entries, zeros where there is none. */
export function instantiate(
  values: readonly JaxArray[],
  tangents: readonly (JaxArray | null)[],
  wanted: readonly boolean[],
): JaxArray[] {
  return values.flatMap((x, i) => (wanted[i] ? [tangents[i] ?? zerosOf(x)] : []));
}

/**
 * Which parts of a loop's carry have a property (a tangent, a batch axis): those that have it at first,
 * and whatever the body then gives it to.
 */
export function fixpoint(
  first: readonly boolean[],
  step: (flags: readonly boolean[]) => readonly boolean[],
): readonly boolean[] {
  let flags = first;
  for (;;) {
    const after = step(flags);
    const next = flags.map((flag, i) => flag || after[i]);
    if (next.every((flag, i) => flag === flags[i])) return flags;
    flags = next;
  }
}
