/**
 * Vite plugin: the module `virtual:facade-types` with the facade's declarations. The editor imports it
 * when its language worker starts, so it becomes a chunk of its own, named by its contents.
 */
import type { Plugin } from "vite";
import { facadeTypes } from "./facade-types";

const MODULE = "virtual:facade-types";
const RESOLVED = `\0${MODULE}`;

export function facadeTypesModule(): Plugin {
  let root = process.cwd();
  return {
    name: "facade-types",
    configResolved(config) {
      root = config.root;
    },
    resolveId(id) {
      return id === MODULE ? RESOLVED : null;
    },
    load(id) {
      if (id !== RESOLVED) return null;
      // As a JSON text: a string is parsed much faster than the same data as a program.
      const text = JSON.stringify(JSON.stringify(facadeTypes(root)));
      return `export const facadeTypes = JSON.parse(${text});`;
    },
    configureServer(server) {
      server.watcher.on("change", (file) => {
        if (!file.startsWith(`${root}/src/jax/`)) return;
        const loaded = server.moduleGraph.getModuleById(RESOLVED);
        if (loaded) server.moduleGraph.invalidateModule(loaded);
      });
    },
  };
}
