import { horner } from "./float32";
import { log1p32 } from "./log";

/** Giles, "Approximating the erfinv function" (2010), single precision: |x| away from 1. */
const CENTRAL = new Float32Array([
  2.81022636e-8, 3.43273939e-7, -3.5233877e-6, -4.39150654e-6, 0.00021858087, -0.00125372503,
  -0.00417768164, 0.246640727, 1.50140941,
]);
/** The same for |x| near 1. */
const TAIL = new Float32Array([
  -0.000200214257, 0.000100950558, 0.00134934322, -0.00367342844, 0.00573950773, -0.0076224613,
  0.00943887047, 1.00167406, 2.83297682,
]);

/**
 * The inverse error function in float32, as XLA computes it. It is an approximation, and not
 * the best one: a more exact inverse would differ from JAX's normals in two elements of three.
 */
export function erfInv(x: number): number {
  if (Math.abs(x) === 1) return x * Infinity;
  const w = -log1p32(-Math.fround(x * x));
  const p =
    w < 5
      ? horner(CENTRAL, Math.fround(w - 2.5))
      : horner(TAIL, Math.fround(Math.fround(Math.sqrt(w)) - 3));
  return Math.fround(p * x);
}
