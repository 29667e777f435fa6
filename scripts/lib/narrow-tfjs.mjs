/**
 * Vite plugin: what tfjs's backends import is replaced by the small part of it that the facade needs, and
 * their shaders lose their indentation.
 */
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../src/jax/device/narrow-tfjs/", import.meta.url));

/** @returns {import("vite").Plugin} */
export function narrowTfjs() {
  return {
    name: "narrow-tfjs",
    enforce: "pre",
    resolveId(id, importer = "") {
      if (id === "@tensorflow/tfjs-core") return `${FOLDER}core.ts`;
      const isShared = id.endsWith("/shared") && importer.includes("/tfjs-backend-webgl/");
      return isShared ? `${FOLDER}webgl-shared.ts` : null;
    },
    transform: (code, id) =>
      id.includes("/tfjs-backend-webgl/dist/") ? code.replace(/\n[ \t]+/g, "\n") : null,
  };
}
