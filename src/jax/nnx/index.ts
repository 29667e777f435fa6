/** `flax.nnx`: what `import { nnx } from "flax"` gives. */
export { Module } from "./module";
export { clone, merge, split, state, update } from "./graph";
export { GraphDef } from "./graph-def";
export { Linear } from "./linear";
export { RngCount, RngKey, Rngs, RngState, RngStream } from "./rngs";
export { State, toPureDict } from "./state";
export { Param, Variable } from "./variable";
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
export * as initializers from "../nn/initializers";
