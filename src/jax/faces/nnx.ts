/** `flax.nnx`: what `import { nnx } from "flax"` gives. */
export * as bridge from "../bridge/index";
export { Dict, List } from "../nnx/containers";
export { DiffState } from "../nnx/diff-state";
export { Dropout } from "../nnx/dropout";
export { Embed } from "../nnx/embed";
export { All, Any, Not, PathContains } from "../nnx/filter";
export { grad, valueAndGrad } from "../nnx/grad";
export { clone, merge, split, state, update } from "../nnx/graph";
export { GraphDef } from "../nnx/graph-def";
export { jit } from "../nnx/jit";
export { LayerNorm } from "../nnx/layer-norm";
export { Linear } from "../nnx/linear";
export { Module } from "../nnx/module";
export { OptArray, Optimizer, OptState, OptVariable } from "../nnx/optimizer";
export { pop } from "../nnx/pop";
export { RngCount, RngKey, Rngs, RngState, RngStream } from "../nnx/rngs";
export { Sequential } from "../nnx/sequential";
export { State, toPureDict } from "../nnx/state";
export type { StateOf } from "../nnx/state";
export { BatchStat, Cache, Intermediate, Param, Variable } from "../nnx/variable";
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
