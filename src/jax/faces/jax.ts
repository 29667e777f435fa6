/** The names of `jax`. */
import "../namespace/missing-member";
import "../numpy/methods";
import type { JaxArray } from "../array/array";

/** An array: any number of axes, one element type. Arrays never change; methods give new ones. */
export type Array = JaxArray;

export { checkpoint, remat } from "../transform/checkpoint";
export { customJvp, type CustomJvpFunction } from "../transform/custom-jvp";
export { customVjp, type CustomVjpFunction } from "../transform/custom-vjp";
export * as debug from "../transform/debug";
export { evalShape } from "../transform/eval-shape";
export { grad, valueAndGrad } from "../transform/grad";
export { hessian, jacfwd, jacrev } from "../transform/jacobian";
export { jit } from "../transform/jit";
export { linearTranspose } from "../transform/linear-transpose";
export { makeJaxpr } from "../transform/make-jaxpr";
export { blockUntilReady, deviceGet, devicePut } from "../transform/host-values";
export { ShapeDtypeStruct } from "../transform/shape-dtype-struct";
export { jvp, linearize, vjp } from "../transform/vjp";
export { vmap } from "../transform/vmap";
export * as flattenUtil from "../transform/flatten-util";
export * as lax from "../lax/index";
export * as nn from "../nn/index";
export * as numpy from "./numpy";
export * as random from "../random/index";
export * as tree from "../tree/index";
export * as treeUtil from "../tree/tree-util";
