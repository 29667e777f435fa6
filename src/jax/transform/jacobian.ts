import { JaxArray } from "../core/array";
import { sizeOf } from "../core/aval";
import { reshape } from "../core/ops";
import { eye } from "../numpy/creation";
import { treeMap } from "../tree/map";
import { argumentPositions, type Argnums } from "./argnums";
import { flattenArrays } from "./leaves";
import { takeOptions } from "./options";
import type { AnyFunction } from "./types";
import { jvp, vjp } from "./vjp";
import { vmap } from "./vmap";

export interface JacobianOptions {
  /** Position, or positions, of the arguments to differentiate; 0 by default. */
  readonly argnums?: Argnums;
}

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
  takeOptions("jacrev", f, options, ["argnums"]);
  const { argnums = 0 } = options;
  return (...args) => {
    const positions = argumentPositions(argnums, args.length, "jacrev");
    const chosen = positions.map((i) => args[i]);
    const [value, pullback] = vjp(partial(f, args, positions), ...chosen);
    const out = flattenArrays(value);
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
    return out.treedef.unflatten(rows);
  };
}

function zerosOf(x: JaxArray): JaxArray {
  return x.mul(0);
}

/**
 * The Jacobian by forward differentiation, one run per element of the argument; best for few inputs.
 * Its shape is the output's, then the argument's.
 */
export function jacfwd(f: AnyFunction, options: JacobianOptions = {}): Result {
  takeOptions("jacfwd", f, options, ["argnums"]);
  const { argnums = 0 } = options;
  return (...args) => {
    const positions = argumentPositions(argnums, args.length, "jacfwd");
    const columns = positions.map((position) => {
      const { arrays, treedef } = flattenArrays(args[position]);
      const one = partial(f, args, [position]);
      return arrays.map((x, k) => {
        const push = (tangent: JaxArray): unknown => {
          const tangents = arrays.map((z, i) => (i === k ? tangent : zerosOf(z)));
          return jvp(one, [args[position]], [treedef.unflatten(tangents)])[1];
        };
        const moved: unknown = vmap(push as AnyFunction, { outAxes: -1 })(basis(x) as never);
        return treeMap((leaf) => {
          const column = expectArray(leaf);
          return reshape(column, [...column.shape.slice(0, -1), ...x.shape]);
        }, moved);
      });
    });
    return transposed(
      columns,
      positions.map((i) => flattenArrays(args[i]).treedef),
      argnums,
    );
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
