/**
 * The same attacks without the defences: a site of its own origin with no policy, whose pages run
 * programs in the naive ways that the sandbox is there to avoid. An attack that does not fire here proves
 * nothing when it does not fire there.
 */
import { createServer } from "node:http";

const BLANK = `<!doctype html><meta charset="utf-8"><title>Weak site</title><body></body>`;

/** Runs whatever anyone posts to it, with the rights of its origin. */
const NAIVE_SANDBOX = `<!doctype html><meta charset="utf-8"><body><script>
addEventListener("message", (event) => { (0, eval)(event.data.script); });
</script></body>`;

const PAGES: Record<string, string> = { "/": BLANK, "/naive-sandbox.html": NAIVE_SANDBOX };

export type WeakSite = { url: string; close(): Promise<void> };

export async function openWeakSite(): Promise<WeakSite> {
  const server = createServer((request, response) => {
    const page = PAGES[new URL(request.url ?? "/", "http://weak").pathname];
    response.statusCode = page === undefined ? 404 : 200;
    response.setHeader("Content-Type", "text/html");
    response.end(page ?? "Not found");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error("The weak site has no port.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
