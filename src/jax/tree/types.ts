import type { JaxArray } from "../array/array";
import type { TreeDef } from "./treedef";

/** Deeper than this the types of a tree are not followed; its leaves count as arrays there. */
type TooDeep = 8;

type IsAny<T> = 0 extends 1 & T ? true : false;
type Plain = string | number | boolean | bigint | symbol;
/** Type literals and aliases are assignable to this; class instances are not. */
type Dict = { readonly [key: string]: unknown };

/**
 * The type of a tree's leaves: what stands inside lists and dicts. Class instances other than arrays
 * (Params, modules, states) hold arrays, and so does what is not known.
 */
export type LeafOf<T, Depth extends unknown[] = []> =
  IsAny<T> extends true
    ? JaxArray
    : Depth["length"] extends TooDeep
      ? JaxArray
      : T extends null | undefined
        ? never
        : T extends JaxArray | Plain
          ? T
          : T extends readonly (infer Item)[]
            ? LeafOf<Item, [...Depth, 0]>
            : T extends Dict
              ? LeafOf<T[keyof T], [...Depth, 0]>
              : JaxArray;

/** A tree of the same structure with leaves of another type. */
type Replaced<T, Leaf> =
  IsAny<T> extends true
    ? T
    : T extends null | undefined
      ? null
      : T extends JaxArray | Plain
        ? Leaf
        : T extends Dict | readonly unknown[]
          ? { -readonly [Key in keyof T]: Replaced<T[Key], Leaf> }
          : T;

/** What mapping a function over a tree gives: the tree's own type where leaves keep theirs. */
export type Mapped<T, Leaf> = [Leaf] extends [LeafOf<T>] ? T : Replaced<T, Leaf>;

/** A structure that remembers, for the compiler alone, the type of the tree it was taken from. */
export type TreeDefOf<T> = TreeDef & { readonly treeType?: T };
