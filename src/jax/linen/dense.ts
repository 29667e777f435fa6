import type { JaxArray } from "../array/array";
import { JaxTypeError } from "../base/errors";
import { lecunNormal, zeros } from "../nn/initializers";
import type { Initializer } from "../nn/initializers";
import { promoteDtype } from "../nn/promote-dtype";
import { matmul } from "../numpy/products";
import { asArray } from "../numpy/as-array";
import type { ArrayLike } from "../numpy/as-array";
import { layerArguments } from "./layer-arguments";
import { Module } from "./module";

export type DenseOptions = {
  /** The length of the last axis of the result. */
  readonly features: number;
  /** Whether a bias is added; true by default. */
  readonly useBias?: boolean;
  /** The element type of the computation; by default that of inputs and parameters together. */
  readonly dtype?: string | null;
  /** The element type of kernel and bias. */
  readonly paramDtype?: string;
  /** Kept for code that names it; products are float32 throughout. */
  readonly precision?: string | null;
  /** Makes the kernel; `lecunNormal()` by default. */
  readonly kernelInit?: Initializer;
  /** Makes the bias; zeros by default. */
  readonly biasInit?: Initializer;
  /** The layer's name among its parent's variables; by default Dense_0, Dense_1, … */
  readonly name?: string | null;
};
const OPTIONS = [
  "features",
  "useBias",
  "dtype",
  "paramDtype",
  "precision",
  "kernelInit",
  "biasInit",
  "name",
];

/** What `init` of a Dense layer gives; without a bias, `bias` is missing. */
export type DenseVariables = { params: { kernel: JaxArray; bias: JaxArray } };

/**
 * A linear layer over the last axis: (…, n) → (…, features).
 * Its parameters are `kernel` of shape (n, features) and `bias` of shape (features,).
 *
 * ```ts
 * const layer = new nn.Dense({ features: 2 });
 * const variables = layer.init(jax.random.PRNGKey(0), jnp.zeros([4]));
 * const y = layer.apply(variables, x);
 * ```
 */
export class Dense extends Module {
  static override readonly pythonName: string = "Dense";
  static readonly pythonAttributes = {
    useBias: "use_bias",
    paramDtype: "param_dtype",
    kernelInit: "kernel_init",
    biasInit: "bias_init",
  };
  /** Tells editors what init gives; never set. */
  declare readonly variablesType?: DenseVariables;
  readonly features: number;
  readonly useBias: boolean;
  readonly dtype: string | null;
  readonly paramDtype: string;
  readonly precision: string | null;
  readonly kernelInit: Initializer;
  readonly biasInit: Initializer;

  constructor(features: number | DenseOptions, options: Omit<DenseOptions, "features"> = {}) {
    const given = layerArguments<DenseOptions>("Dense", ["features"], OPTIONS, [features, options]);
    super({ name: given.name });
    this.features = given.features;
    this.useBias = given.useBias ?? true;
    this.dtype = given.dtype ?? null;
    this.paramDtype = given.paramDtype ?? "float32";
    this.precision = given.precision ?? null;
    this.kernelInit = given.kernelInit ?? lecunNormal();
    this.biasInit = given.biasInit ?? zeros;
  }

  /** Applies the layer: (…, n) → (…, features). Only within init or apply. */
  override call(inputs: ArrayLike): JaxArray {
    if (inputs === undefined) {
      throw new JaxTypeError("Dense.__call__() missing 1 required positional argument: 'inputs'");
    }
    const x = asArray(inputs);
    const length = x.shape.at(-1) ?? 1;
    const shape = [length, this.features];
    const kernel = this.param("kernel", this.kernelInit, shape, this.paramDtype);
    const bias = this.useBias
      ? this.param("bias", this.biasInit, [this.features], this.paramDtype)
      : null;
    const [a, b, c] = promoteDtype([x, kernel, bias], this.dtype);
    const product = matmul(a, b);
    return c === null ? product : product.add(c);
  }
}
