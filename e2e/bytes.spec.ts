/** The page stays small until it can be read and until it can be edited, and is sent compressed. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { get, type IncomingHttpHeaders } from "node:http";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { gzipBytes, pageBytes } from "../scripts/bench/page-bytes.mjs";
import { LANGUAGES } from "../src/protocol/backend";
import type { RuntimeAssetList } from "../src/runner/asset-store";

const READABLE_LIMIT = 60_000;
/** The text itself, with what it looks like. */
const TEXT_LIMIT = 24_100;
const EDITABLE_LIMIT = 1_200_000;

test("at most 60 KB before the text, at most 1.2 MB before the editor takes keys", async ({
  page,
  baseURL,
}) => {
  if (baseURL === undefined) throw new Error("The configuration names no address.");
  const { readable, editable } = await pageBytes(page, { url: baseURL, dir: "dist" });
  expect(readable.files.map(({ file }) => file)).toContain("index.html");
  // Monaco alone is several hundred KB: less would mean that requests were missed.
  expect(editable.bytes).toBeGreaterThan(500_000);
  expect(readable.bytes).toBeLessThanOrEqual(READABLE_LIMIT);
  expect(await gzipBytes("dist/index.html")).toBeLessThanOrEqual(TEXT_LIMIT);
  expect(editable.bytes).toBeLessThanOrEqual(EDITABLE_LIMIT);
});

/** What strips types and reads imports is in the first script of TypeScript alone. */
const FIRST_LIMITS = { python: 160_000, typescript: 230_000 };
const SECOND_LIMIT = 60_000;

for (const language of LANGUAGES)
  test(`a worker of ${language} starts from at most ${FIRST_LIMITS[language] / 1000} KB and then gets at most ${SECOND_LIMIT / 1000}`, async () => {
    const { workers }: RuntimeAssetList = JSON.parse(
      readFileSync("dist/runtime-assets.json", "utf8"),
    );
    const { first, second } = workers[language];
    const [start, rest] = await Promise.all(
      [first, second].map(({ path: file }) => gzipBytes(path.join("dist", file))),
    );
    expect(start).toBeGreaterThan(FIRST_LIMITS[language] / 2);
    expect(start).toBeLessThanOrEqual(FIRST_LIMITS[language]);
    expect(rest).toBeGreaterThan(SECOND_LIMIT / 3);
    expect(rest).toBeLessThanOrEqual(SECOND_LIMIT);
  });

/** An answer as it is sent, which browsers and Playwright's requests would decode. */
function fetchRaw(
  url: string,
  accepted: string,
): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "Accept-Encoding": accepted } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ headers: response.headers, body: Buffer.concat(parts) }));
      response.on("error", reject);
    }).on("error", reject);
  });
}

const FEW_LINES = 128;

test("every file is sent as Brotli or gzip to whoever accepts it, and as it is to others", async ({
  baseURL,
}) => {
  if (baseURL === undefined) throw new Error("The configuration names no address.");
  const names = readdirSync("dist", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^\.|\.(br|gz)$/.test(entry.name))
    .map((entry) => path.relative("dist", path.join(entry.parentPath, entry.name)))
    // Packed already.
    .filter((name) => !name.endsWith(".png"))
    // A few lines are no smaller when packed.
    .filter((name) => statSync(path.join("dist", name)).size > FEW_LINES);
  expect(names.filter((name) => /pyodide.*\.wasm$|python-library/.test(name))).toHaveLength(2);

  for (const name of names) {
    const file = readFileSync(path.join("dist", name));
    const plain = await fetchRaw(`${baseURL}${name}`, "identity");
    expect(plain.headers["content-encoding"], name).toBeUndefined();
    expect(plain.body.equals(file), name).toBe(true);
    for (const [accepted, encoding, decode] of [
      ["gzip, deflate, br", "br", brotliDecompressSync],
      ["gzip", "gzip", gunzipSync],
    ] as const) {
      const { headers, body } = await fetchRaw(`${baseURL}${name}`, accepted);
      expect(headers, name).toMatchObject({
        "content-encoding": encoding,
        "content-type": plain.headers["content-type"],
        vary: "Accept-Encoding",
      });
      expect(body.length, name).toBeLessThan(file.length);
      expect(decode(body).equals(file), name).toBe(true);
    }
    if (name.endsWith(".wasm")) expect(plain.headers["content-type"]).toBe("application/wasm");
  }
});
