import type { JaxArray } from "../array/array";
import type { ArrayHolder } from "../numpy/as-array";

type IsAny<T> = 0 extends 1 & T ? true : false;

/** A tree with an array in the place of every number and array: what a staged function gets. */
export type Traced<T> =
  IsAny<T> extends true
    ? T
    : T extends number | boolean | JaxArray
      ? JaxArray
      : T extends null | undefined
        ? null
        : T extends ArrayHolder
          ? T
          : T extends readonly unknown[] | { readonly [key: string]: unknown }
            ? { -readonly [K in keyof T]: Traced<T[K]> }
            : T;

/** One row of each array of a tree. */
export type Rows<T> = Traced<T>;
/** A tree of stacked results. */
export type Stacked<T> = Traced<T>;
