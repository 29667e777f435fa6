import type { JaxArray } from "../../array/array";

type Numbers = readonly number[];

/** One scalar function written twice: with the facade, and independently in float64. */
export interface Differentiable {
  readonly name: string;
  readonly shapes: readonly (readonly number[])[];
  /** Where arguments are drawn from; −1.5 to 1.5 unless given. */
  readonly range?: readonly [low: number, high: number];
  readonly facade: (...args: JaxArray[]) => JaxArray;
  readonly exact: (...args: Numbers[]) => number;
}
