/**
 * Serves dist/ for the end-to-end tests: node scripts/serve.mjs [--port N] [--dir D] [--like HOST [--base /x/]].
 *   --like: as a public host does (scripts/lib/serve-like.mjs): github-pages, cloudflare-pages or plain
 */
import { parseArgs } from "node:util";
import { serve } from "./lib/serve.mjs";
import { serveLike } from "./lib/serve-like.mjs";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4173" },
    dir: { type: "string", default: "dist" },
    like: { type: "string" },
    base: { type: "string" },
  },
});
const { dir, like, base } = values;
const port = Number(values.port);
const { url } = await (like ? serveLike(like, { dir, base, port }) : serve({ dir, port }));
console.log(`Serving ${dir} at ${url}`);
