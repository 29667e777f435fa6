/** `flax.nnx`: what `import { nnx } from "flax"` gives. */
export * as bridge from "../bridge/index";
export { Dict, List } from "./containers";
export { DiffState } from "./diff-state";
export { Dropout } from "./dropout";
export { Embed } from "./embed";
export { All, Any, Not, PathContains } from "./filter";
export { grad, valueAndGrad } from "./grad";
export { clone, merge, split, state, update } from "./graph";
export { GraphDef } from "./graph-def";
export { jit } from "./jit";
export { LayerNorm } from "./layer-norm";
export { Linear } from "./linear";
export { Module } from "./module";
export { OptArray, Optimizer, OptState, OptVariable } from "./optimizer";
export { pop } from "./pop";
export { RngCount, RngKey, Rngs, RngState, RngStream } from "./rngs";
export { Sequential } from "./sequential";
export { State, toPureDict } from "./state";
export type { StateOf } from "./state";
export { BatchStat, Cache, Intermediate, Param, Variable } from "./variable";
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
