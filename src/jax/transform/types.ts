import type { JaxArray } from "../array/array";

/** Any function; its arguments are checked when it is called. */
export type AnyFunction = (...args: never[]) => unknown;

type IsAny<T> = 0 extends 1 & T ? true : false;

/** The type of a gradient: the argument's own tree with arrays in the place of numbers. */
export type GradientOf<T> =
  IsAny<T> extends true
    ? T
    : T extends number | boolean
      ? JaxArray
      : T extends JaxArray
        ? JaxArray
        : T extends readonly unknown[] | { readonly [key: string]: unknown }
          ? { -readonly [K in keyof T]: GradientOf<T[K]> }
          : T;

/** Gradients for one position, or for each position of a list. */
export type GradientsFor<A extends readonly unknown[], N> = N extends number
  ? GradientOf<A[N]>
  : N extends readonly number[]
    ? { -readonly [K in keyof N]: GradientOf<A[N[K] & number]> }
    : GradientOf<A[0]>;
