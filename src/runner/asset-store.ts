import type { Language } from "../protocol/backend";
import type { WasmParts } from "../protocol/wire";
import { AssetError, loadAsset, type Asset, type Progress } from "./load-asset";
import { hasWasmSimd } from "./wasm-simd";

/** Where the built files of the runtime are, as `virtual:runtime-assets` tells. */
export type RuntimeAssetList = {
  readonly sandbox: string;
  readonly typescriptWorker: Asset;
  readonly wasmBackend: Asset;
  readonly wasmBinary: Asset;
  readonly wasmSimdBinary: Asset;
};

export type AssetStore = {
  readonly sandboxUrl: string;
  workerScript(language: Language): Promise<string>;
  /** A new copy of the bytes each time: they are transferred away. */
  wasmParts(): Promise<WasmParts>;
};

/** Loads each file once; one that failed is tried again when it is next asked for. */
export function createAssetStore(
  assets: RuntimeAssetList,
  baseUrl: string,
  onProgress: Progress,
): AssetStore {
  const loading = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const load = (asset: Asset) => {
    const known = loading.get(asset.path);
    if (known !== undefined) return known;
    const started = loadAsset(asset, baseUrl, onProgress);
    loading.set(asset.path, started);
    started.catch(() => loading.delete(asset.path));
    return started;
  };
  const loadText = async (asset: Asset) => new TextDecoder().decode(await load(asset));
  const scripts: Partial<Record<Language, Asset>> = { typescript: assets.typescriptWorker };

  return {
    sandboxUrl: new URL(assets.sandbox, baseUrl).href,
    async workerScript(language) {
      const asset = scripts[language];
      if (asset === undefined) throw new AssetError(`This page cannot run ${language} yet.`);
      return loadText(asset);
    },
    async wasmParts() {
      const [script, binary] = await Promise.all([
        loadText(assets.wasmBackend),
        load(hasWasmSimd() ? assets.wasmSimdBinary : assets.wasmBinary),
      ]);
      return { script, binary: binary.slice().buffer };
    },
  };
}
