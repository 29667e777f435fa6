/** The names of `flax`. */
import "../namespace/missing-member";
import "../numpy/methods";

export * as bridge from "../bridge/index";
export * as linen from "../linen/index";
export * as nnx from "./nnx";
