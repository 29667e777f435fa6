import { isFloating } from "../base/dtype";
import type { Scope } from "../array/scope";
import { NotImplementedError } from "../base/errors";
import type { JaxArray } from "../array/array";
import type { Aval } from "../array/aval";
import { JvpTrace, JvpTracer, primalOf, tangentOf, type JvpOfCall } from "./jvp-trace";
import { addTangents } from "./jvp-rules";
import { jvpOperation } from "./jvp-operation";
import { LinearTrace, LinearTracer, type LinearProgram, type LinearStep } from "./linear-trace";
import type { FlatFunction } from "./operation";
import type { Primitive } from "../array/primitives";
import { bind, bindCall, withMain, type Main } from "./trace";
import { transposeRules } from "./transpose-rules";
import { transposeOperation } from "./transpose-operation";

/**
 * Runs a function at a point, computing values at once and recording the derivative. `wanted` says
 * for which inputs a derivative is taken; `created` gets the device arrays made for the tracers.
 */
export function linearize(
  f: FlatFunction,
  primals: readonly JaxArray[],
  wanted: readonly boolean[],
  created: Scope,
): { outs: JaxArray[]; program: LinearProgram } {
  return withMain(
    "linearize",
    (main) => new LinearTrace(main),
    false,
    (linearMain) => {
      const trace = linearMain.trace;
      if (!(trace instanceof LinearTrace)) throw new Error("The linear trace was replaced.");
      const inputs = primals.map((x, i) =>
        wanted[i] && isFloating(x.dtype) ? new LinearTracer(linearMain, x) : null,
      );
      const { outs, tangents } = jvpWith(f, primals, inputs, created);
      created.push(...linearMain.created);
      return { outs, program: { main: linearMain, inputs, steps: trace.steps, outputs: tangents } };
    },
  );
}

const derivativeOfCall: JvpOfCall = (call, primals, tangents) =>
  jvpOperation({ linearize, replay, jvpWith }, call, primals, tangents);

/** Runs a function on values and tangents together. */
export function jvpWith(
  f: FlatFunction,
  primals: readonly JaxArray[],
  tangents: readonly (JaxArray | null)[],
  created: Scope,
): { outs: JaxArray[]; tangents: (JaxArray | null)[] } {
  return withMain(
    "grad or jvp",
    (main) => new JvpTrace(main, derivativeOfCall),
    false,
    (main) => {
      const outs = f(primals.map((x, i) => new JvpTracer(main, x, tangents[i])));
      created.push(...main.created);
      return {
        outs: outs.map((out) => primalOf(out, main)),
        tangents: outs.map((out) => tangentOf(out, main)),
      };
    },
  );
}

/** Runs a linear program forwards on given tangents; null is zero. */
export function replay(
  program: LinearProgram,
  tangents: readonly (JaxArray | null)[],
  known: ReadonlyMap<JaxArray, JaxArray> = new Map(),
): (JaxArray | null)[] {
  const values = new Map<JaxArray, JaxArray | null>(known);
  program.inputs.forEach((input, i) => input && values.set(input, tangents[i]));
  const read = (x: JaxArray): JaxArray => {
    const value = values.get(x);
    if (value === undefined) return x;
    if (value === null) throw new Error("A linear program needs all of its tangents.");
    return value;
  };
  for (const step of program.steps) {
    const args = step.args.map(read);
    const outs =
      step.prim === "call" ? bindCall(step.call, args) : [bind(step.prim, args, step.params)];
    step.outs.forEach((out, i) => values.set(out, outs[i]));
  }
  return program.outputs.map((out) => out && read(out));
}

/** Runs a linear program backwards: the cotangent of each input, null where it is zero. */
export function transposeProgram(
  program: LinearProgram,
  cotangents: readonly (JaxArray | null)[],
): (JaxArray | null)[] {
  const { main, inputs, steps, outputs } = program;
  const isLinear = (x: JaxArray): boolean => x.main === main;
  outputs.forEach((out, i) => give(out, cotangents[i], main));
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i];
    const cts = step.outs.map(take);
    if (cts.every((ct) => ct === null)) continue;
    const linear = step.args.map(isLinear);
    if (step.prim === "call") {
      const back = transposeOperation(transposeProgram, step.call, cts, step.args, linear);
      step.args.forEach((arg, k) => linear[k] && give(arg, back[k], main));
      continue;
    }
    const [ct] = cts;
    if (ct === null) continue;
    const back = backwards(step, ct, linear);
    step.args.forEach((arg, k) => linear[k] && give(arg, back[k], main));
  }
  return inputs.map((input) => input && take(input));
}

function backwards(
  step: Exclude<LinearStep, { prim: "call" }>,
  ct: JaxArray,
  linear: readonly boolean[],
): readonly (JaxArray | null)[] {
  // The step's parameters belong to its primitive; the union hides that from the table's type.
  const rule = transposeRules[step.prim] as (
    ct: JaxArray,
    args: readonly JaxArray[],
    linear: readonly boolean[],
    params: unknown,
  ) => readonly (JaxArray | null)[];
  refuseProducts(step.prim, linear);
  return rule(ct, step.args, linear, step.params);
}

/** Derivatives are linear by themselves; a function that `linearTranspose` is given may multiply its inputs. */
function refuseProducts(prim: Primitive, linear: readonly boolean[]): void {
  const several = linear.filter(Boolean).length > 1;
  if (several && (prim === "mul" || prim === "dot_general"))
    throw new NotImplementedError(
      `The transpose of '${prim}' needs one factor that does not depend on the function's inputs: a product of two is not linear.`,
    );
  if (prim === "div" && linear[1])
    throw new NotImplementedError("nonlinear div can't be transposed");
}

/** A function that is linear already, recorded for inputs of the given types: nothing of it is computed. */
export function linearProgram(
  f: FlatFunction,
  avals: readonly Aval[],
  created: Scope,
): { outs: readonly JaxArray[]; program: LinearProgram } {
  return withMain(
    "linear_transpose",
    (main) => new LinearTrace(main),
    false,
    (main) => {
      const inputs = avals.map((aval) => new LinearTracer(main, aval));
      const outs = f(inputs);
      created.push(...main.created);
      const steps = main.trace instanceof LinearTrace ? main.trace.steps : [];
      return { outs, program: { main, inputs, steps, outputs: outs } };
    },
  );
}

function give(to: JaxArray | null, ct: JaxArray | null, main: Main): void {
  if (ct !== null && to instanceof LinearTracer && to.main === main) to.ct = addTangents(to.ct, ct);
}

function take(from: LinearTracer): JaxArray | null {
  const { ct } = from;
  from.ct = null;
  return ct;
}
