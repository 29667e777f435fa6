import type { JaxArray } from "../array/array";
import { convert, reshape, unaryOp } from "../core/ops";
import { isFloating, promoteAll, promoteToInexact, type DType } from "../base/dtype";
import { JaxTypeError, ValueError, ZeroDivisionError } from "../base/errors";
import { checkSize } from "../array/limits";
import { asArray, type ArrayLike } from "./as-array";
import { normalAxis } from "./axis";
import { broadcastTo } from "./broadcast-to";
import { fromNumbers, type DTypeOption } from "./creation";
import { dtypeOf, type DTypeLike } from "./dtype-argument";
import { power, where } from "./elementwise";
import { define } from "./function-table";
import { commonShape } from "./promote";
import { concatenate } from "./joining";
import { moveaxis } from "./shaping";

interface RangeOptions extends DTypeOption {
  stop?: number | null;
  step?: number | null;
}
/**
 * Evenly spaced values from `start` (0) up to but without `stop`. Numbers of TypeScript are floats, so
 * the result is float32 unless a dtype is given, as `jnp.arange(3.0)` is in Python.
 */
export const arange: (
  start: number,
  stop?: number | null | RangeOptions,
  step?: number | null | RangeOptions,
  dtype?: DTypeLike | null | DTypeOption,
) => JaxArray = define(
  "jax.numpy",
  "arange(start, stop=None, step=None, dtype=None, *, device!=None, out_sharding!=None)",
  (start: number, stop?: number | null, step?: number | null, dtype?: DTypeLike | null) => {
    const type = dtypeOf(dtype, "float32", "arange");
    if (type === "bool")
      throw new JaxTypeError(
        "iota does not accept dtype bool. Accepted dtypes are subtypes of integer, floating, complexfloating.",
      );
    const alone = stop === null || stop === undefined;
    const [from, to, by] = [alone ? 0 : start, alone ? start : stop, step ?? 1];
    [from, to, by].forEach(checkNumber);
    if (by === 0) throw new ZeroDivisionError("float division by zero");
    const size = Math.max(0, Math.ceil((to - from) / by));
    checkSize(size);
    return fromNumbers(stepped(from, by, size, type), type);
  },
);

function checkNumber(value: unknown): void {
  if (typeof value !== "number" || Number.isNaN(value))
    throw new JaxTypeError(
      `arange takes numbers that are known when it is called, got ${String(value)}.`,
    );
}

/** The start and so many steps, rounded after each operation. */
function stepped(from: number, by: number, size: number, dtype: DType): number[] {
  const round = isFloating(dtype) ? Math.fround : Math.trunc;
  const [first, step] = [round(from), round(by)];
  return Array.from({ length: size }, (_, i) => round(first + round(step * i)));
}

interface SpaceOptions extends DTypeOption {
  num?: number;
  endpoint?: boolean;
  axis?: number;
}

/** What lies between two ends: start·(1 − t) + stop·t with t = i / steps, the last one set exactly. */
function between(
  start: ArrayLike,
  stop: ArrayLike,
  { num, endpoint, name }: { num: number; endpoint: boolean; name: string },
): JaxArray {
  if (!Number.isInteger(num))
    throw new JaxTypeError("'float' object cannot be interpreted as an integer");
  if (num < 0) throw new ValueError(`Number of samples, ${num}, must be non-negative.`);
  const [a, b] = [asArray(start, name), asArray(stop, name, 1)];
  const { dtype } = promoteToInexact(promoteAll([a, b]));
  if (typeof start === "number" && typeof stop === "number")
    return fromNumbers(spaced(Math.fround(start), Math.fround(stop), num, endpoint), dtype);
  const shape = commonShape([a.shape, b.shape]);
  const [low, high] = [a, b].map((x) => convert(x, dtype));
  const steps = endpoint ? num - 1 : num;
  const inner = endpoint && num > 1 ? num - 1 : num;
  checkSize(inner);
  const t = fromNumbers(
    Array.from({ length: inner }, (_, i) => (steps > 0 ? i * Math.fround(1 / steps) : 0)),
    dtype,
  );
  const column = reshape(t, [t.shape[0], ...shape.map(() => 1)]);
  const values = low.mul(column.neg().add(1)).add(high.mul(column));
  if (!endpoint || num < 2) return values;
  const lastRow = broadcastTo(high, [1, ...shape]);
  return concatenate([values, lastRow], { axis: 0 });
}

