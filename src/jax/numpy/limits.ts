import { FRACTION_BITS, INTEGER_RANGE, isFloating, ITEM_SIZE, type DType } from "../base/dtype";
import { ValueError } from "../base/errors";
import { elementText } from "../format/element-text";
import { generalText } from "../format/scalar-text";
import { namedDType, type DTypeLike } from "./dtype-argument";

interface FloatFormat {
  /** Bits of the exponent. */
  readonly nexp: number;
  /** Smallest step between decimal numbers that is always kept. */
  readonly precision: number;
}

const FORMATS: Readonly<Partial<Record<DType, FloatFormat>>> = {
  float32: { nexp: 8, precision: 6 },
  float16: { nexp: 5, precision: 3 },
  bfloat16: { nexp: 8, precision: 2 },
};

/** What a floating dtype can hold. */
export interface FloatInfo {
  readonly dtype: DType;
  readonly bits: number;
  /** Distance from 1 to the next larger number. */
  readonly eps: number;
  /** Distance from 1 to the next smaller number. */
  readonly epsneg: number;
  readonly max: number;
  readonly min: number;
  /** The smallest positive number of full precision. */
  readonly tiny: number;
  readonly smallestNormal: number;
  readonly smallestSubnormal: number;
  readonly resolution: number;
  readonly precision: number;
  readonly nmant: number;
  readonly nexp: number;
  readonly minexp: number;
  readonly maxexp: number;
  toString(): string;
}

/** What an integer dtype can hold. */
export interface IntegerInfo {
  readonly dtype: DType;
  readonly bits: number;
  readonly min: number;
  readonly max: number;
  toString(): string;
}

/** Limits as NumPy prints them. */
function limitText(value: number, dtype: DType): string {
  if (dtype === "bfloat16") return generalText(value);
  if (dtype === "float16") return `${value < 0 ? "-" : ""}6.55040e+04`;
  return elementText([value], dtype, true)(value);
}

/** Limits of a floating dtype: `jnp.finfo(jnp.float32).eps`. */
export function finfo(dtype: DTypeLike): FloatInfo {
  const type = namedDType(dtype);
  const format = FORMATS[type];
  const nmant = FRACTION_BITS[type];
  if (format === undefined || nmant === undefined)
    throw new ValueError(`data type <class 'numpy.${type}'> not inexact`);
  const { nexp, precision } = format;
  const maxexp = 2 ** (nexp - 1);
  const minexp = 2 - maxexp;
  const max = (2 - 2 ** -nmant) * 2 ** (maxexp - 1);
  const resolution = type === "bfloat16" ? 0.010009765625 : 10 ** -precision;
  const shown = type === "bfloat16" ? generalText(resolution) : resolutionText(precision);
  return {
    dtype: type,
    bits: ITEM_SIZE[type] * 8,
    eps: 2 ** -nmant,
    epsneg: 2 ** -(nmant + 1),
    max,
    min: -max,
    tiny: 2 ** minexp,
    smallestNormal: 2 ** minexp,
    smallestSubnormal: 2 ** (minexp - nmant),
    resolution,
    precision,
    nmant,
    nexp,
    minexp,
    maxexp,
    toString: () =>
      `finfo(resolution=${shown}, min=${limitText(-max, type)}, max=${limitText(max, type)}, dtype=${type})`,
  };
}

function resolutionText(precision: number): string {
  return precision > 4 ? `1e-0${precision}` : String(10 ** -precision);
}

/** Limits of an integer dtype: `jnp.iinfo(jnp.int32).max`. */
export function iinfo(dtype: DTypeLike): IntegerInfo {
  const type = namedDType(dtype);
  const range = INTEGER_RANGE[type];
  if (range === undefined)
    throw new ValueError(`Invalid integer data type '${isFloating(type) ? "f" : "b"}'.`);
  const [min, max] = range;
  return {
    dtype: type,
    bits: ITEM_SIZE[type] * 8,
    min,
    max,
    toString: () => `iinfo(min=${min}, max=${max}, dtype=${type})`,
  };
}
