/**
 * A program as the end of a link: `1/` and base64url of deflated JSON. The text rides in the part of the address that no
 * browser sends to a server. What comes in is capped, unpacked no further than the cap, and checked by its schema.
 */
import * as v from "valibot";
import { LANGUAGES } from "../protocol/backend";

const VERSION = "1";

export const SHARE_LIMITS = {
  /** Of the program. */
  sourceCharacters: 50_000,
  /** Of the packed text: longer addresses are cut by some programs that pass them on. */
  packedCharacters: 24_000,
  /** Of the unpacked JSON; a small packed text may claim to be huge. */
  jsonBytes: 250_000,
} as const;

const schema = v.strictObject({
  desk: v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/)),
  language: v.picklist(LANGUAGES),
  source: v.pipe(v.string(), v.maxLength(SHARE_LIMITS.sourceCharacters)),
});

export type SharedProgram = v.InferOutput<typeof schema>;

export type Packed = { kind: "packed"; text: string } | { kind: "too-long" };
export type Unpacked =
  | { kind: "program"; program: SharedProgram }
  /** Made by a newer version of the page. */
  | { kind: "newer" }
  /** Cut or changed on its way, or never a program. */
  | { kind: "broken" };

export async function packProgram(program: SharedProgram): Promise<Packed> {
  if (program.source.length > SHARE_LIMITS.sourceCharacters) return { kind: "too-long" };
  const json = new TextEncoder().encode(JSON.stringify(program));
  const bytes = await readAll(through(json, new CompressionStream("deflate-raw")), Infinity);
  const text = `${VERSION}/${toBase64Url(bytes ?? new Uint8Array())}`;
  return text.length > SHARE_LIMITS.packedCharacters
    ? { kind: "too-long" }
    : { kind: "packed", text };
}

export async function unpackProgram(text: string): Promise<Unpacked> {
  if (text.length > SHARE_LIMITS.packedCharacters) return { kind: "broken" };
  const [, version, packed] = /^(\d+)\/([\w-]+)$/.exec(text) ?? [];
  if (version === undefined || packed === undefined) return { kind: "broken" };
  if (version !== VERSION) return { kind: Number(version) > Number(VERSION) ? "newer" : "broken" };
  try {
    const unpacking = through(fromBase64Url(packed), new DecompressionStream("deflate-raw"));
    const bytes = await readAll(unpacking, SHARE_LIMITS.jsonBytes);
    if (bytes === null) return { kind: "broken" };
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? { kind: "program", program: parsed.output } : { kind: "broken" };
  } catch {
    return { kind: "broken" };
  }
}

function through(
  bytes: Uint8Array<ArrayBuffer>,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes]).stream().pipeThrough(transform);
}

/** All bytes of a stream, or null, and no more read, once they are more than `most`. */
async function readAll(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = stream.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
