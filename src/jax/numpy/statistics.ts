import type { JaxArray } from "../array/array";
import { reshape } from "../core/ops";
import { isFloating } from "../base/dtype";
import { JaxTypeError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import type { DTypeLike } from "./dtype-argument";
import { abs, clip, sqrt } from "./elementwise";
import { define } from "./function-table";
import { concatenate } from "./joining";
import { diag } from "./matrices";
import { matmul } from "./products";
import { promotedInexact } from "./promote";
import { sum } from "./reductions";
import { average } from "./variance";
import { expandDims, squeeze } from "./shaping";

interface CovOptions {
  y?: ArrayLike | null;
  /** Whether rows are the variables (the default) and columns the observations. */
  rowvar?: boolean;
  /** Whether to divide by the number of observations instead of one less. */
  bias?: boolean;
  ddof?: number | null;
  /** How often each observation counts, whole numbers. */
  fweights?: ArrayLike | null;
  /** The weight of each observation. */
  aweights?: ArrayLike | null;
}

/** Variables as rows, also of one variable in a vector. */
function variables(x: JaxArray, rowvar: boolean): JaxArray {
  if (x.shape.length < 2) return reshape(x, [1, x.size]);
  return rowvar || x.shape[0] === 1 ? x : x.T;
}

function weightsOf(
  observations: number,
  fweights: ArrayLike | null | undefined,
  aweights: ArrayLike | null | undefined,
): JaxArray | null {
  const given = [fweights, aweights].flatMap((each, i) => {
    if (each === null || each === undefined) return [];
    const name = i === 0 ? "fweights" : "aweights";
    const weights = asArray(each, "cov", 5 + i);
    if (weights.shape.length !== 1)
      throw new JaxTypeError(`cannot handle multidimensional ${name}`);
    if (weights.shape[0] !== observations)
      throw new ValueError(`incompatible numbers of samples and ${name}`);
    if (i === 0 && isFloating(weights.dtype)) throw new JaxTypeError("fweights must be integer.");
    return [abs(weights)];
  });
  return given.length === 0 ? null : given.reduce((a, b) => a.mul(b));
}

function covariance(m: ArrayLike, options: CovOptions): JaxArray {
  const { y, rowvar = true, bias = false, ddof, fweights, aweights } = options;
  const lists = promotedInexact(
    [m, ...(y === null || y === undefined ? [] : [y])].map((x, i) => asArray(x, "cov", i)),
  );
  if (lists.some(({ shape }) => shape.length > 2))
    throw new ValueError("m has more than 2 dimensions");
  const x = concatenate(
    lists.map((each) => variables(each, rowvar)),
    0,
  );
  const n = x.shape[1];
  const correction = ddof ?? (bias ? 0 : 1);
  const weights = weightsOf(n, fweights, aweights);
  const centred = x.sub(expandDims(average(x, { axis: 1, weights }), -1));
  if (weights === null) return squeeze(matmul(centred, centred.T).div(n - correction));
  const total = sum(weights);
  const isPlain = correction === 0 || aweights === null || aweights === undefined;
  const factor = isPlain
    ? total.sub(correction)
    : total.sub(
        sum(weights.mul(abs(asArray(aweights))))
          .mul(correction)
          .div(total),
      );
  return squeeze(matmul(centred.mul(weights), centred.T).div(factor));
}

/** The covariance of variables, by default one in each row of a matrix. */
export const cov: (m: ArrayLike, options?: CovOptions) => JaxArray = define(
  "jax.numpy",
  "cov(@m, @y=None, rowvar=True, bias=False, ddof=None, @fweights=None, @aweights=None, dtype=None)",
  (
    m: ArrayLike,
    y?: ArrayLike | null,
    rowvar?: boolean,
    bias?: boolean,
    ddof?: number | null,
    fweights?: ArrayLike | null,
    aweights?: ArrayLike | null,
    dtype?: DTypeLike | null,
  ) => {
    const out = covariance(m, { y, rowvar, bias, ddof, fweights, aweights });
    return dtype === null || dtype === undefined ? out : out.astype(dtype);
  },
);

interface CorrcoefOptions {
  y?: ArrayLike | null;
  rowvar?: boolean;
}
/** The correlation of variables, by default one in each row of a matrix. */
export const corrcoef: (x: ArrayLike, options?: CorrcoefOptions) => JaxArray = define(
  "jax.numpy",
  "corrcoef(@x, @y=None, rowvar=True, dtype!=None)",
  (x: ArrayLike, y?: ArrayLike | null, rowvar?: boolean) => {
    const c = covariance(x, { y, rowvar });
    if (c.shape.length === 0) return c.div(c);
    const deviations = sqrt(diag(c));
    const scaled = c.div(expandDims(deviations, 1)).div(expandDims(deviations, 0));
    return clip(scaled, -1, 1);
  },
);
