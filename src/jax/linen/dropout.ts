import type { JaxArray } from "../array/array";
import { ValueError } from "../base/errors";
import { drop } from "../nn/drop";
import { asArray } from "../numpy/as-array";
import type { ArrayLike } from "../numpy/as-array";
import { zerosLike } from "../numpy/creation";
import { checkOptions } from "../base/check-options";
import { layerArguments } from "./layer-arguments";
import { Module } from "./module";

export type DropoutOptions = {
  /** The probability with which an element is dropped. */
  readonly rate: number;
  /** Axes along which all elements share one draw. */
  readonly broadcastDims?: readonly number[];
  /** Whether nothing is dropped; to be said here or at the call. */
  readonly deterministic?: boolean | null;
  /** The name of the stream of keys; "dropout" by default. */
  readonly rngCollection?: string;
  /** The layer's name; by default Dropout_0, Dropout_1, … */
  readonly name?: string | null;
};
const OPTIONS = ["rate", "broadcastDims", "deterministic", "rngCollection", "name"];

/**
 * Sets elements to zero with probability `rate` and scales the others up. It draws from the stream "dropout":
 * `model.apply(variables, x, { rngs: { dropout: key } })`.
 *
 * ```ts
 * x = new nn.Dropout({ rate: 0.5, deterministic: !train })(x);
 * ```
 */
export class Dropout extends Module {
  static override readonly pythonName: string = "Dropout";
  static readonly pythonAttributes = {
    broadcastDims: "broadcast_dims",
    rngCollection: "rng_collection",
  };
  readonly rate: number;
  readonly broadcastDims: readonly number[];
  readonly deterministic: boolean | null;
  readonly rngCollection: string;

  constructor(rate: number | DropoutOptions, options: Partial<DropoutOptions> = {}) {
    const given = layerArguments<DropoutOptions>("Dropout", ["rate"], OPTIONS, [rate, options]);
    super({ name: given.name });
    this.rate = given.rate;
    this.broadcastDims = given.broadcastDims ?? [];
    this.deterministic = given.deterministic ?? null;
    this.rngCollection = given.rngCollection ?? "dropout";
  }

  /** Drops elements: the shape stays. Only within init or apply. */
  override call(
    inputs: ArrayLike,
    options: { readonly deterministic?: boolean | null } = {},
  ): JaxArray {
    checkOptions("Dropout.__call__", options, ["deterministic"]);
    const x = asArray(inputs);
    const deterministic = decided(this.deterministic, options.deterministic ?? null);
    if (this.rate === 0 || deterministic) return x;
    if (this.rate === 1) return zerosLike(x);
    return drop(x, this.rate, this.makeRng(this.rngCollection), this.broadcastDims);
  }
}

function decided(own: boolean | null, atCall: boolean | null): boolean {
  const given = 'Parameter "deterministic"';
  if (own !== null && atCall !== null) {
    throw new ValueError(
      `${given} was passed to the constructor and at call time. Should be passed just once.`,
    );
  }
  const value = own ?? atCall;
  if (value !== null) return value;
  throw new ValueError(`${given} must be passed to the constructor or at call time.`);
}
