import { ValueError } from "../base/errors";

const NAMES = [
  "highest",
  "float32",
  "high",
  "bfloat16_3x",
  "tensorfloat32",
  "default",
  "bfloat16",
  "fastest",
];

function isPrecision(value: unknown): boolean {
  return typeof value === "string" && NAMES.includes(value.toLowerCase());
}

/**
 * Checks the `precision` of a product. It changes nothing: products are always computed with all bits of float32.
 * @throws ValueError for what is no precision of JAX's.
 */
export function checkPrecision(value: unknown): void {
  if (value === null || value === undefined || isPrecision(value)) return;
  if (Array.isArray(value) && value.length === 2 && value.every(isPrecision)) return;
  const names = [...NAMES.map((name) => `'${name}'`), "None"].join(", ");
  throw new ValueError(
    `Precision argument must be one of:\n- None,\n- a string in [${names}],\n- a lax.Precision value,\n- a tuple of two lax.Precision values or strings,\n- a lax.DotAlgorithmPreset or the name of one of these presets, or\n- a lax.DotAlgorithm value;\nbut got ${String(value)}.`,
  );
}
