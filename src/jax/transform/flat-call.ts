import type { JaxArray } from "../array/array";
import type { TreeDef } from "../tree/treedef";
import { auxPair } from "./aux-pair";
import { flattenArrays, openTree, type ArrayTree } from "./leaves";
import type { AnyFunction } from "./types";

/** A function of trees as a function of flat arrays; the structure of its result is noted as it runs. */
export class FlatCall {
  readonly inputs: ArrayTree;
  private tree: TreeDef | null = null;
  private count = 0;
  private auxOf: (arrays: readonly JaxArray[]) => unknown = () => null;

  constructor(
    private readonly f: AnyFunction,
    args: readonly unknown[],
    private readonly hasAux = false,
  ) {
    this.inputs = flattenArrays([...args]);
  }

  /** The results' arrays, then those of the auxiliary value. */
  readonly run = (tracers: readonly JaxArray[]): JaxArray[] => {
    const actual = this.inputs.treedef.unflatten(tracers);
    const result: unknown = Reflect.apply(this.f, undefined, Array.isArray(actual) ? actual : []);
    const [value, aux] = this.hasAux ? auxPair(result) : [result, null];
    const out = flattenArrays(value);
    const open = openTree(aux);
    this.tree = out.treedef;
    this.count = out.arrays.length;
    this.auxOf = open.rebuild;
    return [...out.arrays, ...open.arrays];
  };

  /** The structure of the result. */
  get outTree(): TreeDef {
    if (this.tree === null) throw new Error("The function did not run.");
    return this.tree;
  }

  /** The arrays of the result without those of the auxiliary value. */
  own<T>(outs: readonly T[]): readonly T[] {
    return outs.slice(0, this.count);
  }

  value(outs: readonly JaxArray[]): unknown {
    return this.outTree.unflatten(this.own(outs));
  }

  aux(outs: readonly JaxArray[]): unknown {
    return this.auxOf(outs.slice(this.count));
  }
}

/**
 * Takes `{ hasAux: true }` off the end of a list of arguments. Only an object with that single key
 * counts; any other object is an argument.
 */
export function takeAuxOption(
  args: readonly unknown[],
): readonly [rest: readonly unknown[], hasAux: boolean] {
  const last = args.at(-1);
  const isOption =
    typeof last === "object" &&
    last !== null &&
    Object.keys(last).length === 1 &&
    "hasAux" in last &&
    typeof last.hasAux === "boolean";
  return isOption ? [args.slice(0, -1), last.hasAux === true] : [args, false];
}
