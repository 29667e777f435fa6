import {
  EXPONENT_FROM,
  exponentialText,
  exponentText,
  isFloat,
  isNegative,
  positionalParts,
  type PrintedType,
  scientificParts,
} from "./decimal";

/**
 * One number of an array as `str` of a 0-d array gives it: the shortest digits that read back as the
 * same value of that dtype (`0.60576403`, `2.0`, `1e-05`), `True`, `7`.
 */
export function formatScalar(value: number, dtype: PrintedType): string {
  if (dtype === "bool") return value !== 0 ? "True" : "False";
  if (!isFloat(dtype)) return String(value);
  if (dtype === "bfloat16") return generalText(value);
  return floatText(value, dtype, EXPONENT_FROM[dtype] ?? 1e16);
}

/** A double as Python's `repr` of a float gives it: `0.1`, `2.0`, `1e-05`, `1e+16`, `nan`. */
export function pythonFloat(value: number): string {
  return floatText(value, "float64", 1e16);
}

function floatText(value: number, dtype: PrintedType, exponentFrom: number): string {
  if (!Number.isFinite(value)) return nonFiniteText(value);
  const sign = isNegative(value) ? "-" : "";
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < exponentFrom)) {
    const [whole, fraction] = positionalParts(value, dtype, Infinity);
    return `${sign}${whole}.${fraction === "" ? "0" : fraction}`;
  }
  const [whole, fraction, exponent] = scientificParts(value, dtype);
  return `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}${exponentText(exponent)}`;
}

/** `nan`, `inf` or `-inf`. */
export function nonFiniteText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  return value < 0 ? "-inf" : "inf";
}

/** C's `%g` with six digits, the way bfloat16 numbers are written. */
export function generalText(value: number): string {
  if (!Number.isFinite(value)) return nonFiniteText(value);
  if (value === 0) return isNegative(value) ? "-0" : "0";
  const [mantissa = "", power = "0"] = exponentialText(Math.abs(value), 5).split("e");
  const exponent = Number(power);
  const sign = value < 0 ? "-" : "";
  if (exponent < -4 || exponent >= 6) return sign + trimZeros(mantissa) + exponentText(exponent);
  return sign + trimZeros(Number(`${mantissa}e${power}`).toFixed(5 - exponent));
}

function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
