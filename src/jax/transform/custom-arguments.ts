import type { JaxArray } from "../array/array";
import { ValueError } from "../base/errors";
import { flattenArrays, type ArrayTree } from "./leaves";
import { functionName } from "./parameter-names";
import type { AnyFunction } from "./types";

export interface CustomOptions {
  /** Positions of arguments that are not differentiated and need not be arrays; rules get them first. */
  readonly nondiffArgnums?: readonly number[];
}

/** The arguments of a call of a function with a rule of its own, parted into fixed and differentiated ones. */
export class CustomArguments {
  /** Arguments that are not differentiated, in the order of their positions. */
  readonly fixed: readonly unknown[];
  private readonly tree: ArrayTree;
  private readonly isFixed: readonly boolean[];

  constructor(
    private readonly f: AnyFunction,
    private readonly args: readonly unknown[],
    nondiff: readonly number[],
  ) {
    const positions = nondiff.map((i) => (i < 0 ? i + args.length : i));
    if (positions.some((i) => !(i >= 0 && i < args.length)))
      throw new ValueError(
        `nondiffArgnums of ${functionName(f)} names an argument that was not given: ${nondiff.join(", ")} of ${args.length}.`,
      );
    this.isFixed = args.map((_, i) => positions.includes(i));
    this.fixed = args.filter((_, i) => this.isFixed[i]);
    this.tree = flattenArrays(args.filter((_, i) => !this.isFixed[i]));
  }

  get arrays(): readonly JaxArray[] {
    return this.tree.arrays;
  }

  /** The structure of the differentiated arguments. */
  get treedef(): ArrayTree["treedef"] {
    return this.tree.treedef;
  }

  /** A list of the differentiated arguments with other arrays in place of their own. */
  rebuild(arrays: readonly JaxArray[]): readonly unknown[] {
    const list = this.tree.treedef.unflatten(arrays);
    return Array.isArray(list) ? list : [];
  }

  /** All arguments, with other arrays in place of the differentiated ones. */
  with(arrays: readonly JaxArray[]): unknown[] {
    const rebuilt = this.rebuild(arrays);
    let next = 0;
    return this.args.map((arg, i) => (this.isFixed[i] ? arg : rebuilt[next++]));
  }

  apply(arrays: readonly JaxArray[]): unknown {
    return Reflect.apply(this.f, undefined, this.with(arrays));
  }
}
