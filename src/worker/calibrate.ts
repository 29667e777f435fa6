import { realm } from "./realm";

const STEPS = 3_000_000;

/** Milliseconds that a fixed piece of arithmetic takes here; the page scales its deadline by it. */
export function calibrate(): number {
  const start = realm.now();
  let value = 1;
  for (let i = 0; i < STEPS; i += 1) value = Math.fround(value * 1.000001 + (i & 7) * 1e-3);
  const elapsed = realm.now() - start;
  // The sum is used, so that no engine leaves the loop out.
  return Number.isFinite(value) ? elapsed : elapsed + 1e-9;
}
