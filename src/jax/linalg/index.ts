/** `jax.numpy.linalg`: linear algebra of small matrices, computed on the CPU in float64. */
export { det, slogdet } from "./determinant";
export { eigh, eigvalsh } from "./eigen";
export { cholesky, qr } from "./factorizations";
export { inv, solve } from "./inverse";
export { cond, lstsq, matrixRank, pinv } from "./least-squares";
export { matrixNorm, norm, vectorNorm } from "./norms";
export { matrixPower, multiDot, tensorinv, tensorsolve } from "./powers";
export {
  cross,
  diagonal,
  matmul,
  matrixTranspose,
  outer,
  tensordot,
  trace,
  vecdot,
} from "./products";
export { svd, svdvals } from "./singular";
