import { logCall } from "../base/call-log";
import type { JaxArray } from "../array/array";
import { avalText, sameShape, tupleText } from "../array/aval";
import { isFloating } from "../base/dtype";
import { JaxTypeError, ValueError } from "../base/errors";
import { pythonTypeName } from "../tree/python-type-name";
import { treeDifferences } from "../tree/differences";
import { keystr } from "../tree/keys";
import { jvpFlat, linearizeFlat } from "./flat";
import { FlatCall, takeAuxOption } from "./flat-call";
import { flattenArrays } from "./leaves";
import { takeOptions } from "./take-options";
import { functionName } from "./parameter-names";
import type { AnyFunction, GradientOf } from "./types";

/** Arrays of a tree of cotangents, checked against the results that they belong to. */
function cotangents(
  tree: unknown,
  call: FlatCall,
  outs: readonly JaxArray[],
  name: string,
): JaxArray[] {
  const found = treeDifferences(call.value(outs), tree, "a pytree leaf");
  if (found.length > 0) {
    const lines = found.map(
      ({ path, first, second, reason }) =>
        `  * out${keystr(path)} was ${first} in the original output, but ${second} here, so ${reason}`,
    );
    throw new ValueError(
      `unexpected tree structure.\n\nThe argument to a VJP function returned by \`jax.vjp\` must match the pytree\nstructure of the differentiated function ${name}.\n\nBut the tree structures differ:\n${lines.join("\n")}.`,
    );
  }
  return flattenArrays(tree).arrays.map((ct, i) => {
    const y = outs[i];
    if (sameShape(ct.shape, y.shape) && (ct.dtype === y.dtype || !isFloating(y.dtype))) return ct;
    const type = avalText(y);
    throw new ValueError(
      `unexpected JAX type (e.g. shape/dtype) for argument to VJP function: got ${avalText(ct)}, but expected ${type} because the corresponding output of the differentiated function had JAX type ${type}`,
    );
  });
}

/**
 * The value of a function at a point and its derivative in reverse: `[value, pullback]`, where
 * `pullback(cotangent)` is a list with one gradient per argument. With `{ hasAux: true }` as last
 * argument the function returns `[value, more]`, and `more` comes as a third entry.
 */
export function vjp<A extends unknown[], R>(
  f: (...args: A) => R,
  ...args: A
): [R, (cotangent: unknown) => { -readonly [K in keyof A]: GradientOf<A[K]> }];
export function vjp<A extends unknown[], R, Aux>(
  f: (...args: A) => readonly [R, Aux],
  ...args: [...A, { hasAux: true }]
): [R, (cotangent: unknown) => { -readonly [K in keyof A]: GradientOf<A[K]> }, Aux];
export function vjp(f: AnyFunction, ...given: unknown[]): unknown {
  takeOptions("vjp", f, {}, []);
  const [args, hasAux] = takeAuxOption(given);
  logCall("vjp", () => args.map((_, position) => position));
  const call = new FlatCall(f, args, hasAux);
  const { outs, pull } = linearizeFlat(call.run, call.inputs.arrays);
  const pullback = (...seeds: unknown[]): unknown => {
    if (seeds.length !== 1)
      throw new JaxTypeError(
        `The function returned by \`jax.vjp\` applied to ${functionName(f)} takes one argument, the cotangent of its one result, but was called with ${seeds.length}. Put the parts of a list into one list.`,
      );
    const cts = cotangents(seeds[0], call, outs, functionName(f));
    const none = outs.slice(cts.length).map(() => null);
    return call.inputs.treedef.unflatten(pull([...cts, ...none]));
  };
  return hasAux ? [call.value(outs), pullback, call.aux(outs)] : [call.value(outs), pullback];
}

