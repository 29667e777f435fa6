/**
 * Vite plugin: builds what runs inside the sandbox as files of the site of their own (sandbox.html, the
 * worker of each language), and tells the page their addresses
 * through the module `virtual:runtime-assets`. What Python's modules hold is `virtual:python-names`, which the
 * editor imports when it is in use, so it becomes a chunk of its own.
 */
import type { Plugin } from "vite";
import { collectAssets, type RuntimeAssets } from "./runtime-assets/collect-assets";

const ADDRESSES = "virtual:runtime-assets";
const NAMES = "virtual:python-names";
const RESOLVED = [ADDRESSES, NAMES].map((module) => `\0${module}`);
/** The same addresses for what drives a built site from outside, such as its tests. */
const LIST = "runtime-assets.json";
const SANDBOX_FOLDERS = ["worker", "python", "jax", "prng", "protocol", "lib"];
const TYPES: Record<string, string> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  wasm: "application/wasm",
};

/** `packed`: see collectAssets. */
export function runtimeAssets(options: { packed?: boolean } = {}): Plugin {
  let root = process.cwd();
  let pending: Promise<RuntimeAssets> | null = null;
  const assets = () => (pending ??= collectAssets(root, options));

  return {
    name: "runtime-assets",
    configResolved(config) {
      root = config.root;
    },
    buildStart() {
      // Begun at once, so that it runs beside the page's own build.
      assets().catch(() => {});
    },
    resolveId(id) {
      return id === ADDRESSES || id === NAMES ? `\0${id}` : null;
    },
    async load(id) {
      if (!RESOLVED.includes(id)) return null;
      const { addresses, pythonNames } = await assets();
      if (id === `\0${ADDRESSES}`)
        return `export const runtimeAssets = ${JSON.stringify(addresses)};`;
      // As a JSON text: a string is parsed much faster than the same data as a program.
      return `export const pythonNames = JSON.parse(${JSON.stringify(pythonNames)});`;
    },
    async generateBundle() {
      const { addresses, files } = await assets();
      for (const [fileName, source] of files) {
        this.emitFile({ type: "asset", fileName, source });
      }
      this.emitFile({ type: "asset", fileName: LIST, source: JSON.stringify(addresses) });
    },
    configureServer(server) {
      server.watcher.on("change", (file) => {
        const inside = SANDBOX_FOLDERS.some((folder) => file.startsWith(`${root}/src/${folder}/`));
        if (!inside) return;
        pending = null;
        for (const id of RESOLVED) {
          const loaded = server.moduleGraph.getModuleById(id);
          if (loaded) server.moduleGraph.invalidateModule(loaded);
        }
        server.ws.send({ type: "full-reload" });
      });
      server.middlewares.use((request, response, next) => {
        const name = new URL(request.url ?? "/", "http://dev").pathname.slice(1);
        if (name !== "sandbox.html" && !name.startsWith("assets/")) return next();
        assets()
          .then(({ files }) => {
            const content = files.get(name);
            if (content === undefined) return next();
            const extension = name.slice(name.lastIndexOf(".") + 1);
            response.setHeader("Content-Type", TYPES[extension] ?? "application/octet-stream");
            response.end(content);
          })
          .catch(next);
      });
    },
  };
}
