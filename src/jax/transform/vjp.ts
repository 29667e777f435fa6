import type { JaxArray } from "../core/array";
import { tupleText } from "../core/aval";
import { filled } from "../core/concrete";
import { jvpWith, linearize as linearizeFlat, replay, transposeProgram } from "../core/linearize";
import { convert } from "../core/ops";
import type { Scope } from "../device/scope";
import { isFloating } from "../dtype";
import { JaxTypeError, ValueError } from "../errors";
import type { TreeDef } from "../tree/treedef";
import { flattenArrays, type ArrayTree } from "./leaves";
import { takeOptions } from "./options";
import { residuals, settle } from "./settle";
import type { AnyFunction, GradientOf } from "./types";

interface FlatCall {
  readonly run: (tracers: readonly JaxArray[]) => JaxArray[];
  readonly inputs: ArrayTree;
  outTree: TreeDef | null;
}

/** A function of trees as a function of flat arrays; the structure of its result is noted. */
function flatCall(f: AnyFunction, args: readonly unknown[]): FlatCall {
  const inputs = flattenArrays([...args]);
  const call: FlatCall = {
    inputs,
    outTree: null,
    run(tracers) {
      const actual = inputs.treedef.unflatten(tracers);
      const out = flattenArrays(Reflect.apply(f, undefined, Array.isArray(actual) ? actual : []));
      call.outTree = out.treedef;
      return out.arrays;
    },
  };
  return call;
}

function rebuild(call: FlatCall, arrays: readonly JaxArray[]): unknown {
  if (call.outTree === null) throw new Error("The function did not run.");
  return call.outTree.unflatten(arrays);
}

function zerosLike(x: JaxArray): JaxArray {
  return filled(x.shape, x.dtype, x.weak, 0);
}

/** Checks a tangent or cotangent tree against the values that it belongs to. */
function matching(
  tree: unknown,
  like: readonly JaxArray[],
  treedef: TreeDef,
  what: string,
): JaxArray[] {
  const given = flattenArrays(tree);
  if (!given.treedef.equals(treedef))
    throw new JaxTypeError(
      `The tree structure of ${what} must be that of the values: expected ${treedef.toString()}, got ${given.treedef.toString()}.`,
    );
  return given.arrays.map((x, i) => {
    const { shape, dtype, weak } = like[i];
    if (shape.length !== x.shape.length || shape.some((n, axis) => n !== x.shape[axis]))
      throw new ValueError(
        `${what} must have the shapes of the values: expected ${tupleText(shape)}, got ${tupleText(x.shape)}.`,
      );
    return isFloating(dtype) ? convert(x, dtype, weak) : x;
  });
}

/**
 * The value of a function at a point and its derivative in reverse: `[value, pullback]`, where
 * `pullback(cotangent)` is a list with one gradient per argument.
 */
export function vjp<A extends unknown[], R>(
  f: (...args: A) => R,
  ...args: A
): [R, (cotangent: unknown) => { -readonly [K in keyof A]: GradientOf<A[K]> }];
export function vjp(f: AnyFunction, ...args: unknown[]): unknown {
  takeOptions("vjp", f, {}, []);
  const call = flatCall(f, args);
  const { arrays, treedef } = call.inputs;
  const created: Scope = [];
  const { outs, program } = linearizeFlat(
    call.run,
    arrays,
    arrays.map(() => true),
    created,
  );
  settle(created, [...outs, ...residuals(program)]);
  const value = rebuild(call, outs);
  const pullback = (cotangent: unknown): unknown => {
    const cts = matching(cotangent, outs, call.outTree ?? treedef, "the cotangent");
    const back = transposeProgram(program, cts);
    return treedef.unflatten(
      arrays.map((x, i) => {
        const ct = back[i];
        return ct === null ? zerosLike(x) : convert(ct, x.dtype, x.weak);
      }),
    );
  };
  return [value, pullback];
}

/**
 * The value of a function and its derivative along tangents: `[value, tangent]`. `primals` and
 * `tangents` are lists with one entry per argument.
 */
export function jvp<A extends unknown[], R>(
  f: (...args: A) => R,
  primals: readonly [...A],
  tangents: readonly unknown[],
): [R, R];
export function jvp(
  f: AnyFunction,
  primals: readonly unknown[],
  tangents: readonly unknown[],
): unknown {
  takeOptions("jvp", f, {}, []);
  if (!Array.isArray(primals) || !Array.isArray(tangents))
    throw new JaxTypeError(
      "primal and tangent arguments to jax.jvp must be lists: jax.jvp(f, [x], [t]).",
    );
  const call = flatCall(f, primals);
  const { arrays, treedef } = call.inputs;
  const given = matching([...tangents], arrays, treedef, "the tangents");
  const created: Scope = [];
  const along = given.map((t, i) => (isFloating(arrays[i].dtype) ? t : null));
  const result = jvpWith(call.run, arrays, along, created);
  const moved = result.tangents.map((t, i) => t ?? zerosLike(result.outs[i]));
  settle(created, [...result.outs, ...moved]);
  return [rebuild(call, result.outs), rebuild(call, moved)];
}

/**
 * The value of a function at a point and its derivative there as a linear function:
 * `[value, derivative]`, where `derivative(...tangents)` runs only the linear part.
 */
export function linearize<A extends unknown[], R>(
  f: (...args: A) => R,
  ...args: A
): [R, (...tangents: unknown[]) => R];
export function linearize(f: AnyFunction, ...args: unknown[]): unknown {
  takeOptions("linearize", f, {}, []);
  const call = flatCall(f, args);
  const { arrays, treedef } = call.inputs;
  const created: Scope = [];
  const { outs, program } = linearizeFlat(
    call.run,
    arrays,
    arrays.map(() => true),
    created,
  );
  settle(created, [...outs, ...residuals(program)]);
  const value = rebuild(call, outs);
  const derivative = (...tangents: unknown[]): unknown => {
    const given = matching(tangents, arrays, treedef, "the tangents");
    const moved = replay(program, given).map((t, i) => t ?? zerosLike(outs[i]));
    return rebuild(call, moved);
  };
  return [value, derivative];
}
