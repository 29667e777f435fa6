/** The solvers of linear algebra, in float64 on the host. */
import { choleskyOf } from "./cholesky";
import { qrOf } from "./householder";
import { cofactors, determinant, identity, logDeterminant, luOf, luSolve } from "./lu";
import { pseudoInverse } from "./pseudo-inverse";
import { svdOf } from "./singular-values";
import { symmetricEigen } from "./symmetric-eigen";

export const solvers = {
  choleskyOf,
  cofactors,
  determinant,
  identity,
  logDeterminant,
  luOf,
  luSolve,
  pseudoInverse,
  qrOf,
  svdOf,
  symmetricEigen,
};
export type Solvers = typeof solvers;
