/** Made by scripts/vite-runtime-assets.ts: what Python's modules hold. */
declare module "virtual:python-names" {
  import type { PythonNames } from "../../../reading/python/python-names";
  export const pythonNames: PythonNames;
}
