import type { JaxArray } from "../array/array";
import { avalText, tupleText, type Aval } from "../array/aval";
import { fromHost } from "../array/concrete";
import { constLike, convert } from "../core/ops";
import { bind } from "../core/trace";
import { isFloating, isInteger } from "../base/dtype";
import { JaxTypeError, ValueError } from "../base/errors";
import { formatTree } from "../tree/tree-text";
import { toArray } from "../numpy/as-array";
import { condFlat } from "../transform/flat-control";
import { flattenArrays } from "../transform/leaves";
import { argumentNames, functionName } from "../transform/parameter-names";
import { treeDifferences } from "../tree/differences";
import { keystr } from "../tree/keys";
import { leavesWithPath } from "../tree/path";
import { pythonTypeName } from "../tree/python-type-name";
import { told, typeDifference } from "./type-difference";
import type { Traced } from "./types";

type Branch<A extends readonly unknown[], R> = (...operands: { [K in keyof A]: Traced<A[K]> }) => R;

/**
 * `trueFun(...operands)` or `falseFun(...operands)`, by a predicate that may be traced. Both are staged
 * and have to give results of the same structure and types; only one runs.
 */
export function cond<const A extends readonly unknown[], R>(
  pred: unknown,
  trueFun: Branch<A, R>,
  falseFun: Branch<A, R>,
  ...operands: A
): Traced<R> {
  if (typeof trueFun !== "function" || typeof falseFun !== "function")
    throw new JaxTypeError("lax.cond: true_fun and false_fun arguments should be callable.");
  const flag = toArray(pred);
  if (flag === null)
    throw new JaxTypeError(
      `Pred must be a scalar, got ${formatTree(pred, () => null).replace(/^'|'$/g, "")} of type <class '${pythonTypeName(pred)}'>`,
    );
  if (flag.shape.length > 0)
    throw new JaxTypeError(
      `Pred must be a scalar, got ${flag.toString()} of shape ${tupleText(flag.shape)}.`,
    );
  const truth = flag.dtype === "bool" ? flag : bind("ne", [flag, constLike(flag, 0)], {});
  return choose("cond", convert(truth, "int32"), [falseFun, trueFun], operands, [
    { at: 1, name: "true_fun" },
    { at: 0, name: "false_fun" },
  ]) as Traced<R>;
}

/** One of several functions of the operands, by an index that may be traced; it is clamped to the list. */
export function switch_<const A extends readonly unknown[], R>(
  index: unknown,
  branches: readonly Branch<A, R>[],
  ...operands: A
): Traced<R> {
  if (!Array.isArray(branches) || branches.some((branch) => typeof branch !== "function"))
    throw new JaxTypeError("lax.switch: branches argument should be a sequence of callables.");
  if (branches.length === 0) throw new ValueError("Empty branch sequence");
  const which =
    typeof index === "number" && Number.isInteger(index)
      ? fromHost([], "int32", true, Int32Array.of(index))
      : toArray(index);
  if (which === null)
    throw new JaxTypeError(`Branch index must be scalar, got <class '${pythonTypeName(index)}'>.`);
  if (which.shape.length > 0)
    throw new JaxTypeError(
      `Branch index must be scalar, got ${which.toString()} of shape ${tupleText(which.shape)}.`,
    );
  if (!isInteger(which.dtype))
    throw new JaxTypeError(
      `Index type must be an integer, got ${isFloating(which.dtype) && typeof index === "number" ? index : which.toString()} as ${which.dtype}`,
    );
  const int = convert(which, "int32");
  const low = bind("max", [int, constLike(int, 0)], {});
  const clamped = bind("min", [low, constLike(int, branches.length - 1)], {});
  if (branches.length === 1) return unwrapped(branches[0], operands) as Traced<R>;
  const names = branches.map((_, i) => ({
    at: i,
    name: i === 0 ? "branch 0" : `branch${i}`,
  }));
  return choose("switch", clamped, branches, operands, names) as Traced<R>;
}

/** A single branch is a plain call. */
function unwrapped(branch: (...args: never[]) => unknown, operands: readonly unknown[]): unknown {
  const { arrays, treedef } = flattenArrays(operands);
  const args = treedef.unflatten(arrays);
  return Reflect.apply(branch, undefined, Array.isArray(args) ? args : []);
}

interface Named {
  readonly at: number;
  readonly name: string;
}

function choose(
  what: string,
  index: JaxArray,
  branches: readonly ((...args: never[]) => unknown)[],
  operands: readonly unknown[],
  names: readonly Named[],
): unknown {
  const { arrays, treedef } = flattenArrays([...operands]);
  const results: unknown[] = [];
  const flat = branches.map((branch, i) => (args: readonly JaxArray[]): JaxArray[] => {
    const actual = treedef.unflatten(args);
    results[i] = Reflect.apply(branch, undefined, Array.isArray(actual) ? actual : []);
    return flattenArrays(results[i]).arrays;
  });
  const infos = branches.map((branch) => ({
    transformation: what,
    name: functionName(branch),
    inputs: () => argumentNames(branch, operands),
  }));
  const order = names.map(({ at }) => at);
  const outs = condFlat(index, flat, arrays, { infos, order }, (avals) =>
    checkBranches(what, branches, names, results, avals),
  );
  return flattenArrays(results[0]).treedef.unflatten(outs);
}

/** JAX's TypeErrors for branches that give results of different structures or types. */
function checkBranches(
  what: string,
  branches: readonly ((...args: never[]) => unknown)[],
  names: readonly Named[],
  results: readonly unknown[],
  avals: readonly (readonly Aval[])[],
): void {
  const [first, ...rest] = names;
  for (const other of rest) {
    const who = [first, other]
      .map(({ at, name }) => `${name} is ${functionName(branches[at])}`)
      .join("\n");
    const both = `${first.name} and/or ${other.name}`;
    const trees = treeDifferences(results[first.at], results[other.at], "a pytree leaf");
    if (trees.length > 0) {
      const lines = trees.map(({ path, first: a, second: b, reason }) => {
        const at = path.length === 0 ? "" : ` at path ${keystr(path)}`;
        return `${first.name} output${at} is ${a} but ${other.name} output${at} is ${b}, so ${reason}`;
      });
      throw new JaxTypeError(
        `${what} branch outputs must have the same pytree structure, but they differ:\n\n${who}\n\n` +
          `${lines.length === 1 ? `${lines[0]}.` : told(lines)}\n\nRevise ${both} so that they have the same pytree structure.`,
      );
    }
    const paths = leavesWithPath(results[first.at]).map(([path]) => keystr(path));
    const lines = avals[first.at].flatMap((aval, i) => {
      const twin = avals[other.at][i];
      const why = typeDifference(aval, twin);
      const at = paths[i] === "" ? "" : ` at path ${paths[i]}`;
      return why === null
        ? []
        : [
            `the output of ${first.name}${at} has type ${avalText(aval)} but the corresponding output of ${other.name} has type ${avalText(twin)}, ${why}`,
          ];
    });
    if (lines.length > 0)
      throw new JaxTypeError(
        `${what} branches must have equal output types but they differ.\n\n${who}\n\n` +
          `${told(lines)}\n\nRevise ${both} so that all output types match.`,
      );
  }
}
