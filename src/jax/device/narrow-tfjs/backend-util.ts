/** What tfjs's backends and the kernels in use take from its `backend_util`. */
import { unused } from "./unused";

export {
  assertAxesAreInnerMostDims,
  computeOutAndReduceShapes,
  expandShapeToKeepDim,
  getAxesPermutation,
  getInnerMostAxes,
} from "@tensorflow/tfjs-core/dist/ops/axis_util";
export {
  assertAndGetBroadcastShape,
  getBroadcastDims,
} from "@tensorflow/tfjs-core/dist/ops/broadcast_util";
export {
  assertParamsConsistent,
  computeOutShape,
} from "@tensorflow/tfjs-core/dist/ops/concat_util";
export { computeOptimalWindowSize } from "@tensorflow/tfjs-core/dist/ops/reduce_util";
export { upcastType } from "@tensorflow/tfjs-core/dist/types";
export { warn } from "@tensorflow/tfjs-core/dist/log";

// Text and complex numbers are no tensors here.
export const fromStringArrayToUint8 = unused;
export const fromUint8ToStringArray = unused;
export const mergeRealAndImagArrays = unused;
