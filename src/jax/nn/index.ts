/** `jax.nn`: activations, softmax and its kind, and `initializers`. */
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
} from "./activations";
export * from "./rare-activations";
export { logmeanexp, logSoftmax, logsumexp, oneHot, softmax, standardize } from "./softmax";
export * as initializers from "./initializers";
