import type { JaxArray } from "../array/array";
import { JaxTypeError } from "../base/errors";
import type { Initializer } from "../nn/initializers";
import { varianceScaling } from "../nn/initializers";
import { lookUp } from "../nn/look-up";
import { promoteDtype } from "../nn/promote-dtype";
import { asArray } from "../numpy/as-array";
import type { ArrayLike } from "../numpy/as-array";
import { dot } from "../numpy/products";
import { layerArguments } from "./layer-arguments";
import { Module } from "./module";

export type EmbedOptions = {
  /** How many rows the table has. */
  readonly numEmbeddings: number;
  /** The length of a row. */
  readonly features: number;
  /** The element type of the result; by default that of the table. */
  readonly dtype?: string | null;
  /** The element type of the table. */
  readonly paramDtype?: string;
  /** Makes the table; normal with variance 1 / features by default. */
  readonly embeddingInit?: Initializer;
  /** The layer's name among its parent's variables; by default Embed_0, Embed_1, … */
  readonly name?: string | null;
};
const REQUIRED = ["numEmbeddings", "features"] as const;
const OPTIONS = [...REQUIRED, "dtype", "paramDtype", "embeddingInit", "name"];

/** What `init` of an Embed layer gives. */
export type EmbedVariables = { params: { embedding: JaxArray } };

/**
 * A table with a row of numbers for each of `numEmbeddings` things: whole numbers (…) → rows (…, features).
 * Its parameter is `embedding` of shape (numEmbeddings, features).
 *
 * ```ts
 * const embed = new nn.Embed({ numEmbeddings: 10, features: 4 });
 * ```
 */
export class Embed extends Module {
  static override readonly pythonName: string = "Embed";
  static readonly pythonAttributes = {
    numEmbeddings: "num_embeddings",
    paramDtype: "param_dtype",
    embeddingInit: "embedding_init",
  };
  /** Tells editors what init gives; never set. */
  declare readonly variablesType?: EmbedVariables;
  readonly numEmbeddings: number;
  readonly features: number;
  readonly dtype: string | null;
  readonly paramDtype: string;
  readonly embeddingInit: Initializer;

  constructor(
    numEmbeddings: number | EmbedOptions,
    features?: number,
    options: Partial<EmbedOptions> = {},
  ) {
    const given = layerArguments<EmbedOptions>("Embed", REQUIRED, OPTIONS, [
      numEmbeddings,
      features,
      options,
    ]);
    super({ name: given.name });
    this.numEmbeddings = given.numEmbeddings;
    this.features = given.features;
    this.dtype = given.dtype ?? null;
    this.paramDtype = given.paramDtype ?? "float32";
    this.embeddingInit =
      given.embeddingInit ?? varianceScaling(1, "fan_in", "normal", { outAxis: 0 });
  }

  /** The rows of these indices: (…) → (…, features). Rows that do not exist are NaN. Only within init or apply. */
  override call(inputs: ArrayLike): JaxArray {
    if (inputs === undefined) {
      throw new JaxTypeError("Embed.__call__() missing 1 required positional argument: 'inputs'");
    }
    const table = this.table();
    return lookUp(this.dtype === null ? table : table.astype(this.dtype), inputs);
  }

  /** The dot product with every row: (…, features) → (…, numEmbeddings). Only within init or apply. */
  attend(query: ArrayLike): JaxArray {
    const [x, table] = promoteDtype([asArray(query), this.table()], this.dtype);
    return dot(x, table.T);
  }

  private table(): JaxArray {
    const shape = [this.numEmbeddings, this.features];
    return this.param("embedding", this.embeddingInit, shape, this.paramDtype);
  }
}
