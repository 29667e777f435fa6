/** `flax.linen`: what `import * as nn from "flax/linen"` gives. */
export * as initializers from "../nn/initializers";
export { Dense } from "./dense";
export { Dropout } from "./dropout";
export { Embed } from "./embed";
export { LayerNorm } from "./layer-norm";
export { Module } from "./module";
export { Sequential } from "./sequential";
export {
  celu,
  elu,
  gelu,
  hardSigmoid,
  hardSilu,
  hardTanh,
  leakyRelu,
  logSigmoid,
  relu,
  relu6,
  selu,
  sigmoid,
  silu,
  softplus,
  softSign,
  swish,
  tanh,
} from "../nn/activations";
export { logSoftmax, logsumexp, oneHot, softmax, standardize } from "../nn/softmax";
