/** Builds the site if its sources changed and serves it: npm start [-- --port N]. */
import { parseArgs } from "node:util";
import { ensureBuilt } from "./lib/built-site.mjs";
import { serve } from "./lib/serve.mjs";

const { values } = parseArgs({ options: { port: { type: "string", default: "8080" } } });

await ensureBuilt();
const { url } = await serveOnFreePort(Number(values.port));
console.log(`The lesson is at ${url}\nPress Ctrl+C to stop.`);

/** Another program may hold the port: then any free one will do. */
async function serveOnFreePort(port) {
  try {
    return await serve({ port });
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    console.error(`Port ${port} is in use; taking a free one.`);
    return serve({ port: 0 });
  }
}