/** Rounded where JAX's compiler rounds: it multiplies by 1 / steps, and adds the second product unrounded. */
function spaced(start: number, stop: number, size: number, endpoint: boolean): number[] {
  checkSize(size);
  const f = Math.fround;
  const steps = endpoint ? size - 1 : size;
  const part = steps > 0 ? f(1 / steps) : 0;
  return Array.from({ length: size }, (_, i) => {
    if (endpoint && i === steps && steps > 0) return stop;
    return f(f(start * f(1 - f(i * part))) + i * f(stop * part));
  });
}

/** The result in its dtype (whole numbers are rounded down), the new axis where it is wanted. */
function placed(x: JaxArray, dtype: DType | null, axis: number): JaxArray {
  const wanted = dtype ?? x.dtype;
  const whole = isFloating(wanted) ? x : unaryOp("floor", x);
  return moveaxis(convert(whole, wanted), 0, normalAxis(axis, x.shape.length));
}

/**
 * `num` evenly spaced values from `start` to `stop`, the last one included unless `endpoint` is false;
 * with `retstep`, the list of these and their distance.
 */
export const linspace: {
  (
    start: ArrayLike,
    stop: ArrayLike,
    num: number,
    options: SpaceOptions & { retstep: true },
  ): [values: JaxArray, step: JaxArray];
  (
    start: ArrayLike,
    stop: ArrayLike,
    num?: number | SpaceOptions,
    options?: SpaceOptions,
  ): JaxArray;
} = define(
  "jax.numpy",
  "linspace(~start, ~stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, *, device!=None)",
  (
    start: ArrayLike,
    stop: ArrayLike,
    num = 50,
    endpoint = true,
    retstep = false,
    dtype?: DTypeLike | null,
    axis = 0,
  ) => {
    const wanted = dtypeOf(dtype, null, "linspace");
    const values = placed(between(start, stop, { num, endpoint, name: "linspace" }), wanted, axis);
    if (!retstep) return values;
    const low = asArray(start, "linspace");
    const gap = asArray(stop, "linspace", 1).sub(low).astype(values.dtype);
    return [values, gap.div(Math.max(1, endpoint ? num - 1 : num))];
  },
);

interface LogOptions extends SpaceOptions {
  base?: number;
}
type Spaced<Options> = (
  start: ArrayLike,
  stop: ArrayLike,
  num?: number | Options,
  options?: Options,
) => JaxArray;
/** `num` values from base^start to base^stop whose logarithms are evenly spaced. */
export const logspace: Spaced<LogOptions> = define(
  "jax.numpy",
  "logspace(~start, ~stop, num=50, endpoint=True, ~base=10.0, dtype=None, axis=0)",
  (
    start: ArrayLike,
    stop: ArrayLike,
    num = 50,
    endpoint = true,
    base: ArrayLike = 10,
    dtype?: DTypeLike | null,
    axis = 0,
  ) => {
    const exponents = between(start, stop, { num, endpoint, name: "logspace" });
    return placed(power(base, exponents), dtypeOf(dtype, null, "logspace"), axis);
  },
);

/** `num` values from `start` to `stop` with a constant ratio; both ends of one sign. */
export const geomspace: Spaced<SpaceOptions> = define(
  "jax.numpy",
  "geomspace(~start, ~stop, num=50, endpoint=True, dtype=None, axis=0)",
  (
    start: ArrayLike,
    stop: ArrayLike,
    num = 50,
    endpoint = true,
    dtype?: DTypeLike | null,
    axis = 0,
  ) => {
    const [a, b] = [asArray(start, "geomspace"), asArray(stop, "geomspace", 1)].map((x) =>
      convert(x, promoteToInexact(promoteAll([x])).dtype),
    );
    const ratio = unaryOp("log", b.div(a));
    const t = between(0, 1, { num, endpoint, name: "geomspace" });
    const column = reshape(t, [t.shape[0], ...ratio.shape.map(() => 1)]);
    const inner = unaryOp("exp", ratio.mul(column)).mul(a);
    // Where there is no ratio, the ends are undefined as well: inner − inner carries that over.
    const exact = where(column.equal(1), b.add(inner.sub(inner)), inner);
    return placed(exact, dtypeOf(dtype, null, "geomspace"), axis);
  },
);
