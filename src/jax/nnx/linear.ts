import { logCall } from "../base/call-log";
import type { JaxArray } from "../array/array";
import { lecunNormal, zeros } from "../nn/initializers";
import type { Initializer } from "../nn/initializers";
import { asArray } from "../numpy/as-array";
import type { ArrayLike } from "../numpy/as-array";
import { matmul } from "../numpy/products";
import { promoteDtype } from "../nn/promote-dtype";
import { checkLayerOptions } from "./check-layer-options";
import { Module } from "./module";
import type { Rngs } from "./rngs";
import { Param } from "./variable";

export type LinearOptions<B extends boolean = boolean> = {
  /** Where the layer draws its keys: the kernel's, then the bias's. */
  readonly rngs: Rngs;
  /** Whether a bias is added; true by default. */
  readonly useBias?: B;
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
};
const OPTIONS = ["rngs", "useBias", "dtype", "paramDtype", "precision", "kernelInit", "biasInit"];

/**
 * A linear layer over the last axis: (…, inFeatures) → (…, outFeatures).
 *
 * ```ts
 * const layer = new nnx.Linear(3, 4, { rngs: new nnx.Rngs(0) });
 * const y = layer(x); // x.matmul(layer.kernel).add(layer.bias)
 * ```
 */
export class Linear<B extends boolean = true> extends Module {
  static override readonly pythonName: string = "Linear";
  static readonly pythonAttributes = {
    inFeatures: "in_features",
    outFeatures: "out_features",
    useBias: "use_bias",
    paramDtype: "param_dtype",
  };
  /** The weights, of shape (inFeatures, outFeatures). */
  readonly kernel: Param;
  /** The bias, of shape (outFeatures,); null without one. */
  readonly bias: B extends false ? null : Param;
  readonly inFeatures: number;
  readonly outFeatures: number;
  readonly useBias: boolean;
  readonly dtype: string | null;
  readonly paramDtype: string;
  readonly precision: string | null;

  constructor(inFeatures: number, outFeatures: number, options: LinearOptions<B>) {
    super();
    logCall("nnx.Linear", () => [inFeatures, outFeatures]);
    const given: LinearOptions = checkLayerOptions("Linear", options, OPTIONS, 3);
    const { rngs, useBias = true, paramDtype = "float32", dtype = null, precision = null } = given;
    const { kernelInit = lecunNormal(), biasInit = zeros } = given;
    this.kernel = new Param(kernelInit(rngs.params(), [inFeatures, outFeatures], paramDtype));
    const bias = useBias ? new Param(biasInit(rngs.params(), [outFeatures], paramDtype)) : null;
    // `useBias` decides both the value and B, which the compiler cannot connect.
    this.bias = bias as typeof this.bias;
    this.inFeatures = inFeatures;
    this.outFeatures = outFeatures;
    this.useBias = useBias;
    this.dtype = dtype;
    this.paramDtype = paramDtype;
    this.precision = precision;
  }

  /** Applies the layer: (…, inFeatures) → (…, outFeatures). */
  override call(inputs: ArrayLike): JaxArray {
    logCall("nnx.call", () => ["Linear"]);
    const [x, kernel, bias] = promoteDtype(
      [asArray(inputs), this.kernel.value, this.bias?.value ?? null],
      this.dtype,
    );
    const product = matmul(x, kernel);
    return bias === null ? product : product.add(bias);
  }
}
