/** The solvers of linear algebra, in float64 on the host, as a script of their own. */
import { handOver } from "../../parts";
import { choleskyOf } from "./cholesky";
import { qrOf } from "./householder";
import { cofactors, determinant, identity, logDeterminant, luOf, luSolve } from "./lu";
import { pseudoInverse } from "./pseudo-inverse";
import { svdOf } from "./singular-values";
import { symmetricEigen } from "./symmetric-eigen";

const solvers = {
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

handOver("linalg", solvers);
