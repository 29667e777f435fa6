import fc from "fast-check";
import { randomBytes } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { packProgram, SHARE_LIMITS, unpackProgram } from "./share-codec";
import type { SharedProgram } from "./share-codec";

const program: SharedProgram = {
  desk: "playground",
  language: "python",
  source: "print('ä∂😀')\n",
};

async function packed(given: SharedProgram): Promise<string> {
  const result = await packProgram(given);
  if (result.kind !== "packed") throw new Error(result.kind);
  return result.text;
}

/** A link with any content, as someone else may write one. */
const forged = (content: string) => `1/${deflateRawSync(content).toString("base64url")}`;

describe("a shared program", () => {
  it("comes out of its link as it went in", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 200 }), async (source) => {
        const given = { ...program, source };
        expect(await unpackProgram(await packed(given))).toEqual({
          kind: "program",
          program: given,
        });
      }),
      { numRuns: 60 },
    );
  });

  it("is packed into what an address may hold", async () => {
    const text = await packed({ ...program, source: "loss = jnp.mean(x)\n".repeat(500) });
    expect(text).toMatch(/^1\/[\w-]+$/);
    expect(text.length).toBeLessThan(400);
  });

  it("that is too long is told so", async () => {
    const source = "a".repeat(SHARE_LIMITS.sourceCharacters + 1);
    expect(await packProgram({ ...program, source })).toEqual({ kind: "too-long" });
    const noise = randomBytes(30_000).toString("base64");
    expect(await packProgram({ ...program, source: noise })).toEqual({ kind: "too-long" });
  });

  it.each([
    ["nothing", ""],
    ["no version", "abc"],
    ["an address that goes on", "1/abc/../x"],
    ["no packed bytes", "1/!!!"],
    ["bytes that are not packed", "1/AAAAAAAA"],
    ["a text that is not JSON", forged("print(1)")],
    ["JSON of another shape", forged('{"source":"x"}')],
    ["fields that nobody asked for", forged(JSON.stringify({ ...program, run: true }))],
    ["a language that is not there", forged(JSON.stringify({ ...program, language: "ruby" }))],
    ["a desk that is a path", forged(JSON.stringify({ ...program, desk: "../x" }))],
    ["a source that is no text", forged(JSON.stringify({ ...program, source: 7 }))],
    [
      "bytes that are not UTF-8",
      `1/${deflateRawSync(Buffer.from([0xff, 0xfe])).toString("base64url")}`,
    ],
  ])("is none where the link holds %s", async (_, text) => {
    expect(await unpackProgram(text)).toEqual({ kind: "broken" });
  });

  it("is none where a link is cut short or has a letter changed", async () => {
    const text = await packed({ ...program, source: "x = jnp.arange(12)\nprint(x)\n" });
    for (let end = 0; end < text.length - 1; end += 5)
      expect(await unpackProgram(text.slice(0, end)), `cut at ${end}`).toEqual({ kind: "broken" });
  });

  it("of a newer version says so", async () => {
    expect(await unpackProgram("2/abc")).toEqual({ kind: "newer" });
    expect(await unpackProgram("0/abc")).toEqual({ kind: "broken" });
  });

  it("is unpacked no further than the cap", async () => {
    const bomb = forged(JSON.stringify({ ...program, source: "a".repeat(30_000_000) }));
    const cut = `1/${deflateRawSync("a".repeat(15_000_000)).toString("base64url")}`;
    expect(bomb.length).toBeGreaterThan(SHARE_LIMITS.packedCharacters);
    expect(cut.length).toBeLessThan(SHARE_LIMITS.packedCharacters);
    expect(await unpackProgram(bomb)).toEqual({ kind: "broken" });
    expect(await unpackProgram(cut)).toEqual({ kind: "broken" });
  });
});
