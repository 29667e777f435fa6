/** Polynomials as vectors of coefficients, that of the highest power first. */
import type { JaxArray } from "../array/array";
import { range } from "../array/aval";
import { fromHost } from "../array/concrete";
import { ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { ones, zeros } from "./creation";
import { define } from "./function-table";
import { concatenate } from "./joining";
import { promoted, promotedInexact } from "./promote";
import { convolve } from "./signals";

type Two = (a1: ArrayLike, a2: ArrayLike) => JaxArray;

function vectors(name: string, ...given: ArrayLike[]): JaxArray[] {
  const list = promoted(given.map((x, i) => asArray(x, name, i)));
  return list.map((x) => (x.shape.length === 0 ? x.reshape(1) : x));
}

/** Both with as many coefficients as the longer one. */
function aligned(name: string, a1: ArrayLike, a2: ArrayLike): [JaxArray, JaxArray] {
  const [x, y] = vectors(name, a1, a2);
  const n = Math.max(x.shape[0], y.shape[0]);
  const wide = (each: JaxArray): JaxArray =>
    concatenate([zeros([n - each.shape[0]], { dtype: each.dtype }), each], 0);
  return [wide(x), wide(y)];
}

/** The sum of two polynomials. */
export const polyadd: Two = define(
  "jax.numpy",
  "polyadd(@a1, @a2)",
  (a1: ArrayLike, a2: ArrayLike) => {
    const [x, y] = aligned("polyadd", a1, a2);
    return x.add(y);
  },
);
/** The difference of two polynomials. */
export const polysub: Two = define(
  "jax.numpy",
  "polysub(@a1, @a2)",
  (a1: ArrayLike, a2: ArrayLike) => {
    const [x, y] = aligned("polysub", a1, a2);
    return x.sub(y);
  },
);
/** The product of two polynomials. */
export const polymul: Two = define(
  "jax.numpy",
  "polymul(@a1, @a2, *, trim_leading_zeros!=False)",
  (a1: ArrayLike, a2: ArrayLike) => {
    const [x, y] = vectors("polymul", a1, a2);
    return convolve(x, y);
  },
);

function counting(values: readonly number[]): JaxArray {
  return fromHost([values.length], "float32", true, Float32Array.from(values));
}

/** The m-th derivative of a polynomial. */
export const polyder: (p: ArrayLike, m?: number | { m?: number }) => JaxArray = define(
  "jax.numpy",
  "polyder(@p, m=1)",
  (p: ArrayLike, m = 1) => {
    let [x] = promotedInexact(vectors("polyder", p));
    if (m < 0) throw new ValueError("Order of derivative must be positive");
    for (let i = 0; i < m; i++) {
      const degree = x.shape[0] - 1;
      x = x
        .slice([0, Math.max(0, degree)])
        .mul(counting(range(Math.max(0, degree)).map((k) => degree - k)));
    }
    return x;
  },
);

interface PolyintOptions {
  m?: number;
  /** The constants of integration; zeros unless given. */
  k?: ArrayLike | null;
}
/** The m-th integral of a polynomial. */
export const polyint: (p: ArrayLike, options?: number | PolyintOptions) => JaxArray = define(
  "jax.numpy",
  "polyint(@p, m=1, @k=None)",
  (p: ArrayLike, m = 1, k: ArrayLike | null = null) => {
    if (m < 0) throw new ValueError("Order of integral must be positive");
    const [given, constants] = promotedInexact(vectors("polyint", p, k ?? 0));
    let x = given;
    if (constants.shape[0] !== 1 && constants.shape[0] !== m)
      throw new ValueError("k must be a scalar or a rank-1 array of length 1 or m");
    for (let i = 0; i < m; i++) {
      const n = x.shape[0];
      const last = constants.slice([
        Math.min(i, constants.shape[0] - 1),
        Math.min(i, constants.shape[0] - 1) + 1,
      ]);
      x = concatenate([x.div(counting(range(n).map((j) => n - j))), last], 0);
    }
    return x;
  },
);

/** The coefficients of the polynomial with these zeros and leading coefficient 1. */
export const poly: (seqOfZeros: ArrayLike) => JaxArray = define(
  "jax.numpy",
  "poly(@seq_of_zeros)",
  (zerosOf: ArrayLike) => {
    const [x] = promotedInexact(vectors("poly", zerosOf));
    if (x.shape.length !== 1) throw new ValueError("poly takes a vector of zeros on this page.");
    const one = ones([1], { dtype: x.dtype });
    return range(x.shape[0]).reduce(
      (product, i) => convolve(product, concatenate([one, x.slice([i, i + 1]).neg()], 0)),
      one,
    );
  },
);
