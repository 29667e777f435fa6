/** `jax.numpy`: what `import * as jnp from "jax/numpy"` gives. */
export { JaxArray as ndarray } from "../array/array";
export type { ArrayLike } from "./as-array";
export type { DTypeLike } from "./dtype-argument";
export {
  array,
  asarray,
  empty,
  emptyLike,
  eye,
  full,
  fullLike,
  identity,
  ones,
  onesLike,
  zeros,
  zerosLike,
  type ArraySource,
} from "./creation";
export { arange, geomspace, linspace, logspace } from "./ranges";
export { diag, diagflat, diagonal, fillDiagonal, trace, tri, tril, triu } from "./matrices";
export { diagIndices, fromfunction, indices, meshgrid, trilIndices, triuIndices } from "./grids";
export {
  bfloat16,
  bool_,
  float16,
  float32,
  float64,
  float_,
  int16,
  int32,
  int64,
  int8,
  int_,
  uint,
  uint16,
  uint32,
  uint64,
  uint8,
  type ScalarType,
} from "./scalar-types";
export {
  canCast,
  complexfloating,
  floating,
  generic,
  inexact,
  integer,
  isdtype,
  issubdtype,
  number,
  signedinteger,
  unsignedinteger,
} from "./dtype-kinds";
export { finfo, iinfo } from "./limits";
export { getPrintoptions, setPrintoptions, type PrintOptions } from "./printing";
export { dtype, promoteTypes, resultType } from "./result-type";
export {
  abs,
  absolute,
  add,
  arctan2,
  ceil,
  clip,
  cos,
  divide,
  equal,
  exp,
  expm1,
  floor,
  greater,
  greaterEqual,
  isfinite,
  isinf,
  isnan,
  less,
  lessEqual,
  log,
  log1p,
  logaddexp,
  logicalAnd,
  logicalNot,
  logicalOr,
  maximum,
  minimum,
  mod,
  multiply,
  negative,
  notEqual,
  pow,
  power,
  reciprocal,
  remainder,
  round,
  sign,
  sin,
  sqrt,
  square,
  subtract,
  tan,
  tanh,
  trueDivide,
  where,
} from "./elementwise";
export { divide as div, multiply as mul, negative as neg, subtract as sub } from "./elementwise";
export { putAlongAxis, take, takeAlongAxis } from "./taking";
export { append, concat, concatenate, hstack, stack, vstack } from "./joining";
export { dot, inner, matmul, outer, vdot } from "./products";
export { all, amax, amin, any, countNonzero, max, mean, min, prod, ptp, sum } from "./reductions";
export { argmax, argmin } from "./arg-reductions";
export { average, std, var } from "./spread";
export { cumprod, cumsum, cumulativeProd, cumulativeSum } from "./cumulative";
export * from "./at-least";
export * from "./bits";
export * from "./callbacks";
export * from "./closeness";
export * from "./contractions";
export * from "./differences";
export { delete_ as delete, insert, place, put, trimZeros } from "./editing";
export { einsum } from "./einsum";
export * from "./exponentials";
export * from "./facts";
export { argwhere, flatnonzero, nonzero } from "./finding";
export { gradient } from "./gradient";
export * from "./histograms";
export * from "./index-helpers";
export * from "./nan-reductions";
export * from "./padding";
export * from "./polynomials";
export * from "./quantiles";
export * from "./repeating";
export * from "./rounding";
export * from "./selecting";
export * from "./sets";
export * from "./signals";
export * from "./signs";
export * from "./sorting";
export { arraySplit, dsplit, hsplit, split, unstack, vsplit } from "./splitting";
export * from "./stacking";
export * from "./statistics";
export * from "./trigonometry";
export * from "./turning";
export * from "./vector-products";
export * from "./windows";
export {
  broadcastArrays,
  broadcastTo,
  expandDims,
  flip,
  moveaxis,
  ravel,
  reshape,
  squeeze,
  swapaxes,
  transpose,
} from "./shaping";
export { e, eulerGamma, inf, nan, newaxis, pi } from "./constants";
export * as linalg from "../linalg/index";
