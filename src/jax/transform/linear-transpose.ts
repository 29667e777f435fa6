import type { Aval } from "../array/aval";
import { avalText } from "../array/aval";
import { isFloating } from "../base/dtype";
import { JaxTypeError } from "../base/errors";
import { flatten } from "../tree/flatten";
import type { TreeDef } from "../tree/treedef";
import { transposeFlat } from "./flat";
import { argumentArray } from "./jit";
import { flattenArrays } from "./leaves";
import { takeOptions } from "./take-options";
import { argumentNames } from "./parameter-names";
import { ShapeDtypeStruct } from "./shape-dtype-struct";
import type { AnyFunction } from "./types";

/**
 * The transpose of a function that is linear: it takes a cotangent of the result and gives a list with one cotangent
 * per argument. Only shapes and dtypes of the `primals` count, so that they may be `ShapeDtypeStruct`s.
 *
 * NotImplementedError for a function that is not linear; TypeError for a cotangent of another form or type than the
 * result.
 */
export function linearTranspose(
  f: AnyFunction,
  ...primals: unknown[]
): (cotangent: unknown) => unknown[] {
  takeOptions("linear_transpose", f, {}, []);
  const { leaves, treedef } = flatten(primals);
  const avals = leaves.map((leaf, i): Aval => {
    if (leaf instanceof ShapeDtypeStruct) return leaf;
    const { shape, dtype, weak } = argumentArray(leaf, f, () => argumentNames(f, primals)[i]);
    return { shape, dtype, weak };
  });
  const holder: { tree: TreeDef | null } = { tree: null };
  const { outs, pull } = transposeFlat((tracers) => {
    const actual = treedef.unflatten(tracers);
    const out = flattenArrays(Reflect.apply(f, undefined, Array.isArray(actual) ? actual : []));
    holder.tree = out.treedef;
    return out.arrays;
  }, avals);
  checkKinds(avals, outs);
  return (cotangent) => {
    const cts = flattenArrays(cotangent);
    if (holder.tree && !cts.treedef.equals(holder.tree))
      throw new JaxTypeError(
        `cotangent tree does not match function output, expected ${holder.tree.toString()} but got ${cts.treedef.toString()}`,
      );
    const [expected, got] = [outs, cts.arrays].map((all) => all.map((x) => avalText(x)).join(", "));
    if (expected !== got)
      throw new JaxTypeError(
        `cotangent type does not match function output, expected ${expected} but got ${got}`,
      );
    const back = treedef.unflatten(pull(cts.arrays));
    return Array.isArray(back) ? back : [];
  };
}

function checkKinds(given: readonly Aval[], results: readonly Aval[]): void {
  const floating = [...given, ...results].map(({ dtype }) => isFloating(dtype));
  if (new Set(floating).size > 1)
    throw new JaxTypeError(
      `linear_transpose only supports [float or complex] -> [float or complex], and integer -> integer functions, but got ${namesOf(given)} -> ${namesOf(results)}.`,
    );
}

function namesOf(avals: readonly Aval[]): string {
  return `[${avals.map(({ dtype }) => `dtype('${dtype}')`).join(", ")}]`;
}
