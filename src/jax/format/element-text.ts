import {
  EXPONENT_FROM,
  exponentText,
  isFloat,
  isNegative,
  positionalParts,
  type PrintedType,
  roundTo,
  scientificParts,
} from "./decimal";
import { printOptions } from "./print-options";
import { formatScalar, generalText, nonFiniteText } from "./scalar-text";

/** Writes one element so that all elements of its array line up. */
export type ElementText = (value: number) => string;

/**
 * The writer for an array's elements, from the elements that will be shown (NumPy's FloatingFormat,
 * IntegerFormat and BoolFormat). `isScalar` is for 0-d arrays, which need no alignment.
 */
export function elementText(
  values: readonly number[],
  dtype: PrintedType,
  isScalar: boolean,
): ElementText {
  if (dtype === "bfloat16") return generalText;
  if (dtype === "bool") return (value) => (value === 0 ? "False" : isScalar ? "True" : " True");
  if (isFloat(dtype)) return floatElement(values, dtype);
  const width = Math.max(0, ...values.map((value) => formatScalar(value, dtype).length));
  return (value) => formatScalar(value, dtype).padStart(width);
}

/** Columns that NaN and infinities need: one more as soon as one infinity is negative. */
function nonFiniteWidth(values: readonly number[]): number {
  if (values.every(Number.isFinite)) return 0;
  return values.includes(-Infinity) ? 4 : 3;
}

/** Written parts of one number, before alignment. */
interface Parts {
  readonly whole: string;
  readonly fraction: string;
  readonly exponent: number;
}

function floatElement(values: readonly number[], dtype: PrintedType): ElementText {
  const finite = values.filter(Number.isFinite);
  const scientific = needsExponent(finite, dtype);
  const all = finite.map((value) => split(value, dtype, scientific, 0));
  const fractionWidth = Math.max(0, ...all.map(({ fraction }) => fraction.length));
  const exponentWidth = Math.max(
    2,
    ...all.map(({ exponent }) => String(Math.abs(exponent)).length),
  );
  const right = scientific ? fractionWidth + exponentWidth + 2 : fractionWidth;
  const left = Math.max(
    0,
    nonFiniteWidth(values) - right - 1,
    ...all.map(({ whole }) => whole.length),
  );
  return (value) => {
    if (!Number.isFinite(value)) return nonFiniteText(value).padStart(left + right + 1);
    const { whole, fraction, exponent } = split(value, dtype, scientific, fractionWidth);
    const start = `${whole.padStart(left)}.`;
    return scientific
      ? start + fraction + exponentText(exponent, exponentWidth)
      : start + fraction.padEnd(right);
  };
}

function split(value: number, dtype: PrintedType, scientific: boolean, minDigits: number): Parts {
  const sign = isNegative(value) ? "-" : "";
  if (scientific) {
    const { precision } = printOptions();
    const [whole, fraction, exponent] = scientificParts(value, dtype, minDigits, precision);
    return { whole: sign + whole, fraction, exponent };
  }
  const [whole, fraction] = positionalParts(value, dtype, printOptions().precision);
  return { whole: sign + whole, fraction, exponent: 0 };
}

/** Very large, very small or very different magnitudes are written with an exponent. */
function needsExponent(finite: readonly number[], dtype: PrintedType): boolean {
  const sizes = finite.map(Math.abs).filter((size) => size !== 0);
  if (sizes.length === 0) return false;
  const largest = sizes.reduce((a, b) => Math.max(a, b));
  const smallest = sizes.reduce((a, b) => Math.min(a, b));
  return (
    largest >= (EXPONENT_FROM[dtype] ?? 1e8) ||
    (!printOptions().suppress &&
      (smallest < roundTo(dtype, 0.0001) || roundTo(dtype, largest / smallest) > 1000))
  );
}
