/** `flax.nnx.bridge`: Linen modules in NNX and the other way round. */
export { ToLinen, toLinen } from "./to-linen";
export { lazyInit, ToNNX } from "./to-nnx";
