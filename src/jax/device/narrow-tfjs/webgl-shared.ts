/**
 * Stands for the module through which tfjs's WebGL kernels reach the CPU backend for small values. tfjs's own
 * takes that backend apart as one object, so that every kernel of it would be kept.
 */
export { simpleAbsImpl as simpleAbsImplCPU } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Abs";
export { castImpl as castImplCPU } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Cast";
export { concatImpl as concatImplCPU } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Concat_impl";
export { maxImpl as maxImplCPU } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Max_impl";
export { multiplyImpl as multiplyImplCPU } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Multiply";
export { prodImpl as prodImplCPU } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Prod";
export { sliceImpl as sliceImplCPU } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Slice";
export { stridedSliceImpl as stridedSliceImplCPU } from "@tensorflow/tfjs-backend-cpu/dist/kernels/StridedSlice_impl";
export { tileImpl as tileImplCPU } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Tile_impl";
export { transposeImpl as transposeImplCPU } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Transpose_impl";
