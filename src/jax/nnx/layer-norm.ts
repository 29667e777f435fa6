import type { JaxArray } from "../array/array";
import type { Initializer } from "../nn/initializers";
import { ones, zeros } from "../nn/initializers";
import { normalizeLast } from "../nn/normalize";
import { promoteDtype } from "../nn/promote-dtype";
import type { ArrayLike } from "../numpy/as-array";
import { asArray } from "../numpy/as-array";
import { checkLayerOptions } from "./check-layer-options";
import { Module } from "./module";
import type { Rngs } from "./rngs";
import { Param } from "./variable";

export type LayerNormOptions = {
  /** Where the layer draws its keys: the scale's, then the bias's. */
  readonly rngs: Rngs;
  /** Added to the variance; 1e-6 by default. */
  readonly epsilon?: number;
  /** The element type of the computation; by default that of inputs and parameters together. */
  readonly dtype?: string | null;
  /** The element type of scale and bias. */
  readonly paramDtype?: string;
  /** Whether a bias is added; true by default. */
  readonly useBias?: boolean;
  /** Whether the result is scaled; true by default. */
  readonly useScale?: boolean;
  /** Makes the bias; zeros by default. */
  readonly biasInit?: Initializer;
  /** Makes the scale; ones by default. */
  readonly scaleInit?: Initializer;
  /** Whether the variance is E[x²] − E[x]², which is the default. */
  readonly useFastVariance?: boolean;
};
const OPTIONS = [
  "rngs",
  "epsilon",
  "dtype",
  "paramDtype",
  "useBias",
  "useScale",
  "biasInit",
  "scaleInit",
  "useFastVariance",
];

/**
 * Gives every example mean 0 and variance 1 along the last axis, then scales and moves it by parameters:
 * (…, numFeatures) → the same shape.
 */
export class LayerNorm extends Module {
  static override readonly pythonName: string = "LayerNorm";
  static readonly pythonAttributes = {
    numFeatures: "num_features",
    paramDtype: "param_dtype",
    useBias: "use_bias",
    useScale: "use_scale",
    reductionAxes: "reduction_axes",
    featureAxes: "feature_axes",
    useFastVariance: "use_fast_variance",
  };
  /** The factors, of shape (numFeatures,); null without them. */
  readonly scale: Param | null;
  /** The bias, of shape (numFeatures,); null without one. */
  readonly bias: Param | null;
  readonly numFeatures: number;
  readonly epsilon: number;
  readonly dtype: string | null;
  readonly paramDtype: string;
  readonly useBias: boolean;
  readonly useScale: boolean;
  readonly reductionAxes = -1;
  readonly featureAxes = -1;
  readonly useFastVariance: boolean;

  constructor(numFeatures: number, options: LayerNormOptions) {
    super();
    const given = checkLayerOptions("LayerNorm", options, OPTIONS, 2);
    const { rngs, useBias = true, useScale = true, paramDtype = "float32" } = given;
    const make = (init: Initializer): Param =>
      new Param(init(rngs.params(), [numFeatures], paramDtype));
    this.scale = useScale ? make(given.scaleInit ?? ones) : null;
    this.bias = useBias ? make(given.biasInit ?? zeros) : null;
    this.numFeatures = numFeatures;
    this.epsilon = given.epsilon ?? 1e-6;
    this.dtype = given.dtype ?? null;
    this.paramDtype = paramDtype;
    this.useBias = useBias;
    this.useScale = useScale;
    this.useFastVariance = given.useFastVariance ?? true;
  }

  /** Applies the layer: (…, numFeatures) → the same shape. */
  override call(inputs: ArrayLike): JaxArray {
    const [x, scale, bias] = promoteDtype(
      [asArray(inputs), this.scale?.value ?? null, this.bias?.value ?? null],
      this.dtype,
    );
    const { epsilon, useFastVariance } = this;
    return normalizeLast(x, { scale, bias, epsilon, useFastVariance });
  }
}
