/** Serves dist/ for the end-to-end tests: node scripts/serve.mjs [--port N] [--dir D]. */
import { parseArgs } from "node:util";
import { serve } from "./lib/serve.mjs";

const { values } = parseArgs({
  options: { port: { type: "string", default: "4173" }, dir: { type: "string", default: "dist" } },
});
const { url } = await serve({ dir: values.dir, port: Number(values.port) });
console.log(`Serving ${values.dir} at ${url}`);
