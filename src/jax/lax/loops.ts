import type { JaxArray } from "../array/array";
import { avalText, type Aval } from "../array/aval";
import { constLike } from "../core/ops";
import { bind } from "../core/trace";
import { fromHost } from "../array/concrete";
import { isInteger } from "../base/dtype";
import { JaxTypeError } from "../base/errors";
import { toArray } from "../numpy/as-array";
import { concreteOf } from "../numpy/concrete-value";
import { scanFlat, whileFlat } from "../transform/flat-control";
import { flattenArrays } from "../transform/leaves";
import { argumentNames, functionName, parameterNames } from "../transform/parameter-names";
import { checkCarryTree, checkCarryTypes } from "./carry";
import type { Traced } from "./types";

/**
 * Runs `body` on the carry as long as `cond` gives true, and gives the last carry. Both functions are
 * staged. It can be differentiated forward, but not in reverse, as in JAX.
 */
export function whileLoop<C>(
  cond: (carry: Traced<C>) => unknown,
  body: (carry: Traced<C>) => unknown,
  init: C,
): Traced<C> {
  if (typeof cond !== "function" || typeof body !== "function")
    throw new JaxTypeError("lax.while_loop: body_fun and cond_fun arguments should be callable.");
  const { arrays, treedef } = flattenArrays(init);
  const name = parameterNames(body)[0] ?? "loop_carry";
  const outs = whileFlat(
    (args) => [truthOf(Reflect.apply(cond, undefined, [treedef.unflatten(args)]))],
    (args) => {
      const next: unknown = Reflect.apply(body, undefined, [treedef.unflatten(args)]);
      checkCarryTree("while_loop body", name, init, next);
      return flattenArrays(next).arrays;
    },
    arrays,
    {
      cond: {
        transformation: "while_cond",
        name: functionName(cond),
        inputs: () => argumentNames(cond, [init]),
      },
      body: {
        transformation: "while_body",
        name: functionName(body),
        inputs: () => argumentNames(body, [init]),
      },
    },
    (before, after) => checkCarryTypes("while_loop body", name, init, before, after),
  );
  return treedef.unflatten(outs) as Traced<C>;
}

function truthOf(value: unknown): JaxArray {
  const { arrays, treedef } = flattenArrays(value);
  if (treedef.node !== null)
    throw new JaxTypeError(
      `cond_fun must return a boolean scalar, but got pytree ${treedef.toString()}.`,
    );
  const [truth] = arrays;
  if (truth.dtype === "bool" && truth.shape.length === 0) return truth;
  throw new JaxTypeError(
    `cond_fun must return a boolean scalar, but got output type(s) [ShapedArray(${avalText(truth)}${truth.weak ? ", weak_type=True" : ""})].`,
  );
}

/** A bound of a loop: a number counts as an index. */
function bound(value: unknown): JaxArray {
  const array =
    typeof value === "number" && Number.isInteger(value)
      ? fromHost([], "int32", true, Int32Array.of(value))
      : toArray(value);
  if (array === null || array.shape.length > 0)
    throw new JaxTypeError("lower and upper arguments to fori_loop must be scalars.");
  return array;
}

/**
 * Runs `value = body(i, value)` for `i` from `lower` up to but without `upper`. With bounds that are
 * known it is a scan and can be differentiated in reverse, otherwise a `whileLoop`.
 */
export function foriLoop<C>(
  lower: number | JaxArray,
  upper: number | JaxArray,
  body: (i: JaxArray, value: Traced<C>) => unknown,
  init: C,
): Traced<C> {
  if (typeof body !== "function")
    throw new JaxTypeError("lax.fori_loop: body_fun argument should be callable.");
  const [from, to] = [bound(lower), bound(upper)];
  if (from.dtype !== to.dtype)
    throw new JaxTypeError(
      `lower and upper arguments to fori_loop must have equal types, got ${from.dtype} and ${to.dtype}`,
    );
  if (!isInteger(from.dtype))
    throw new JaxTypeError(
      `lower and upper arguments to fori_loop must be integers, got ${from.dtype}.`,
    );
  const { arrays, treedef } = flattenArrays(init);
  const name = "loop_carry[1]";
  const step = (i: JaxArray, args: readonly JaxArray[]): JaxArray[] => {
    const after = bind("add", [i, constLike(i, 1)], {});
    const next: unknown = Reflect.apply(body, undefined, [i, treedef.unflatten(args)]);
    checkCarryTree("scan body", name, init, next);
    return [after, ...flattenArrays(next).arrays];
  };
  const info = {
    transformation: "fori_loop",
    name: functionName(body),
    inputs: () => argumentNames(body, [0, init]),
  };
  const check = (before: readonly Aval[], after: readonly Aval[]): void =>
    checkCarryTypes(
      "scan body",
      name,
      init,
      before.slice(-arrays.length),
      after.slice(-arrays.length),
    );
  const known = [concreteOf(from), concreteOf(to)];
  const [first, last] = known;
  if (first !== null && last !== null) {
    const length = Math.max(0, last.values()[0] - first.values()[0]);
    const outs = scanFlat(([i, ...args]) => step(i, args), [from, ...arrays], [], {
      length,
      reverse: false,
      info,
      check: (before, after) => check(before.slice(1), after.slice(1)),
    });
    return treedef.unflatten(outs.slice(1)) as Traced<C>;
  }
  const outs = whileFlat(
    ([i, until]) => [bind("lt", [i, until], {})],
    ([i, until, ...args]) => {
      const [next, ...rest] = step(i, args);
      return [next, until, ...rest];
    },
    [from, to, ...arrays],
    { cond: info, body: info },
    (before, after) => check(before.slice(2), after.slice(2)),
  );
  return treedef.unflatten(outs.slice(2)) as Traced<C>;
}
