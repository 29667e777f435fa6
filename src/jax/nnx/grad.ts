import { logCall, programLine } from "../base/call-log";
import type { JaxArray } from "../array/array";
import { JaxTypeError } from "../base/errors";
import { reprOf } from "../tree/repr-of";
import { argumentPositions } from "../transform/argnums";
import { differentiate } from "../transform/gradient";
import { takeOptions } from "../transform/take-options";
import type { AnyFunction, GradientOf } from "../transform/types";
import { pythonTypeName } from "../tree/python-type-name";
import type { Cell } from "./cells";
import { DiffState } from "./diff-state";
import { toPredicate } from "./filter";
import type { Module } from "./module";
import type { Part } from "./parts";
import { partOf, shared } from "./parts";
import type { StateOf } from "./state";
import { callTraced } from "./traced-call";
import { Param } from "./variable";

type Argnum = number | DiffState;
type Argnums = Argnum | readonly Argnum[];

/** The gradient of an argument: a State for a module, else the argument's own tree. */
type Gradient<T> = T extends Module ? StateOf<T> : GradientOf<T>;
type PositionOf<N> = N extends DiffState<infer P> ? P : N extends number ? N : never;
type Gradients<A extends readonly unknown[], N> = N extends readonly Argnum[]
  ? { -readonly [K in keyof N]: Gradient<A[PositionOf<N[K]>]> }
  : Gradient<A[PositionOf<N>]>;

interface Plain<N> {
  /** Position, or positions, of the arguments to differentiate, 0 by default; DiffState for other variables than Params. */
  readonly argnums?: N;
  /** Whether the function returns `[loss, more]`, of which only the loss is differentiated. */
  readonly hasAux?: false;
}
interface WithAux<N> {
  readonly argnums?: N;
  readonly hasAux: true;
}

/**
 * A function that computes the gradient of `f` with respect to the Params of a module: an `nnx.State`. What `f` changes in
 * its modules (counters, statistics, random streams) stays changed.
 *
 * ```ts
 * const grads = nnx.grad((model, x) => model(x).sum())(model, x);
 * ```
 */
export function grad<A extends unknown[], const N extends Argnums = 0>(
  f: (...args: A) => unknown,
  options?: Plain<N>,
): (...args: A) => Gradients<A, N>;
export function grad<A extends unknown[], Aux, const N extends Argnums = 0>(
  f: (...args: A) => readonly [unknown, Aux],
  options: WithAux<N>,
): (...args: A) => [Gradients<A, N>, Aux];
export function grad(f: AnyFunction, options: object = {}): (...args: unknown[]) => unknown {
  const given = gradOptions("grad", f, options);
  const line = programLine();
  return (...args) => {
    logCall("grad", () => positionsOf(given), line);
    const { gradients, aux } = differentiateModules(f, args, given);
    return given.hasAux ? [gradients, aux] : gradients;
  };
}

/**
 * Like {@link grad}, but the function it gives returns `[loss, gradient]`, or `[[loss, more], gradient]` with `hasAux`.
 *
 * ```ts
 * const [loss, grads] = nnx.valueAndGrad((model) => model(x).sub(y).pow(2).mean())(model);
 * optimizer.update(model, grads);
 * ```
 */
export function valueAndGrad<A extends unknown[], const N extends Argnums = 0>(
  f: (...args: A) => unknown,
  options?: Plain<N>,
): (...args: A) => [JaxArray, Gradients<A, N>];
export function valueAndGrad<A extends unknown[], Aux, const N extends Argnums = 0>(
  f: (...args: A) => readonly [unknown, Aux],
  options: WithAux<N>,
): (...args: A) => [[JaxArray, Aux], Gradients<A, N>];
export function valueAndGrad(
  f: AnyFunction,
  options: object = {},
): (...args: unknown[]) => unknown {
  const given = gradOptions("value_and_grad", f, options);
  const line = programLine();
  return (...args) => {
    logCall("value_and_grad", () => positionsOf(given), line);
    const { value, gradients, aux } = differentiateModules(f, args, given);
    return [given.hasAux ? [value, aux] : value, gradients];
  };
}

type Given = {
  readonly name: "grad" | "value_and_grad";
  readonly argnums: Argnums;
  readonly hasAux: boolean;
};

function gradOptions(name: Given["name"], f: unknown, options: object): Given {
  const { argnums = 0, hasAux = false }: Partial<Given> = takeOptions(name, f, options, [
    "argnums",
    "hasAux",
  ]);
  return { name, argnums, hasAux };
}

function positionsOf({ argnums }: Given): number[] {
  return [argnums].flat().map((one) => (one instanceof DiffState ? one.argnum : one));
}

function differentiateModules(
  f: AnyFunction,
  args: readonly unknown[],
  { name, argnums, hasAux }: Given,
): { value: JaxArray; aux: unknown; gradients: unknown } {
  const states = [argnums]
    .flat()
    .map((one) => (one instanceof DiffState ? one : new DiffState(one, Param)));
  const positions = argumentPositions(
    Array.isArray(argnums) ? states.map(({ argnum }) => argnum) : states[0].argnum,
    args.length,
    name,
  );
  const parts = states.map(({ filter }, i) => partOf(args[positions[i]], toPredicate(filter)));
  let changed: readonly Cell[] = [];
  const run = (arrays: readonly JaxArray[]): [unknown, object] => {
    let traced: unknown[] = [];
    const call = callTraced(
      args,
      () => (traced = placed(args, positions, parts, arrays)),
      () => lossAndMore(Reflect.apply(f, undefined, traced), hasAux),
    );
    changed = call.changed;
    const [loss, more] = call.result;
    return [loss, { more, values: call.values }];
  };
  const arrays = parts.flatMap((part) => part.arrays);
  const all = differentiate(run, [arrays], { argnums: 0, hasAux: true, name });
  const { more, values } = all.aux as { more: unknown; values: readonly unknown[] };
  changed.forEach((cell, i) => cell.write(values[i]));
  // The gradient of a list of arrays is a list of arrays.
  const own = shared(parts, all.gradients as readonly JaxArray[]);
  const gradients = parts.map((part, i) => part.gradient(own[i]));
  return {
    value: all.value,
    aux: more,
    gradients: Array.isArray(argnums) ? gradients : gradients[0],
  };
}

function placed(
  args: readonly unknown[],
  positions: readonly number[],
  parts: readonly Part[],
  arrays: readonly JaxArray[],
): unknown[] {
  const all = [...args];
  shared(parts, arrays).forEach((own, i) => (all[positions[i]] = parts[i].place(own)));
  return all;
}

function lossAndMore(result: unknown, hasAux: boolean): readonly [unknown, unknown] {
  if (!hasAux) return [result, null];
  if (Array.isArray(result) && result.length === 2) return [result[0], result[1]];
  throw new JaxTypeError(
    `expected function with aux output to return a two-element tuple, but got type <class '${pythonTypeName(result)}'> with value ${reprOf(result)}`,
  );
}
