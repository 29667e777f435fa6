import type { JaxArray } from "../array/array";
import { range } from "../array/aval";
import { fromHost } from "../array/concrete";
import { constLike, dotGeneral, fullLike, reshape, select } from "../core/ops";
import { bind } from "../core/trace";
import { ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { define } from "./function-table";
import { array, type ArraySource } from "./creation";
import { promoted, promotedInexact } from "./promote";
import { clip, where } from "./elementwise";
import { searchsorted } from "./sorting";
import { flip } from "./shaping";
import { part } from "./splitting";

type Mode = "full" | "same" | "valid";

/** Sums of products of a sliding vector with a longer one, as one matrix product. */
function slide(x: JaxArray, y: JaxArray, mode: Mode, name: string): JaxArray {
  if (x.shape.length !== 1 || y.shape.length !== 1)
    throw new ValueError(`${name}() only support 1-dimensional inputs.`);
  const [n, m] = [x.shape[0], y.shape[0]];
  if (n === 0 || m === 0)
    throw new ValueError(`${name}: inputs cannot be empty, got shapes (${n},) and (${m},).`);
  const margin = m - 1;
  const padded = bind("pad", [x, constLike(x, 0)], { config: [[margin, margin, 0]] });
  const total = n + m - 1;
  const rows = Int32Array.from(range(total * m), (i) => Math.floor(i / m) + (i % m));
  const windows = bind("gather", [padded, fromHost([total, m], "int32", false, rows)], { axis: 0 });
  const full = dotGeneral(windows, y, {
    lhsContract: [1],
    rhsContract: [0],
    lhsBatch: [],
    rhsBatch: [],
  });
  if (mode === "full") return full;
  const [long, short] = [Math.max(n, m), Math.min(n, m)];
  if (mode === "valid") return part(full, 0, short - 1, long);
  const start = Math.floor((short - 1) / 2) + (name === "correlate" && n < m ? (short - 1) % 2 : 0);
  return part(full, 0, start, start + long);
}

function checkMode(mode: string): void {
  if (!["full", "same", "valid"].includes(mode))
    throw new ValueError(`mode must be one of ['full', 'same', 'valid'], got ${mode}`);
}

type Sliding = (a: ArrayLike, v: ArrayLike, mode?: Mode | { mode?: Mode }) => JaxArray;

/** The convolution of two vectors: products of one with the other's reverse, at every offset. */
export const convolve: Sliding = define(
  "jax.numpy",
  "convolve(@a, @v, mode='full', *, precision!=None, preferred_element_type!=None)",
  (a: ArrayLike, v: ArrayLike, mode: Mode = "full") => {
    checkMode(mode);
    const [x, y] = promoted([asArray(a, "convolve"), asArray(v, "convolve", 1)]);
    return slide(x, flip(y), mode, "convolve");
  },
);

/** The correlation of two vectors: products at every offset. */
export const correlate: Sliding = define(
  "jax.numpy",
  "correlate(@a, @v, mode='valid', *, precision!=None, preferred_element_type!=None)",
  (a: ArrayLike, v: ArrayLike, mode: Mode = "valid") => {
    checkMode(mode);
    const [x, y] = promoted([asArray(a, "correlate"), asArray(v, "correlate", 1)]);
    return slide(x, y, mode, "correlate");
  },
);

/** A polynomial's value at x; the coefficient of the highest power comes first. */
export const polyval: (p: ArraySource, x: ArrayLike) => JaxArray = define(
  "jax.numpy",
  "polyval(@p, @x, *, unroll=16)",
  (p: ArraySource, x: ArrayLike) => {
    const [coefficients, at] = promotedInexact([array(p), asArray(x, "polyval", 1)]);
    if (coefficients.shape.length !== 1) throw new ValueError("p must be a vector of coefficients");
    return [...coefficients].reduce((value, each) => value.mul(at).add(each), fullLike(at, 0));
  },
);

interface InterpOptions {
  left?: ArrayLike | null;
  right?: ArrayLike | null;
}
/** Values at x of the line through the points (xp, fp); outside, those at the ends or those given. */
export const interp: (
  x: ArrayLike,
  xp: ArrayLike,
  fp: ArrayLike,
  options?: InterpOptions,
) => JaxArray = define(
  "jax.numpy",
  "interp(@x, @xp, @fp, ~left=None, ~right=None, period!=None)",
  (
    x: ArrayLike,
    xp: ArrayLike,
    fp: ArrayLike,
    left?: ArrayLike | null,
    right?: ArrayLike | null,
  ) => {
    const [at, knots, values] = promotedInexact([asArray(x), asArray(xp), asArray(fp)]);
    if (knots.shape.length !== 1 || values.shape.join() !== knots.shape.join())
      throw new ValueError("xp and fp must be one-dimensional arrays of equal size");
    const n = knots.shape[0];
    const after = clip(searchsorted(knots, at, { side: "right" }), 1, n - 1).astype("int32");
    const read = (list: JaxArray, index: JaxArray): JaxArray =>
      bind("gather", [list, index], { axis: 0 });
    const before = bind("sub", [after, constLike(after, 1)], {});
    const [x0, y0] = [read(knots, before), read(values, before)];
    const [rise, run] = [read(values, after).sub(y0), read(knots, after).sub(x0)];
    const isFlat = run.abs().lessEqual(2 ** -104);
    const slope = rise.div(select(isFlat, run, fullLike(run, 1)));
    const inner = select(isFlat, y0.add(at.sub(x0).mul(slope)), y0);
    const end = (list: JaxArray, i: number): JaxArray => reshape(part(list, 0, i, i + 1), []);
    const low = where(at.less(end(knots, 0)), left ?? end(values, 0), inner);
    return where(at.greater(end(knots, n - 1)), right ?? end(values, n - 1), low);
  },
);
