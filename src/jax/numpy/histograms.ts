import type { JaxArray } from "../array/array";
import { sizeOf } from "../array/aval";
import { binaryOp, constLike, convert, fullLike, reshape, select } from "../core/ops";
import { bind } from "../core/trace";
import { isInteger } from "../base/dtype";
import { JaxTypeError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { concreteOf, concretizationError } from "./concrete-value";
import { zeros } from "./creation";
import { define } from "./function-table";
import { promotedInexact } from "./promote";
import { linspace } from "./ranges";
import { max, min, sum } from "./reductions";
import { searchsorted } from "./sorting";
import { part } from "./splitting";

interface BincountOptions {
  weights?: ArrayLike | null;
  minlength?: number;
  length?: number | null;
}
/** How often each number 0, 1, 2, … occurs, or the sum of the weights that go with it. */
export const bincount: (
  x: ArrayLike,
  weights?: ArrayLike | null | BincountOptions,
  options?: BincountOptions,
) => JaxArray = define(
  "jax.numpy",
  "bincount(@x, @weights=None, minlength=0, *, length=None, out_sharding!=None)",
  (x: ArrayLike, weights?: ArrayLike | null, minlength = 0, length?: number | null) => {
    const given = asArray(x, "bincount");
    if (!isInteger(given.dtype) && given.dtype !== "bool")
      throw new JaxTypeError(
        `x argument to bincount must have an integer type; got ${given.dtype}`,
      );
    if (given.shape.length !== 1) throw new ValueError("only 1-dimensional input supported.");
    const places = convert(given, "int32");
    const rows = Math.max(minlength, length ?? largest(places) + 1);
    const kept = select(binaryOp("lt", places, constLike(places, 0)), places, fullLike(places, 0));
    const ones = fullLike(places, 1);
    const counted =
      weights === null || weights === undefined ? ones : asArray(weights, "bincount", 1);
    const blank = zeros([length ?? rows], { dtype: counted.dtype });
    return bind("scatter", [blank, kept, counted], { axis: 0, kind: "add" });
  },
);

function largest(x: JaxArray): number {
  const known = x.main === null ? concreteOf(x) : null;
  if (known === null)
    throw concretizationError(
      x,
      "The error occurred because of argument 'x' of jnp.bincount. To avoid this error, pass a static `length` argument.",
    );
  return Math.max(0, ...known.values());
}

type Bins = number | ArrayLike;
interface HistogramOptions {
  bins?: Bins;
  range?: readonly [number, number] | null;
  weights?: ArrayLike | null;
  density?: boolean | null;
}

function edgesOf(a: ArrayLike, bins: Bins, limits?: readonly [number, number] | null): JaxArray {
  const [x] = promotedInexact([asArray(a, "histogram")]);
  if (typeof bins !== "number") return asArray(bins, "histogram", 1);
  const [low, high] = limits ?? [min(x), max(x)];
  const [from, to] = [asArray(low), asArray(high)];
  // A range without width is widened to 1.
  const isFlat = binaryOp("eq", from.sub(to), constLike(from, 0));
  const half = select(isFlat, fullLike(from, 0), fullLike(from, 0.5));
  const [start, end] = [from.sub(half), to.add(half)];
  const share = linspace(0, 1, bins + 1).astype(x.dtype);
  return start.mul(share.neg().add(1)).add(end.mul(share));
}

/** The edges of the bins that a histogram has. */
export const histogramBinEdges: (
  a: ArrayLike,
  bins?: Bins | HistogramOptions,
  options?: HistogramOptions,
) => JaxArray = define(
  "jax.numpy",
  "histogram_bin_edges(@a, ~bins=10, range=None, weights!=None)",
  (a: ArrayLike, bins: Bins = 10, limits?: readonly [number, number] | null) =>
    edgesOf(a, bins, limits),
);

/** How many elements fall into each bin (as floats), and the edges of the bins. */
export const histogram: (
  a: ArrayLike,
  bins?: Bins | HistogramOptions,
  options?: HistogramOptions,
) => JaxArray[] = define(
  "jax.numpy",
  "histogram(@a, ~bins=10, range=None, @weights=None, density=None)",
  (
    a: ArrayLike,
    bins: Bins = 10,
    limits?: readonly [number, number] | null,
    weights?: ArrayLike | null,
    density?: boolean | null,
  ) => {
    const [x] = promotedInexact([asArray(a, "histogram")]);
    const flat = reshape(x, [sizeOf(x.shape)]);
    const edges = edgesOf(x, bins, limits);
    const n = edges.shape[0];
    const first = searchsorted(edges, flat, { side: "right" });
    const isLast = flat.equal(part(edges, 0, n - 1, n));
    const place = select(isLast, first, fullLike(first, n - 1));
    const given =
      weights === null || weights === undefined
        ? fullLike(flat, 1)
        : reshape(asArray(weights), [sizeOf(x.shape)]);
    const blank = zeros([n + 1], { dtype: given.dtype });
    const counts = bind("scatter", [blank, place, given], { axis: 0, kind: "add" });
    const inside = part(counts, 0, 1, n);
    if (density !== true) return [inside, edges];
    const widths = part(edges, 0, 1, n).sub(part(edges, 0, 0, n - 1));
    return [inside.div(widths).div(sum(inside)), edges];
  },
);
