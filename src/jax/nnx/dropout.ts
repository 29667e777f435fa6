import { JaxArray } from "../array/array";
import { JaxTypeError, ValueError } from "../base/errors";
import { drop } from "../nn/drop";
import type { ArrayLike } from "../numpy/as-array";
import { asArray } from "../numpy/as-array";
import { zerosLike } from "../numpy/creation";
import { checkOptions } from "../base/check-options";
import { pythonTypeName } from "../tree/python-type-name";
import { Module } from "./module";
import { Rngs, RngStream } from "./rngs";

export type DropoutOptions = {
  /** Where the layer gets its keys from; it keeps a stream of its own, forked from these. */
  readonly rngs?: Rngs | RngStream | null;
  /** Axes along which all elements share one draw. */
  readonly broadcastDims?: readonly number[];
  /** Whether nothing is dropped; false by default. `eval()` and `train()` set it. */
  readonly deterministic?: boolean | null;
  /** The name of the stream; "dropout" by default. */
  readonly rngCollection?: string;
};
const OPTIONS = ["rngs", "broadcastDims", "deterministic", "rngCollection"];

export type DropoutCallOptions = {
  /** Whether nothing is dropped in this call. */
  readonly deterministic?: boolean | null;
  /** Where this call's key comes from, or the key itself. */
  readonly rngs?: Rngs | RngStream | JaxArray | null;
};

/**
 * Sets elements to zero with probability `rate` and scales the others up, while training.
 *
 * ```ts
 * const layer = new nnx.Dropout(0.5, { rngs });
 * model.eval(); // switches every Dropout of a model off, model.train() on again
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
  deterministic: boolean | null;
  readonly rngCollection: string;
  /** The layer's own stream of keys. */
  readonly rngs: RngStream | null;

  constructor(rate: number, options: DropoutOptions = {}) {
    super();
    checkOptions("Dropout.__init__", options, OPTIONS);
    const { rngs = null, rngCollection = "dropout", deterministic = false } = options;
    this.rate = rate;
    this.broadcastDims = options.broadcastDims ?? [];
    this.deterministic = deterministic;
    this.rngCollection = rngCollection;
    this.rngs = forkedFrom(rngs, rngCollection);
  }

  /** Drops elements: the shape stays. */
  override call(inputs: ArrayLike, options: DropoutCallOptions = {}): JaxArray {
    checkOptions("Dropout.__call__", options, ["deterministic", "rngs"]);
    const x = asArray(inputs);
    const deterministic = options.deterministic ?? this.deterministic;
    if (deterministic === null) throw new ValueError(UNDECIDED);
    if (this.rate === 0 || deterministic) return x;
    if (this.rate === 1) return zerosLike(x);
    const key = this.nextKey(options.rngs ?? this.rngs);
    return drop(x, this.rate, key, this.broadcastDims);
  }

  private nextKey(source: Rngs | RngStream | JaxArray | null): JaxArray {
    if (source === null) throw new ValueError(NO_RNGS);
    if (source instanceof Rngs) return source.get(this.rngCollection)();
    if (source instanceof RngStream) return source();
    if (source instanceof JaxArray) return source;
    throw wrongRngs("jax.Array", source);
  }
}

function forkedFrom(rngs: Rngs | RngStream | null, collection: string): RngStream | null {
  if (rngs === null) return null;
  if (rngs instanceof Rngs) return rngs.get(collection).fork();
  if (rngs instanceof RngStream) return rngs.fork();
  throw wrongRngs("None", rngs);
}

function wrongRngs(last: string, given: unknown): JaxTypeError {
  return new JaxTypeError(
    `rngs must be a Rngs, RngStream or ${last}, but got <class '${pythonTypeName(given)}'>.`,
  );
}

const NO_RNGS =
  "`deterministic` is False, but no `rngs` argument was provided to Dropout\n" +
  "          as either a __call__ argument or class attribute.";
const UNDECIDED = `No \`deterministic\` argument was provided to Dropout. Consider one of the following options:

1. Pass \`deterministic\` to the Dropout constructor:

  self.dropout = nnx.Dropout(..., deterministic=True/False)

2. Pass \`deterministic\` to the Dropout __call__:

  self.dropout(x, deterministic=True/False)

3. Use \`nnx.view\` to create a view of the model with a specific \`deterministic\` value:

  model_view = nnx.view(model, deterministic=True/False)
`;
