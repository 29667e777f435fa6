import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

describe("without WebAssembly SIMD", () => {
  beforeEach(() => void vi.resetModules());
  afterEach(() => void vi.unstubAllGlobals());

  it.each([
    ["an engine that refuses its instructions", { ...WebAssembly, validate: () => false }],
    ["no WebAssembly at all", undefined],
  ])("%s leaves products and sums to JavaScript's loops", async (_, stub) => {
    vi.stubGlobal("WebAssembly", stub);
    const { simdEngine } = await import("./simd-engine");
    const { runsAsSimd } = await import("./simd-elementwise");
    const { hostDot } = await import("../host/dot");
    expect(simdEngine()).toBeNull();
    expect(runsAsSimd("add", 2 ** 20)).toBe(false);
    const size = { batch: 1, m: 16, k: 32, n: 24 };
    const a = new Float32Array(16 * 32).fill(0.5);
    const b = new Float32Array(32 * 24).fill(3);
    const product = hostDot(a, b, new Float32Array(16 * 24), size, false, false);
    expect(new Set(product)).toEqual(new Set([48]));
  });
});
