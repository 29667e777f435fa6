import type { JaxArray } from "../array/array";
import { tupleText } from "../array/aval";
import { filled } from "../array/concrete";
import { linearize, transposeProgram } from "../core/linearize";
import { convert } from "../core/ops";
import { adopt, type Scope } from "../array/scope";
import { isFloating } from "../base/dtype";
import { JaxTypeError } from "../base/errors";
import { toArray } from "../numpy/as-array";
import { auxPair, valueText } from "./aux-pair";
import { argumentPositions, type Argnums } from "./argnums";
import { flattenArrays, openTree, type ArrayTree } from "./leaves";
import { settle } from "./settle";
import type { AnyFunction } from "./types";

/** What grad and valueAndGrad compute. */
export interface GradientResult {
  readonly value: JaxArray;
  readonly aux: unknown;
  /** One gradient, or a list of them where argnums is a list. */
  readonly gradients: unknown;
}

export interface GradientOptions {
  readonly argnums: Argnums;
  readonly hasAux: boolean;
  readonly name: "grad" | "value_and_grad";
}

/** Value, auxiliary results and gradients of a scalar function, with JAX's checks in JAX's order. */
export function differentiate(
  f: AnyFunction,
  args: readonly unknown[],
  { argnums, hasAux, name }: GradientOptions,
): GradientResult {
  const positions = argumentPositions(argnums, args.length, name);
  const trees = positions.map((position) => flattenArrays(args[position]));
  trees.forEach(({ arrays }) => arrays.forEach(checkInput));
  const primals = trees.flatMap(({ arrays }) => arrays);
  const holder: { rebuildAux: (arrays: readonly JaxArray[]) => unknown } = {
    rebuildAux: () => null,
  };
  const flat = (tracers: readonly JaxArray[]): JaxArray[] => {
    const result = callWith(f, args, positions, trees, tracers);
    const [output, aux] = hasAux ? auxPair(result) : [result, null];
    const loss = scalarOutput(output, name);
    const { arrays, rebuild } = openTree(aux);
    holder.rebuildAux = rebuild;
    return [loss, ...arrays];
  };
  const created: Scope = [];
  const wanted = primals.map(() => true);
  const { outs, program } = linearize(flat, primals, wanted, created);
  const [value, ...auxArrays] = outs;
  const gradients = backward(program, outs, primals, created);
  settle(created, [...outs, ...gradients]);
  return {
    value,
    aux: holder.rebuildAux(auxArrays),
    gradients: rebuildGradients(trees, gradients, argnums),
  };
}

function backward(
  program: Parameters<typeof transposeProgram>[0],
  outs: readonly JaxArray[],
  primals: readonly JaxArray[],
  created: Scope,
): JaxArray[] {
  const seed = filled([], outs[0].dtype, false, 1);
  const outer = adopt(created);
  try {
    const cts = transposeProgram(program, [seed, ...outs.slice(1).map(() => null)]);
    return primals.map((x, i) => {
      const ct = cts[i];
      return ct === null ? filled(x.shape, x.dtype, x.weak, 0) : convert(ct, x.dtype, x.weak);
    });
  } finally {
    adopt(outer);
  }
}

function callWith(
  f: AnyFunction,
  args: readonly unknown[],
  positions: readonly number[],
  trees: readonly ArrayTree[],
  tracers: readonly JaxArray[],
): unknown {
  const actual = [...args];
  let next = 0;
  trees.forEach(({ arrays, treedef }, i) => {
    actual[positions[i]] = treedef.unflatten(tracers.slice(next, next + arrays.length));
    next += arrays.length;
  });
  return Reflect.apply(f, undefined, actual);
}

function rebuildGradients(
  trees: readonly ArrayTree[],
  gradients: readonly JaxArray[],
  argnums: Argnums,
): unknown {
  let next = 0;
  const rebuilt = trees.map(({ arrays, treedef }) => {
    const mine = gradients.slice(next, next + arrays.length);
    next += arrays.length;
    return treedef.unflatten(mine);
  });
  return typeof argnums === "number" ? rebuilt[0] : rebuilt;
}

function checkInput({ dtype }: JaxArray): void {
  if (isFloating(dtype)) return;
  throw new JaxTypeError(
    `grad requires real- or complex-valued inputs (input dtype that is a sub-dtype of np.inexact), but got ${dtype}. If you want to use Boolean- or integer-valued inputs, use vjp or set allow_int to True.`,
  );
}

function scalarOutput(output: unknown, name: string): JaxArray {
  const array = toArray(output);
  const intro = "Gradient only defined for scalar-output functions. Output ";
  if (array === null) throw new JaxTypeError(`${intro}was ${valueText(output)}.`);
  if (array.shape.length > 0)
    throw new JaxTypeError(`${intro}had shape: ${tupleText(array.shape)}.`);
  if (isFloating(array.dtype)) return array;
  throw new JaxTypeError(
    `${name} requires real-valued outputs (output dtype that is a sub-dtype of np.floating), but got ${array.dtype}. For differentiation of functions with integer outputs, use jax.vjp directly.`,
  );
}
