/** `flax.linen`: what `import * as nn from "flax/linen"` gives. */
export * as initializers from "../nn/initializers";
export { Dense } from "./dense";
export { Module } from "./module";
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
