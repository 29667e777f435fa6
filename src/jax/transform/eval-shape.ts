import type { Aval } from "../array/aval";
import { stage } from "../core/stage";
import { flatten } from "../tree/flatten";
import { argumentArray } from "./jit";
import { takeOptions } from "./take-options";
import { argumentNames, functionName } from "./parameter-names";
import { ShapeDtypeStruct } from "./shape-dtype-struct";
import { stagedResult } from "./staged-result";
import type { AnyFunction } from "./types";

/**
 * The shapes and dtypes that `f` would give, as a tree of `ShapeDtypeStruct`; nothing is computed.
 * Arguments are arrays or `ShapeDtypeStruct`s.
 */
export function evalShape(f: AnyFunction, ...args: unknown[]): unknown {
  takeOptions("eval_shape", f, {}, []);
  const { leaves, treedef } = flatten(args);
  const avals = leaves.map((leaf, i): Aval => {
    if (leaf instanceof ShapeDtypeStruct) return leaf;
    const { shape, dtype, weak } = argumentArray(leaf, f, () => argumentNames(f, args)[i]);
    return { shape, dtype, weak };
  });
  const holder: { shapes: unknown } = { shapes: null };
  stage(
    (tracers) => {
      const actual = treedef.unflatten(tracers);
      const list: unknown[] = Array.isArray(actual) ? actual : [];
      const out = stagedResult(Reflect.apply(f, undefined, list), f, "jit");
      holder.shapes = out.treedef.unflatten(
        out.arrays.map((y) => new ShapeDtypeStruct(y.shape, y.dtype, { weakType: y.weak })),
      );
      return out.arrays;
    },
    avals,
    {
      transformation: "jit",
      name: functionName(f),
      inputs: () => argumentNames(f, args),
    },
  );
  return holder.shapes;
}
