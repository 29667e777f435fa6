/** Made by scripts/vite-runtime-assets.ts. Paths count from the site's root. */
declare module "virtual:runtime-assets" {
  type AssetAddress = { readonly path: string; readonly bytes: number };

  export const runtimeAssets: {
    /** sandbox.html; its query is the version of its contents. */
    readonly sandbox: string;
    readonly typescriptWorker: AssetAddress;
    readonly wasmBackend: AssetAddress;
    readonly wasmBinary: AssetAddress;
    readonly wasmSimdBinary: AssetAddress;
  };
}
