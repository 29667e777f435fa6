/* eslint-disable @typescript-eslint/no-unsafe-declaration-merging, @typescript-eslint/no-empty-object-type --
   the methods are installed on the prototype by numpy/methods.ts, so that this file imports nothing */
import type { DType } from "../dtype";
import type { Aval, Shape } from "./aval";
import type { ArrayMethods } from "../numpy/method-types";
import type { Main } from "./trace";

/**
 * Base of every array: concrete ones and the tracers that stand for arrays inside a transformation.
 * Its methods are installed from the function table of jax.numpy, so that this file imports nothing.
 */
export abstract class JaxArray implements Aval {
  static readonly pythonName: string = "ArrayImpl";
  /**
   * The transformation this value belongs to; null for a concrete array.
   * @internal
   */
  readonly main: Main | null;

  /** @internal */
  constructor(
    readonly shape: Shape,
    readonly dtype: DType,
    readonly weak: boolean,
    main: Main | null,
  ) {
    this.main = main;
  }
}

/** The methods that jax.numpy installs on the prototype. */
export interface JaxArray extends ArrayMethods {}
