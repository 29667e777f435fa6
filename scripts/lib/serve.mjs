/** Serves a built site as a plain static host does: no rewriting, no special headers. */
import { createServer } from "node:http";
import sirv from "sirv";

/**
 * @param {{ dir?: string, port?: number, host?: string }} options port 0 takes a free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ dir = "dist", port = 0, host = "127.0.0.1" } = {}) {
  const files = sirv(dir, { etag: true, gzip: true, brotli: true, setHeaders: cacheHashedFiles });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.statusCode = 404;
      response.end("Not found");
    });
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    url: `http://${host}:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}

/** Files under assets/ carry a hash in their name, so a browser may keep them for good. */
function cacheHashedFiles(response, pathname) {
  const lasting = pathname.startsWith("/assets/");
  response.setHeader("Cache-Control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
}
