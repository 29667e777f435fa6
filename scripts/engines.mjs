/**
 * The main path in each browser engine that is installed, in both languages: read, edit, run, fail, pass, Stop, reload, a
 * snippet, the playground with a plot. Prints what works as a table:
 * npm run engines -- [--only chromium|firefox|webkit]… [--write]
 *
 * With --write the table goes into docs/browsers.md. Firefox needs `firefox-esr` or `firefox`, WebKit `webkit2gtk-driver`
 * and `xvfb`; what is missing is said and left out.
 */
import { parseArgs } from "node:util";
import { ensureBuilt } from "./lib/built-site.mjs";
import { serve } from "./lib/serve.mjs";
import { openChromium } from "./engines/chromium.mjs";
import { openFirefox } from "./engines/firefox.mjs";
import { openWebkit } from "./engines/webkit.mjs";
import { matrixText, writeMatrix } from "./engines/matrix.mjs";
import { walk } from "./engines/walk.mjs";

const ENGINES = { chromium: openChromium, firefox: openFirefox, webkit: openWebkit };
const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: Object.keys(ENGINES) },
    write: { type: "boolean", default: false },
  },
});

await ensureBuilt();
const site = await serve({ dir: "dist" });
const columns = [];
for (const name of values.only) {
  const engine = await ENGINES[name]();
  if (typeof engine === "string") {
    console.log(`${name}: left out. ${engine}`);
    continue;
  }
  console.log(`\n${engine.title}`);
  try {
    for (const language of ["python", "typescript"]) {
      const steps = await walk(engine, site.url, language);
      columns.push({ title: engine.title, language, steps });
    }
  } finally {
    await engine.close();
  }
}
await site.close();
console.log(`\n${matrixText(columns)}`);
if (values.write) await writeMatrix(columns);
process.exit(columns.every(({ steps }) => steps.every(({ ok }) => ok)) ? 0 : 1);
