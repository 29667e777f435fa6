import type { JaxArray } from "../../jax/array/array";
import { filled } from "../../jax/array/concrete";
import type { LinearProgram } from "../../jax/core/linear-trace";
import {
  jvpWith,
  linearize,
  linearProgram,
  replay,
  transposeProgram,
} from "../../jax/core/linearize";
import { convert, zerosOf } from "../../jax/core/ops";
import { adopt, type Scope } from "../../jax/array/scope";
import type { Storage } from "../../jax/array/storage";
import { isFloating } from "../../jax/base/dtype";
import { residuals, settle } from "../../jax/transform/settle";
import { flatFunction, type PythonFunction } from "./callback";
import { endHolder, makeHolder, readHolder, type Holder } from "./loans";
import { disown, get, isBusy, pin, putAll, sweep } from "./slots";

/** Cotangents of the inputs, zeros where there are none. */
function backward(
  program: LinearProgram,
  cts: readonly (JaxArray | null)[],
  primals: readonly JaxArray[],
): JaxArray[] {
  const back = transposeProgram(program, cts);
  return primals.map((x, i) => {
    const ct = back[i];
    return ct === null ? zerosOf(x) : convert(ct, x.dtype, x.weak);
  });
}

/**
 * Values of a function and the gradient of its first one, a scalar: numbers of all outputs, `|`, numbers
 * of the gradients.
 */
export function valueAndGrad(callback: PythonFunction, ...ids: number[]): string {
  const primals = ids.map(get);
  const created: Scope = [];
  const wanted = primals.map(() => true);
  const { outs, program } = linearize(flatFunction(callback), primals, wanted, created);
  const outer = adopt(created);
  let gradients: JaxArray[];
  try {
    const seed = filled([], outs[0].dtype, false, 1);
    gradients = backward(program, [seed, ...outs.slice(1).map(() => null)], primals);
  } finally {
    adopt(outer);
  }
  settle(created, [...outs, ...gradients]);
  const result = `${putAll(outs)}|${putAll(gradients)}`;
  sweep();
  return result;
}

/** A derivative that Python holds; what it reads stays until it is ended. */
interface Derivative {
  readonly program: LinearProgram;
  readonly primals: readonly JaxArray[];
  readonly outs: readonly JaxArray[];
  readonly pins: readonly Storage[];
  readonly holder: Holder;
}
const derivatives = new Map<number, Derivative>();
let nextDerivative = 1;

/** Linearizes a function: the derivative's number, `|`, numbers of the outputs. */
export function linearized(callback: PythonFunction, ...ids: number[]): string {
  const primals = ids.map(get);
  const created: Scope = [];
  const wanted = primals.map(() => true);
  const { outs, program } = linearize(flatFunction(callback), primals, wanted, created);
  const kept = residuals(program);
  const pins = kept.map(pin).filter((storage) => storage !== null);
  settle(created, [...outs, ...kept]);
  const number = nextDerivative++;
  derivatives.set(number, { program, primals, outs, pins, holder: makeHolder() });
  const result = `${number}|${putAll(outs)}`;
  sweep();
  return result;
}

/** Records a function that is linear already: the number of its derivative, which is it. */
export function transposable(callback: PythonFunction, ...ids: number[]): string {
  const primals = ids.map(get);
  const created: Scope = [];
  const { program } = linearProgram(flatFunction(callback), primals, created);
  const kept = residuals(program);
  const pins = kept.map(pin).filter((storage) => storage !== null);
  settle(created, kept);
  const number = nextDerivative++;
  derivatives.set(number, { program, primals, outs: [], pins, holder: makeHolder() });
  sweep();
  return String(number);
}

function derivative(number: number): Derivative {
  const found = derivatives.get(number);
  if (found === undefined) throw new Error("This derivative has ended.");
  if (isBusy()) readHolder(found.holder);
  return found;
}

/** Cotangents of the inputs from those of the outputs (0: zero). */
export function pulledBack(number: number, ...cotangents: number[]): string {
  const { program, primals } = derivative(number);
  const cts = cotangents.map((id) => (id === 0 ? null : get(id)));
  const result = putAll(backward(program, cts, primals));
  sweep();
  return result;
}

/** Tangents of the outputs from those of the inputs. */
export function pushedForward(number: number, ...tangents: number[]): string {
  const { program, outs } = derivative(number);
  const moved = replay(program, tangents.map(get));
  return putAll(moved.map((t, i) => t ?? zerosOf(outs[i])));
}

/** Ends Python's hold on a derivative. */
export function endDerivative(number: number): void {
  const found = derivatives.get(number);
  if (found === undefined) return;
  derivatives.delete(number);
  found.pins.forEach(disown);
  endHolder(found.holder);
  sweep();
}

/** Values and tangents of a function along tangents: numbers of primals, then of as many tangents. */
export function jvp(callback: PythonFunction, ...ids: number[]): string {
  const all = ids.map(get);
  const primals = all.slice(0, all.length / 2);
  const tangents = all.slice(all.length / 2);
  const created: Scope = [];
  const along = tangents.map((t, i) => (isFloating(primals[i].dtype) ? t : null));
  const result = jvpWith(flatFunction(callback), primals, along, created);
  const moved = result.tangents.map((t, i) => t ?? zerosOf(result.outs[i]));
  settle(created, [...result.outs, ...moved]);
  const text = `${putAll(result.outs)}|${putAll(moved)}`;
  sweep();
  return text;
}
