/** `jax.numpy`: what `import * as jnp from "jax/numpy"` gives. */
export { JaxArray as ndarray } from "../array/array";
export type { ArrayLike } from "../numpy/as-array";
export type { DTypeLike } from "../numpy/dtype-argument";
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
} from "../numpy/creation";
export { arange, geomspace, linspace, logspace } from "../numpy/ranges";
export { diag, diagflat, diagonal, fillDiagonal, trace, tri, tril, triu } from "../numpy/matrices";
export {
  diagIndices,
  fromfunction,
  indices,
  meshgrid,
  trilIndices,
  triuIndices,
} from "../numpy/grids";
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
} from "../numpy/scalar-types";
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
} from "../numpy/dtype-kinds";
export { finfo, iinfo } from "../numpy/limits";
export { getPrintoptions, setPrintoptions, type PrintOptions } from "../numpy/printing";
export { dtype, promoteTypes, resultType } from "../numpy/result-type";
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
} from "../numpy/elementwise";
export {
  divide as div,
  multiply as mul,
  negative as neg,
  subtract as sub,
} from "../numpy/elementwise";
export { putAlongAxis, take, takeAlongAxis } from "../numpy/taking";
export { append, concat, concatenate, hstack, stack, vstack } from "../numpy/joining";
export { dot, inner, matmul, outer, vdot } from "../numpy/products";
export {
  all,
  amax,
  amin,
  any,
  countNonzero,
  max,
  mean,
  min,
  prod,
  ptp,
  sum,
} from "../numpy/reductions";
export { argmax, argmin } from "../numpy/arg-reductions";
export { average, std, var } from "../numpy/variance";
export { cumprod, cumsum, cumulativeProd, cumulativeSum } from "../numpy/cumulative";
export * from "../numpy/at-least";
export * from "../numpy/bits";
export * from "../transform/numpy-callbacks";
export * from "../numpy/closeness";
export * from "../numpy/contractions";
export * from "../numpy/differences";
export { delete_ as delete, insert, place, put, trimZeros } from "../numpy/inserting-and-deleting";
export { einsum } from "../numpy/einsum";
export * from "../numpy/exponentials";
export * from "../numpy/attributes";
export { argwhere, flatnonzero, nonzero } from "../numpy/nonzero";
export { gradient } from "../numpy/gradient";
export * from "../numpy/histograms";
export * from "../numpy/index-helpers";
export * from "../numpy/nan-reductions";
export * from "../numpy/padding";
export * from "../numpy/polynomials";
export * from "../numpy/quantiles";
export * from "../numpy/repeating";
export * from "../numpy/rounding";
export * from "../numpy/selecting";
export * from "../numpy/sets";
export * from "../numpy/signals";
export * from "../numpy/sign-and-type-tests";
export * from "../numpy/sorting";
export { arraySplit, dsplit, hsplit, split, unstack, vsplit } from "../numpy/splitting";
export * from "../numpy/stacking";
export * from "../numpy/statistics";
export * from "../numpy/trigonometry";
export * from "../numpy/flipping";
export * from "../numpy/vector-products";
export * from "../numpy/windows";
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
} from "../numpy/shaping";
export { e, eulerGamma, inf, nan, newaxis, pi } from "../numpy/constants";
export { polyfit } from "../linalg/polyfit";
export * as linalg from "../linalg/index";
