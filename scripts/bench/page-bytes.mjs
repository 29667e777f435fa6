/** Counts the gzip bytes that a real load of the built page fetches until a given moment. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { typeEarly } from "./opening.mjs";
import { installProbe, MARKS, SELECTORS } from "./probe.mjs";

const READABLE = /\.(html|css|woff2?|ttf|otf)$/;
/** The language service of Monaco: it may come after the editor takes keys. */
const TYPESCRIPT_SERVICE = /\bts\.worker\b/;

/**
 * Opens `url` and types until Monaco takes keys.
 * @param {import("@playwright/test").Page} page on which nothing was opened yet
 * @param {{ url: string, dir: string }} site its address, and the folder it is served from
 * @returns {Promise<import("./page-bytes.d.mts").PageBytes>}
 */
export async function pageBytes(page, { url, dir }) {
  const requests = [];
  page.context().on("request", (request) => requests.push(request));
  await page.addInitScript(installProbe, { selectors: SELECTORS, marks: MARKS });
  await page.goto(url, { waitUntil: "commit" });
  const { moments, timeOrigin } = await typeEarly({
    look: () => page.evaluate(() => window.__probe?.look() ?? null),
    click: ({ x, y }) => page.mouse.click(x, y),
    type: (character) => page.keyboard.type(character),
  });
  const files = await Promise.all(
    requests
      .filter((request) => request.url().startsWith(url))
      .map((request) => describe(request, url, dir, timeOrigin)),
  );
  const readable = files.filter(({ file, begun }) => READABLE.test(file) && begun <= moments.text);
  const editable = files.filter(
    ({ file, ended }) => ended <= moments.monacoThere && !TYPESCRIPT_SERVICE.test(file),
  );
  return {
    moments,
    readable: { bytes: sum(readable), files: readable },
    editable: { bytes: sum(editable), files: editable },
    all: files,
  };
}

/** Gzip size of a file, as a static host that compresses would send it. */
export async function gzipBytes(file) {
  return gzipSync(await readFile(file), { level: 9 }).length;
}

async function describe(request, url, dir, timeOrigin) {
  const { pathname } = new URL(request.url());
  const inside = pathname.slice(new URL(url).pathname.length) || "index.html";
  const { startTime, responseEnd } = request.timing();
  const begun = startTime - timeOrigin;
  return {
    file: inside,
    gzip: await gzipBytes(path.join(dir, inside)),
    begun,
    // Not ended yet: -1.
    ended: responseEnd < 0 ? Infinity : begun + responseEnd,
  };
}

function sum(files) {
  return files.reduce((total, { gzip }) => total + gzip, 0);
}
