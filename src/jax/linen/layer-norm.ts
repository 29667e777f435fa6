import type { JaxArray } from "../array/array";
import { JaxTypeError } from "../base/errors";
import type { Initializer } from "../nn/initializers";
import { ones, zeros } from "../nn/initializers";
import { normalizeLast } from "../nn/normalize";
import { promoteDtype } from "../nn/promote-dtype";
import { asArray } from "../numpy/as-array";
import type { ArrayLike } from "../numpy/as-array";
import { checkOptions } from "../base/check-options";
import { Module } from "./module";

export type LayerNormOptions = {
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
  /** The layer's name among its parent's variables; by default LayerNorm_0, LayerNorm_1, … */
  readonly name?: string | null;
};
const OPTIONS = [
  "epsilon",
  "dtype",
  "paramDtype",
  "useBias",
  "useScale",
  "biasInit",
  "scaleInit",
  "useFastVariance",
  "name",
];

/** What `init` of a LayerNorm gives; what is switched off is missing. */
export type LayerNormVariables = { params: { scale: JaxArray; bias: JaxArray } };

/**
 * Gives every example mean 0 and variance 1 along the last axis, then scales and moves it by the parameters
 * `scale` and `bias`, each as long as that axis.
 */
export class LayerNorm extends Module {
  static override readonly pythonName: string = "LayerNorm";
  static readonly pythonAttributes = {
    paramDtype: "param_dtype",
    useBias: "use_bias",
    useScale: "use_scale",
    biasInit: "bias_init",
    scaleInit: "scale_init",
    reductionAxes: "reduction_axes",
    featureAxes: "feature_axes",
    useFastVariance: "use_fast_variance",
  };
  /** Tells editors what init gives; never set. */
  declare readonly variablesType?: LayerNormVariables;
  readonly epsilon: number;
  readonly dtype: string | null;
  readonly paramDtype: string;
  readonly useBias: boolean;
  readonly useScale: boolean;
  readonly biasInit: Initializer;
  readonly scaleInit: Initializer;
  readonly reductionAxes = -1;
  readonly featureAxes = -1;
  readonly useFastVariance: boolean;

  constructor(options: LayerNormOptions = {}) {
    checkOptions("LayerNorm.__init__", options, OPTIONS);
    super({ name: options.name });
    this.epsilon = options.epsilon ?? 1e-6;
    this.dtype = options.dtype ?? null;
    this.paramDtype = options.paramDtype ?? "float32";
    this.useBias = options.useBias ?? true;
    this.useScale = options.useScale ?? true;
    this.biasInit = options.biasInit ?? zeros;
    this.scaleInit = options.scaleInit ?? ones;
    this.useFastVariance = options.useFastVariance ?? true;
  }

  /** Applies the layer: the shape stays. Only within init or apply. */
  override call(inputs: ArrayLike): JaxArray {
    if (inputs === undefined) {
      throw new JaxTypeError("LayerNorm.__call__() missing 1 required positional argument: 'x'");
    }
    const given = asArray(inputs);
    const shape = [given.shape.at(-1) ?? 1];
    const make = (name: string, init: Initializer, isUsed: boolean): JaxArray | null =>
      isUsed ? this.param(name, init, shape, this.paramDtype) : null;
    const factor = make("scale", this.scaleInit, this.useScale);
    const shift = make("bias", this.biasInit, this.useBias);
    const [x, scale, bias] = promoteDtype([given, factor, shift], this.dtype);
    const { epsilon, useFastVariance } = this;
    return normalizeLast(x, { scale, bias, epsilon, useFastVariance });
  }
}