/** Checks tangents against the arguments that they belong to, with JAX's texts. */
function jvpTangents(primals: readonly unknown[], tangents: readonly unknown[]): JaxArray[] {
  const points = flattenArrays([...primals]);
  const given = flattenArrays([...tangents]);
  if (!given.treedef.equals(points.treedef))
    throw new JaxTypeError(
      `primal and tangent arguments to jax.jvp must have the same tree structure; primals have tree structure ${points.treedef.toString()} whereas tangents have tree structure ${given.treedef.toString()}.`,
    );
  return given.arrays.map((t, i) => {
    const x = points.arrays[i];
    const wanted = isFloating(x.dtype) ? x.dtype : "[('float0', 'V')]";
    if (t.dtype !== wanted)
      throw new JaxTypeError(
        `primal and tangent arguments to jax.jvp do not match; dtypes must be equal, or in case of int/bool primal dtype the tangent dtype must be float0.Got primal dtype ${x.dtype} and so expected tangent dtype ${wanted}, but got tangent dtype ${t.dtype} instead.`,
      );
    if (!sameShape(x.shape, t.shape))
      throw new ValueError(
        `jvp called with different primal and tangent shapes;Got primal shape ${tupleText(x.shape)} and tangent shape as ${tupleText(t.shape)}`,
      );
    return t;
  });
}

/**
 * The value of a function and its derivative along tangents: `[value, tangent]`. `primals` and
 * `tangents` are lists with one entry per argument. With `hasAux` the function returns
 * `[value, more]`, and `more` comes as a third entry.
 */
export function jvp<A extends unknown[], R>(
  f: (...args: A) => R,
  primals: readonly [...A],
  tangents: readonly unknown[],
): [R, R];
export function jvp<A extends unknown[], R, Aux>(
  f: (...args: A) => readonly [R, Aux],
  primals: readonly [...A],
  tangents: readonly unknown[],
  options: { readonly hasAux: true },
): [R, R, Aux];
export function jvp(
  f: AnyFunction,
  primals: readonly unknown[],
  tangents: readonly unknown[],
  options: { readonly hasAux?: boolean } = {},
): unknown {
  takeOptions("jvp", f, options, ["hasAux"]);
  if (!Array.isArray(primals) || !Array.isArray(tangents))
    throw new JaxTypeError(
      `primal and tangent arguments to jax.jvp must be tuples or lists; found ${pythonTypeName(primals)} and ${pythonTypeName(tangents)}.`,
    );
  const { hasAux = false } = options;
  const along = jvpTangents(primals, tangents);
  const call = new FlatCall(f, primals, hasAux);
  const { outs, tangents: moved } = jvpFlat(call.run, call.inputs.arrays, along);
  const both = [call.value(outs), call.value(moved)];
  return hasAux ? [...both, call.aux(outs)] : both;
}

/**
 * The value of a function at a point and its derivative there as a linear function:
 * `[value, derivative]`, where `derivative(...tangents)` runs only the linear part. With
 * `{ hasAux: true }` as last argument the function returns `[value, more]`, and `more` comes third.
 */
export function linearize<A extends unknown[], R>(
  f: (...args: A) => R,
  ...args: A
): [R, (...tangents: unknown[]) => R];
export function linearize<A extends unknown[], R, Aux>(
  f: (...args: A) => readonly [R, Aux],
  ...args: [...A, { hasAux: true }]
): [R, (...tangents: unknown[]) => R, Aux];
export function linearize(f: AnyFunction, ...given: unknown[]): unknown {
  takeOptions("linearize", f, {}, []);
  const [args, hasAux] = takeAuxOption(given);
  const call = new FlatCall(f, args, hasAux);
  const { arrays, treedef } = call.inputs;
  const { outs, push } = linearizeFlat(call.run, arrays);
  const derivative = (...tangents: unknown[]): unknown => {
    const along = flattenArrays(tangents);
    if (!along.treedef.equals(treedef))
      throw new JaxTypeError(`expected ${treedef.toString()}, got ${along.treedef.toString()}`);
    along.arrays.forEach((t, i) => {
      const x = arrays[i];
      if (sameShape(t.shape, x.shape) && (t.dtype === x.dtype || !isFloating(x.dtype))) return;
      throw new ValueError(
        `linearized function called on tangent values inconsistent with the original primal values:\nGot tangent aval ${avalText(t, true)} for primal aval ${avalText(x)} but expected ${avalText(x)}.`,
      );
    });
    return call.value(push(along.arrays));
  };
  return hasAux ? [call.value(outs), derivative, call.aux(outs)] : [call.value(outs), derivative];
}
