import { isFloating, type DType } from "../base/dtype";

/** A type of printed numbers: one of the facade's, or NumPy's 64-bit ones, which the facade does not compute with. */
export type PrintedType = DType | "float64" | "int64" | "uint64";

/** Whether numbers of a type are written with a point. */
export function isFloat(dtype: PrintedType): boolean {
  return dtype === "float64" || isFloating(dtype as DType);
}

/** A positive finite number as digits `d.ddd…` times a power of ten, without trailing zeros. */
export interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/** From this magnitude on NumPy 2.4 writes an exponent: ten to the power of the dtype's sure digits. */
export const EXPONENT_FROM: Partial<Readonly<Record<PrintedType, number>>> = {
  float32: 1e6,
  float16: 1e3,
};

/** Rounds a double to the nearest float16 (ties to even), as a double. */
export function roundToFloat16(value: number): number {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size === 0) return value;
  if (size >= 65520) return Math.sign(value) * Infinity;
  const exponent = Math.max(Math.floor(Math.log2(size)), -14);
  // Adding and taking away 1.5·2^52 units in the last place rounds half to even in a double.
  const unit = 2 ** (exponent - 10);
  const magic = 1.5 * 2 ** 52;
  return Math.sign(value) * ((size / unit + magic - magic) * unit);
}

/** Rounds a double into a floating dtype; other dtypes keep the double. */
export function roundTo(dtype: PrintedType, value: number): number {
  if (dtype === "float32") return Math.fround(value);
  return dtype === "float16" ? roundToFloat16(value) : value;
}

/** The shortest digits that read back as the same number of that dtype, the closest of those. */
export function shortestDecimal(value: number, dtype: PrintedType): Decimal {
  for (let precision = 0; precision < 17; precision++) {
    const text = exponentialText(value, precision);
    if (roundTo(dtype, Number(text)) === value) return parseDecimal(text);
  }
  return parseDecimal(value.toExponential());
}

function parseDecimal(text: string): Decimal {
  const [mantissa = "0", exponent = "0"] = text.split("e");
  const digits = mantissa.replace(".", "").replace(/0+$/, "");
  return { digits: digits === "" ? "0" : digits, exponent: Number(exponent) };
}

/** A finite number's magnitude split at the decimal point: `12.5` is `["12", "5"]`, `2` is `["2", ""]`. */
export function positionalParts(
  value: number,
  dtype: PrintedType,
  precision: number,
): readonly [whole: string, fraction: string] {
  const size = Math.abs(value);
  if (size === 0) return ["0", ""];
  const { digits, exponent } = shortestDecimal(size, dtype);
  if (exponent < 0) return cut(["0", "0".repeat(-exponent - 1) + digits], size, precision);
  const padded = digits.padEnd(exponent + 1, "0");
  return cut([padded.slice(0, exponent + 1), padded.slice(exponent + 1)], size, precision);
}

/** Shortens a fraction to `precision` digits by rounding the exact number, ties to even. */
function cut(
  [whole, fraction]: readonly [string, string],
  size: number,
  precision: number,
): readonly [string, string] {
  if (fraction.length <= precision) return [whole, fraction];
  const [roundedWhole = "0", roundedFraction = ""] = fixedText(size, precision).split(".");
  return [roundedWhole, roundedFraction.replace(/0+$/, "")];
}

/** A positive number with `precision` digits after the point, ties to even (`toFixed` rounds them up). */
function fixedText(size: number, precision: number): string {
  const longer = size.toFixed(precision + 1);
  return isEvenTie(longer, size) ? longer.slice(0, -1) : size.toFixed(precision);
}

/** A positive number as `d.ddde±x` with `precision` digits after the point, ties to even. */
export function exponentialText(size: number, precision: number): string {
  const longer = size.toExponential(precision + 1);
  const [mantissa = "", exponent = "0"] = longer.split("e");
  if (!isEvenTie(mantissa, size, exponent)) return size.toExponential(precision);
  return `${mantissa.slice(0, -1).replace(/\.$/, "")}e${exponent}`;
}

/** Whether the text is the exact number, ends in 5, and dropping the 5 leaves an even digit. */
function isEvenTie(longer: string, size: number, exponent = "0"): boolean {
  return /[02468]\.?5$/.test(longer) && Number(`${longer}e${exponent}`) === size;
}

/**
 * A finite number's magnitude as one digit, fraction digits and power of ten; zero is `["0", "", 0]`.
 * Asked for more digits than the shortest text has, it goes on with the exact number's digits; the fraction has
 * `precision` digits at most.
 */
export function scientificParts(
  value: number,
  dtype: PrintedType,
  minDigits = 0,
  precision = Infinity,
): readonly [whole: string, fraction: string, exponent: number] {
  if (value === 0) return ["0", "0".repeat(minDigits), 0];
  const size = Math.abs(value);
  const { digits, exponent } = shortestDecimal(size, dtype);
  if (digits.length > precision + 1) {
    const rounded = parseDecimal(exponentialText(size, precision));
    return [
      rounded.digits.slice(0, 1),
      rounded.digits.slice(1).padEnd(minDigits, "0"),
      rounded.exponent,
    ];
  }
  if (digits.length > minDigits) return [digits.slice(0, 1), digits.slice(1), exponent];
  const [mantissa = "0", power = "0"] = exponentialText(size, minDigits).split("e");
  return [mantissa.slice(0, 1), mantissa.slice(2), Number(power)];
}

/** A power of ten as `e+07`, with at least two digits and at least `width`. */
export function exponentText(exponent: number, width = 2): string {
  const digits = String(Math.abs(exponent)).padStart(Math.max(2, width), "0");
  return `e${exponent < 0 ? "-" : "+"}${digits}`;
}

/** Whether a number carries a minus sign; minus zero does. */
export function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}
