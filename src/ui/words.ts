/** Names and amounts as the page writes them. */

const BACKENDS: Record<"webgl" | "wasm" | "cpu", string> = {
  webgl: "WebGL",
  wasm: "WebAssembly",
  cpu: "CPU",
};

export function backendName(backend: keyof typeof BACKENDS): string {
  return BACKENDS[backend];
}

/** 41.3 → "41 ms", 2345 → "2.3 s" */
export function milliseconds(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** A number for reading: four significant digits, never a long tail. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return "0";
  const size = Math.abs(value);
  return size < 1e-4 || size >= 1e6 ? value.toExponential(2) : String(Number(value.toPrecision(5)));
}
