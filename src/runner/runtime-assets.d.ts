/** Made by scripts/vite-runtime-assets.ts. Paths count from the site's root. */
declare module "virtual:runtime-assets" {
  import type { RuntimeAssetList } from "./asset-store";

  export const runtimeAssets: RuntimeAssetList;
}
