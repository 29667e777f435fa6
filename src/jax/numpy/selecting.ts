import type { JaxArray } from "../array/array";
import { sizeOf, tupleText } from "../array/aval";
import { constLike, reshape } from "../core/ops";
import { NotImplementedError, ValueError } from "../base/errors";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { concreteOf, concretizationError } from "./concrete-value";
import { iota } from "./creation";
import { clip, mod, where } from "./elementwise";
import { truth } from "./elementwise-kinds";
import { flatnonzero } from "./nonzero";
import { define } from "./function-table";
import { broadcasted, promoted } from "./promote";
import { sum } from "./reductions";
import { take } from "./taking";

/** For each element the choice that goes with the first true condition, or the default. */
export const select: (
  condlist: readonly ArrayLike[],
  choicelist: readonly ArrayLike[],
  fallback?: ArrayLike | { default?: ArrayLike },
) => JaxArray = define(
  "jax.numpy",
  "select([condlist], [choicelist], @default=0)",
  (conditions: readonly ArrayLike[], choices: readonly ArrayLike[], fallback?: ArrayLike) => {
    if (conditions.length !== choices.length)
      throw new ValueError(
        `condlist must have length equal to choicelist (${conditions.length} vs ${choices.length})`,
      );
    if (conditions.length === 0) throw new ValueError("condlist must be non-empty");
    const given = choices.map((x, i) => asArray(x, "select", i));
    const rest = fallback === undefined ? constLike(given[0], 0) : asArray(fallback, "select");
    const values = promoted([...given, rest]);
    const last = values[values.length - 1];
    return conditions.reduceRight<JaxArray>(
      (result, condition, i) => where(condition, values[i], result),
      last,
    );
  },
);

type ChooseMode = "raise" | "wrap" | "clip";
/** For each index the element of the choice with that number, at its place. */
export const choose: (
  a: ArrayLike,
  choices: readonly ArrayLike[] | JaxArray,
  options?: { mode?: ChooseMode },
) => JaxArray = define(
  "jax.numpy",
  "choose(@a, [choices], out!=None, mode='raise')",
  (a: ArrayLike, choices: readonly ArrayLike[] | JaxArray, mode: ChooseMode = "raise") => {
    const list = promoted([...choices].map((x) => asArray(x, "choose", 1)));
    const count = list.length;
    const index = asArray(a, "choose");
    if (mode === "raise") {
      const known = concreteOf(index);
      if (known === null)
        throw concretizationError(
          index,
          "The error occurred because jnp.choose was jit-compiled with mode='raise'. Use mode='wrap' or mode='clip' instead.",
        );
      if (known.values().some((each) => each < 0 || each >= count))
        throw new ValueError("invalid entry in choice array");
    } else if (mode !== "wrap" && mode !== "clip")
      throw new ValueError(
        `mode should be one of 'raise', 'wrap', 'clip'; got mode='${String(mode)}'`,
      );
    const inside =
      mode === "wrap" ? mod(index, asArray(count).astype("int32")) : clip(index, 0, count - 1);
    const [places, ...values] = broadcasted([inside, ...list]);
    return values.reduce((result, each, i) => where(places.equal(i), each, result));
  },
);

interface SizeOptions {
  /** How many elements to give; needed where the condition is traced. */
  size?: number | null;
  fillValue?: ArrayLike;
}
interface CompressOptions extends SizeOptions {
  axis?: number | null;
}

function compressed(
  name: string,
  condition: JaxArray,
  x: JaxArray,
  axis: number,
  { size, fillValue = 0 }: SizeOptions,
): JaxArray {
  if (condition.shape.length !== 1) throw new ValueError("condition must be a 1D array");
  const n = x.shape[axis];
  const flags = truth(condition).slice([0, n]);
  const rest = concreteOf(truth(condition));
  if (
    rest
      ?.values()
      .slice(n)
      .some((each) => each !== 0) === true
  )
    throw new ValueError("condition contains entries that are out of bounds");
  const places = flatnonzero(flags, { size });
  const taken = take(x, places, axis);
  if (size === null || size === undefined) return taken;
  const found = iota([size], 0).less(sum(flags));
  const column = reshape(
    found,
    x.shape.map((_, i) => (i === axis ? size : 1)),
  );
  return where(column, taken, asArray(fillValue, name).astype(x.dtype));
}

/** The slices along an axis for which a condition holds; without an axis, elements of the flattened array. */
export const compress: (
  condition: ArrayLike,
  a: ArrayLike,
  axis?: number | null | CompressOptions,
  options?: SizeOptions,
) => JaxArray = define(
  "jax.numpy",
  "compress(@condition, @a, axis=None, *, size=None, @fill_value=0, out!=None)",
  (
    condition: ArrayLike,
    a: ArrayLike,
    axis?: number | null,
    size?: number | null,
    fillValue?: ArrayLike,
  ) => {
    const x = asArray(a, "compress", 1);
    const isFlat = axis === null || axis === undefined;
    const flat = isFlat ? reshape(x, [sizeOf(x.shape)]) : x;
    const along = isFlat ? 0 : normalAxis(axis, x.shape.length);
    return compressed("compress", asArray(condition, "compress"), flat, along, { size, fillValue });
  },
);

/** The elements of the flattened array where a condition of the same size is true. */
export const extract: (condition: ArrayLike, arr: ArrayLike, options?: SizeOptions) => JaxArray =
  define(
    "jax.numpy",
    "extract(@condition, @arr, *, size=None, @fill_value=0)",
    (condition: ArrayLike, arr: ArrayLike, size?: number | null, fillValue?: ArrayLike) => {
      const [flags, x] = [asArray(condition, "extract"), asArray(arr, "extract", 1)];
      const options = { size, fillValue };
      return compressed(
        "extract",
        reshape(flags, [sizeOf(flags.shape)]),
        reshape(x, [sizeOf(x.shape)]),
        0,
        options,
      );
    },
  );

/** Index arrays, each along an axis of its own, that together select a block: one for each argument. */
export const ix_: (...args: ArrayLike[]) => JaxArray[] = define(
  "jax.numpy",
  "ix_(*args)",
  (args: readonly ArrayLike[] = []) =>
    args.map((each, axis) => {
      const x = asArray(each, "ix", axis);
      if (x.shape.length !== 1)
        throw new ValueError(
          `Arguments to jax.numpy.ix_ must be 1-dimensional, got shape ${tupleText(x.shape)}`,
        );
      if (x.dtype === "bool")
        throw new NotImplementedError("Boolean arguments to jax.numpy.ix_ are not implemented");
      return reshape(
        x,
        args.map((_, i) => (i === axis ? x.shape[0] : 1)),
      );
    }),
);
