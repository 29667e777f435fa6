import { JaxArray } from "../array/array";
import { sizeOf } from "../array/aval";
import { reshape, zerosOf } from "../core/ops";
import { isFloating } from "../base/dtype";
import { JaxTypeError } from "../base/errors";
import { eye } from "../numpy/creation";
import { treeMap } from "../tree/map";
import { argumentPositions, type Argnums } from "./argnums";
import { jvpFlat, linearizeFlat } from "./flat";
import { FlatCall } from "./flat-call";
import { flattenArrays } from "./leaves";
import { takeOptions } from "./take-options";
import type { AnyFunction } from "./types";
import { vmap } from "./vmap";

export interface JacobianOptions {
  /** Position, or positions, of the arguments to differentiate; 0 by default. */
  readonly argnums?: Argnums;
  /** Whether the function returns `[value, more]`; the result then is `[jacobian, more]`. */
  readonly hasAux?: boolean;
}

const OPTIONS = ["argnums", "hasAux"];

type Result = (...args: unknown[]) => unknown;

/** The function of the chosen arguments alone. */
function partial(f: AnyFunction, args: readonly unknown[], positions: readonly number[]) {
  return (...chosen: unknown[]): unknown => {
    const actual = [...args];
    positions.forEach((position, i) => (actual[position] = chosen[i]));
    return Reflect.apply(f, undefined, actual);
  };
}

function expectArray(value: unknown): JaxArray {
  if (value instanceof JaxArray) return value;
  throw new Error("A Jacobian was asked for something that is no array.");
}

/** Unit vectors of the shape of `x`, one per element, along a first axis. */
function basis(x: JaxArray): JaxArray {
  const size = sizeOf(x.shape);
  return reshape(eye(size, { dtype: x.dtype }), [size, ...x.shape]);
}

/**
 * The Jacobian by reverse differentiation, one run per output element; best for few outputs. Its shape
 * is the output's, then the argument's. Trees give trees: by output first, then by argument.
 */
export function jacrev(f: AnyFunction, options: JacobianOptions = {}): Result {
  takeOptions("jacrev", f, options, OPTIONS);
  const { argnums = 0, hasAux = false } = options;
  return (...args) => {
    const positions = argumentPositions(argnums, args.length, "jacrev");
    const chosen = positions.map((i) => args[i]);
    flattenArrays(chosen).arrays.forEach(({ dtype }) => {
      if (!isFloating(dtype))
        throw new JaxTypeError(
          `jacrev requires real- or complex-valued inputs (input dtype that is a sub-dtype of np.inexact), but got ${dtype}. If you want to use Boolean- or integer-valued inputs, use vjp or set allow_int to True.`,
        );
    });
    const call = new FlatCall(partial(f, args, positions), chosen, hasAux);
    const { outs, pull } = linearizeFlat(call.run, call.inputs.arrays);
    const own = call.own(outs);
    const none = outs.slice(own.length).map(() => null);
    own.forEach(({ dtype }) => {
      if (!isFloating(dtype))
        throw new JaxTypeError(
          `jacrev requires real-valued outputs (output dtype that is a sub-dtype of np.floating), but got ${dtype}. For differentiation of functions with integer outputs, use jax.vjp directly.`,
        );
    });
    const pullback = (ct: unknown): unknown =>
      call.inputs.treedef.unflatten(pull([...flattenArrays(ct).arrays, ...none]));
    const out = flattenArrays(call.value(outs));
    const rows = out.arrays.map((y, k) => {
      const pull = (seed: JaxArray): unknown =>
        pullback(out.treedef.unflatten(out.arrays.map((z, i) => (i === k ? seed : zerosOf(z)))));
      const stacked: unknown = vmap(pull)(basis(y) as never);
      const shaped = treeMap((leaf) => {
        const rows = expectArray(leaf);
        return reshape(rows, [...y.shape, ...rows.shape.slice(1)]);
      }, stacked);
      return typeof argnums === "number" && Array.isArray(shaped) ? shaped[0] : shaped;
    });
    const jacobian = out.treedef.unflatten(rows);
    return hasAux ? [jacobian, call.aux(outs)] : jacobian;
  };
}

/**
 * The Jacobian by forward differentiation, one run per element of the argument; best for few inputs.
 * Its shape is the output's, then the argument's.
 */
export function jacfwd(f: AnyFunction, options: JacobianOptions = {}): Result {
  takeOptions("jacfwd", f, options, OPTIONS);
  const { argnums = 0, hasAux = false } = options;
  return (...args) => {
    const positions = argumentPositions(argnums, args.length, "jacfwd");
    flattenArrays(positions.map((i) => args[i])).arrays.forEach(({ dtype }) => {
      if (!isFloating(dtype))
        throw new JaxTypeError(
          `jacfwd requires real-valued inputs (input dtype that is a sub-dtype of np.floating), but got ${dtype}. For holomorphic differentiation, pass holomorphic=True. For differentiation of non-holomorphic functions involving complex inputs or integer inputs, use jax.jvp directly.`,
        );
    });
    const holder: { aux: unknown } = { aux: null };
    const columns = positions.map((position) => {
      const { arrays, treedef } = flattenArrays(args[position]);
      const one = partial(f, args, [position]);
      return arrays.map((x, k) => {
        const push = (tangent: JaxArray): unknown => {
          const tangents = arrays.map((z, i) => (i === k ? tangent : zerosOf(z)));
          const call = new FlatCall(one, [args[position]], hasAux);
          const along = flattenArrays([treedef.unflatten(tangents)]).arrays;
          const result = jvpFlat(call.run, call.inputs.arrays, along);
          holder.aux = call.aux(result.outs);
          return call.value(result.tangents);
        };
        const moved: unknown = vmap(push as AnyFunction, { outAxes: -1 })(basis(x) as never);
        return treeMap((leaf) => {
          const column = expectArray(leaf);
          return reshape(column, [...column.shape.slice(0, -1), ...x.shape]);
        }, moved);
      });
    });
    const jacobian = transposed(
      columns,
      positions.map((i) => flattenArrays(args[i]).treedef),
      argnums,
    );
    return hasAux ? [jacobian, holder.aux] : jacobian;
  };
}

/** Lists by argument and leaf of output trees → an output tree of argument trees. */
function transposed(
  columns: readonly (readonly unknown[])[],
  treedefs: readonly { unflatten(leaves: readonly unknown[]): unknown }[],
  argnums: Argnums,
): unknown {
  const flat = columns.flat();
  return treeMap(
    (...leaves) => {
      let next = 0;
      const parts = treedefs.map((treedef, i) => {
        const mine = leaves.slice(next, next + columns[i].length);
        next += columns[i].length;
        return treedef.unflatten(mine);
      });
      return typeof argnums === "number" ? parts[0] : parts;
    },
    flat[0],
    ...flat.slice(1),
  );
}

/** The Hessian of a scalar function: the Jacobian (forward) of its gradient (reverse). */
export function hessian(f: AnyFunction, options: JacobianOptions = {}): Result {
  return jacfwd(jacrev(f, options), options);
}
