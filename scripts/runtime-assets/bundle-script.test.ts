import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bundleScript } from "./bundle-script";

const LIMIT = 189_000;

function source(file: string): string {
  return fileURLToPath(new URL(`../../src/${file}`, import.meta.url));
}

describe("the facade's script", () => {
  it(`holds WebGL and no other backend in at most ${LIMIT / 1000} KB gzip`, async () => {
    const code = await bundleScript({ entry: source("jax/host.ts"), asModule: true });
    const { byteLength } = gzipSync(code, { level: 9 });
    console.log(`The facade with its WebGL backend: ${(byteLength / 1000).toFixed(1)} KB gzip`);
    // Less would mean that the bundle has lost its exports.
    expect(byteLength).toBeGreaterThan(LIMIT / 2);
    expect(byteLength).toBeLessThanOrEqual(LIMIT);
  });
});
