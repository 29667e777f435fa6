import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { partsNamedIn } from "../../src/runner/facade-parts";
import * as whole from "../../src/jax/host";
import { bundlePart, bundleScript } from "./bundle-script";
import { languagesOf, wordsOf } from "./facade-parts";
import { PART_NAMES } from "./part-graph";

const LIMIT = 160_000;

function sizeOf(code: string): number {
  return gzipSync(code, { level: 9 }).byteLength;
}

/** What a function says that is called without its part; null where it says something else. */
function adviceOf(f: unknown): string | null {
  try {
    if (typeof f === "function") Reflect.apply(f, undefined, []);
  } catch (error) {
    const told = /is loaded only for programs .* for example a comment: (.*)\.$/.exec(
      String(error),
    );
    return told?.[1] ?? null;
  }
  return null;
}

type Names = Record<string, (...args: unknown[]) => { item(): number }>;

describe("the facade's script", () => {
  let code = "";
  let facade: typeof whole;
  beforeAll(async () => {
    const entry = fileURLToPath(new URL("../../src/jax/host.ts", import.meta.url));
    code = await bundleScript({ entry, asModule: true });
    // As a file: where an error is told, its address is short.
    const file = path.join(await mkdtemp(path.join(tmpdir(), "facade-")), "host.mjs");
    await writeFile(file, code);
    facade = await import(/* @vite-ignore */ file);
    await rm(path.dirname(file), { recursive: true });
  });

  it(`holds WebGL and no other backend in at most ${LIMIT / 1000} KB gzip`, () => {
    console.log(`The facade with its WebGL backend: ${(sizeOf(code) / 1000).toFixed(1)} KB gzip`);
    // Less would mean that the bundle has lost its exports.
    expect(sizeOf(code)).toBeGreaterThan(LIMIT / 2);
    expect(sizeOf(code)).toBeLessThanOrEqual(LIMIT);
  });

  it("has the names of what is in parts, and an error until a part is loaded", async () => {
    const names = ({ modules }: typeof whole) =>
      Object.entries(modules).map(([module, each]) => [module, Object.keys(each).sort()]);
    expect(names(facade)).toEqual(names(whole));
    await facade.startBackend("cpu");
    const numpy = facade.modules["jax/numpy"] as Names;
    const linalg = facade.modules["jax/numpy/linalg"] as Names;
    const values = facade.arrayFrom([3], [3, 1, 2]);
    expect(() => numpy.median(values)).toThrow(
      expect.objectContaining({
        name: "RuntimeError",
        message:
          "jax.numpy.median is loaded only for programs that name it, and the text of this one does not. Add a line with its name, for example a comment: jax.numpy.median.",
      }),
    );
    expect(() => linalg.norm(values)).toThrow("jax.numpy.linalg.norm is loaded only");
    const list = PART_NAMES.map((path) => {
      const words = wordsOf(path);
      return { path, bytes: 0, words, languages: languagesOf(path) };
    });
    const advice = Object.values(facade.modules)
      .flatMap((module) => Object.values(module).map(adviceOf))
      .filter((name) => name !== null);
    expect(advice.length).toBeGreaterThan(180);
    expect(
      advice.filter((name) => partsNamedIn(`// ${name}`, "typescript", list).length === 0),
    ).toEqual([]);
    for (const part of PART_NAMES) {
      const script = await bundlePart(part);
      console.log(`${part}: ${(sizeOf(script) / 1000).toFixed(1)} KB gzip`);
      facade.loadPart(script);
    }
    expect(numpy.median(values).item()).toBe(2);
    expect(linalg.norm(values).item()).toBeCloseTo(Math.sqrt(14), 6);
  });
});
