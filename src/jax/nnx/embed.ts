import type { JaxArray } from "../array/array";
import type { Initializer } from "../nn/initializers";
import { varianceScaling } from "../nn/initializers";
import { lookUp } from "../nn/look-up";
import { promoteDtype } from "../nn/promote-dtype";
import type { ArrayLike } from "../numpy/as-array";
import { asArray } from "../numpy/as-array";
import { dot } from "../numpy/products";
import { checkLayerOptions } from "./check-layer-options";
import { Module } from "./module";
import type { Rngs } from "./rngs";
import { Param } from "./variable";

export type EmbedOptions = {
  /** Where the layer draws its key. */
  readonly rngs: Rngs;
  /** The element type of the result; by default that of the table. */
  readonly dtype?: string | null;
  /** The element type of the table. */
  readonly paramDtype?: string;
  /** Makes the table; normal with variance 1 / features by default. */
  readonly embeddingInit?: Initializer;
};
const OPTIONS = ["rngs", "dtype", "paramDtype", "embeddingInit"];

/**
 * A table with a row of numbers for each of `numEmbeddings` things: whole numbers (…) → rows (…, features).
 *
 * ```ts
 * const embed = new nnx.Embed(10, 4, { rngs: new nnx.Rngs(0) });
 * const rows = embed(jnp.array([1, 7], { dtype: "int32" }));
 * ```
 */
export class Embed extends Module {
  static override readonly pythonName: string = "Embed";
  static readonly dtypeOfArray = true;
  static readonly pythonAttributes = {
    numEmbeddings: "num_embeddings",
    paramDtype: "param_dtype",
  };
  /** The rows, of shape (numEmbeddings, features). */
  readonly embedding: Param;
  readonly numEmbeddings: number;
  readonly features: number;
  readonly dtype: string;
  readonly paramDtype: string;

  constructor(numEmbeddings: number, features: number, options: EmbedOptions) {
    super();
    const {
      rngs,
      paramDtype = "float32",
      ...given
    } = checkLayerOptions("Embed", options, OPTIONS, 3);
    const init = given.embeddingInit ?? varianceScaling(1, "fan_in", "normal", { outAxis: 0 });
    this.embedding = new Param(init(rngs.params(), [numEmbeddings, features], paramDtype));
    this.numEmbeddings = numEmbeddings;
    this.features = features;
    this.dtype = given.dtype ?? this.embedding.value.dtype;
    this.paramDtype = paramDtype;
  }

  /** The rows of these indices: (…) → (…, features). Rows that do not exist are NaN. */
  override call(inputs: ArrayLike): JaxArray {
    return lookUp(this.embedding.value.astype(this.dtype), inputs);
  }

  /** The dot product with every row: (…, features) → (…, numEmbeddings). */
  attend(query: ArrayLike): JaxArray {
    const [x, table] = promoteDtype([asArray(query), this.embedding.value], this.dtype);
    return dot(x, table.T);
  }
}
