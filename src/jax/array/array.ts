import type { Scope } from "./scope";
import type { DType } from "../base/dtype";
import type { Aval, Shape } from "./aval";

/**
 * A running transformation, as far as the arrays inside it know it.
 * @internal
 */
export interface Level {
  /** Its place in the stack, from 1 outside. */
  readonly level: number;
  readonly name: string;
  readonly live: boolean;
  /** The device arrays made on its behalf. */
  readonly created: Scope;
}

/**
 * Base of every array: concrete ones and the tracers that stand for arrays inside a transformation.
 * Its methods are declared and installed by jax.numpy (numpy/methods.ts), which knows arrays; arrays do not know it.
 */
export abstract class JaxArray implements Aval {
  static readonly pythonName: string = "ArrayImpl";
  /**
   * The transformation this value belongs to; null for a concrete array.
   * @internal
   */
  readonly main: Level | null;

  /** @internal */
  constructor(
    readonly shape: Shape,
    readonly dtype: DType,
    readonly weak: boolean,
    main: Level | null,
  ) {
    this.main = main;
  }
}
