/** Bundles the modules of page/ into pages of their own under .cache/bench/, one page an engine. */
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { narrowTfjs } from "../lib/narrow-tfjs.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);

/** Served folder with the pages. */
export const PAGES = path.join(root, ".cache", "bench");

/**
 * Bundles page/NAME.ts and writes NAME.html around it.
 * @param {string} name
 */
export async function bundlePage(name) {
  // Raw tfjs is measured as its package is.
  const plugins = name.startsWith("facade") ? [narrowTfjs()] : [];
  await bundle(path.join(root, "scripts/bench/page", `${name}.ts`), name, plugins);
  await writeFile(
    path.join(PAGES, `${name}.html`),
    `<!doctype html><meta charset="utf-8"><title>${name}</title><script src="./${name}.js"></script>`,
  );
}

/**
 * Bundles page/NAME.ts as the script of a worker.
 * @param {string} name
 */
export function bundleWorker(name) {
  return bundle(path.join(root, "scripts/bench/page", `${name}.ts`), name, [narrowTfjs()]);
}

/** Puts tfjs's wasm binaries beside the pages. */
export async function copyWasmBinaries() {
  await mkdir(PAGES, { recursive: true });
  const main = require.resolve("@tensorflow/tfjs-backend-wasm");
  for (const file of ["tfjs-backend-wasm.wasm", "tfjs-backend-wasm-simd.wasm"]) {
    await copyFile(path.join(path.dirname(main), "../wasm-out", file), path.join(PAGES, file));
  }
}

async function bundle(entry, name, plugins) {
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: "error",
    plugins,
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      outDir: PAGES,
      emptyOutDir: false,
      target: "es2022",
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 8000,
      rolldownOptions: {
        input: { [name]: entry },
        output: {
          format: "iife",
          name: "__bench",
          codeSplitting: false,
          entryFileNames: "[name].js",
        },
        // The glue of tfjs's wasm backend names Node's modules behind a check at run time.
        onLog: (level, log, handler) => {
          if (log.message.includes("externalized for browser compatibility")) return;
          handler(level, log);
        },
      },
    },
  });
}
