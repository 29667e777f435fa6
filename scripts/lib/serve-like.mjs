/** Small servers that treat a built site as public hosts do, to try it there: node scripts/serve.mjs --like HOST [--base /x/]. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TYPES = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "application/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
};
const UNKNOWN = "application/octet-stream";
const TEXT = /^(text\/|application\/(javascript|json|manifest\+json)|image\/svg)/;

const quickBrotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });

/**
 * What differs from host to host. None of them sends the `.br` and `.gz` files that stand beside the site's own.
 * packs: how text is packed, the best first. cache: the `Cache-Control` of every file, none for null. largest: bytes of a
 * file that it takes. cleanUrls: `/page.html` leads to `/page`.
 */
export const HOSTS = {
  "github-pages": {
    types: TYPES,
    packs: { gzip: gzipSync },
    cache: "max-age=600",
    largest: 100 * 2 ** 20,
    cleanUrls: false,
  },
  "cloudflare-pages": {
    types: TYPES,
    packs: { br: quickBrotli, gzip: gzipSync },
    cache: "public, max-age=0, must-revalidate",
    largest: 25 * 2 ** 20,
    cleanUrls: true,
  },
  /** Knows what a page is made of and nothing else. */
  plain: {
    types: {
      css: TYPES.css,
      html: TYPES.html,
      js: TYPES.js,
      wasm: "text/plain",
      bin: "text/plain",
    },
    packs: {},
    cache: null,
    largest: Infinity,
    cleanUrls: false,
  },
};

/**
 * @param {keyof typeof HOSTS} name
 * @param {{ dir: string, base?: string, port?: number }} site base: the path it stands at, with a slash at both ends
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveLike(name, { dir, base = "/", port = 0 }) {
  const host = HOSTS[name];
  refuseLarge(dir, host.largest);
  const server = createServer((request, response) => {
    const { status, headers, body } = answer(host, { dir, base, request });
    response.writeHead(status, headers);
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}

function refuseLarge(dir, largest) {
  for (const name of readdirSync(dir, { recursive: true })) {
    const { size } = statSync(path.join(dir, name));
    if (size > largest) throw new Error(`${name} has ${size} bytes, more than this host takes.`);
  }
}

function answer(host, { dir, base, request }) {
  const { pathname, search } = new URL(request.url, "http://host");
  const moved = (to) => ({ status: 301, headers: { Location: to + search } });
  if (pathname === base.slice(0, -1)) return moved(base);
  if (!pathname.startsWith(base)) return notFound(host);
  const inside = decodeURIComponent(pathname.slice(base.length));
  if (host.cleanUrls && inside.endsWith(".html"))
    return moved(base + inside.replace(/(^|\/)index\.html$|\.html$/, "$1"));
  const file = [inside, `${inside}.html`, path.join(inside, "index.html")]
    .slice(0, host.cleanUrls || inside === "" ? 3 : 1)
    .map((candidate) => path.join(dir, candidate))
    .find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
  return file === undefined ? notFound(host) : found(host, file, request);
}

/** A page of the host's own. */
function notFound({ types }) {
  return { status: 404, headers: { "Content-Type": types.html }, body: "<!doctype html><p>404" };
}

function found({ types, packs, cache }, file, { headers: asked }) {
  const bytes = readFileSync(file);
  const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 16)}"`;
  const type = types[path.extname(file).slice(1)] ?? UNKNOWN;
  const headers = {
    "Content-Type": type,
    ETag: etag,
    ...(cache !== null && { "Cache-Control": cache }),
  };
  if (asked["if-none-match"] === etag) return { status: 304, headers };
  const accepted = asked["accept-encoding"] ?? "";
  const encoding = Object.keys(packs).find((one) => TEXT.test(type) && accepted.includes(one));
  if (encoding === undefined) return { status: 200, headers, body: bytes };
  const packed = { ...headers, "Content-Encoding": encoding, Vary: "Accept-Encoding" };
  return { status: 200, headers: packed, body: packs[encoding](bytes) };
}
