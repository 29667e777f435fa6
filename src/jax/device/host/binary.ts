import { BINARY_ROWS, type BinaryName, type BinaryRow } from "../../array/binary";
import type { HostData } from "../../array/host-data";

/**
 * Applies a binary primitive elementwise. Each operand is as long as `out` or has one element;
 * other broadcasts are expanded before.
 */
export function hostBinary(prim: BinaryName, a: HostData, b: HostData, out: HostData): HostData {
  const isFloat = a instanceof Float32Array;
  if (isFloat && a.length === out.length) {
    if (b.length === out.length && sameLength(prim, a, b, out)) return out;
    if (b.length === 1 && withNumber(prim, a, b[0], out)) return out;
  }
  const row: BinaryRow = BINARY_ROWS[prim];
  const formula = (isFloat ? undefined : row.ofIntegers) ?? row.formula;
  const n = out.length;
  if (a.length === n && b.length === n) for (let i = 0; i < n; i++) out[i] = formula(a[i], b[i]);
  else if (b.length === 1) {
    const y = b[0];
    for (let i = 0; i < n; i++) out[i] = formula(a[i], y);
  } else {
    const x = a[0];
    for (let i = 0; i < n; i++) out[i] = formula(x, b[i]);
  }
  return out;
}

/** The hot operations with their own loops, which an engine compiles to straight code. */
function sameLength(prim: BinaryName, a: HostData, b: HostData, out: HostData): boolean {
  const n = out.length;
  if (prim === "add") for (let i = 0; i < n; i++) out[i] = a[i] + b[i];
  else if (prim === "sub") for (let i = 0; i < n; i++) out[i] = a[i] - b[i];
  else if (prim === "mul") for (let i = 0; i < n; i++) out[i] = a[i] * b[i];
  else return false;
  return true;
}

/** The same where the second operand is one number. */
function withNumber(prim: BinaryName, a: HostData, y: number, out: HostData): boolean {
  const n = out.length;
  if (prim === "add") for (let i = 0; i < n; i++) out[i] = a[i] + y;
  else if (prim === "sub") for (let i = 0; i < n; i++) out[i] = a[i] - y;
  else if (prim === "mul") for (let i = 0; i < n; i++) out[i] = a[i] * y;
  else if (prim === "div") for (let i = 0; i < n; i++) out[i] = a[i] / y;
  else return false;
  return true;
}
