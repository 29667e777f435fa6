import type { Language } from "../protocol/backend";
import type { WasmParts } from "../protocol/wire";
import { loadAsset, type Asset, type Progress } from "./load-asset";
import { partsNamedIn, type FacadePart } from "./facade-parts";
import { loadPythonBytes, type PythonAssetList, type PythonDelivery } from "./load-python-bytes";
import { hasWasmSimd } from "./wasm-simd";

/** Where the built files of the runtime are, as `virtual:runtime-assets` tells. */
export type RuntimeAssetList = {
  /** sandbox.html; its query is the version of its contents. */
  readonly sandbox: string;
  readonly typescriptWorker: Asset;
  readonly pythonWorker: Asset;
  readonly wasmBackend: Asset;
  /** Parts of the facade that only the programs which name them get. */
  readonly parts: readonly FacadePart[];
  readonly wasmBinary: Asset;
  readonly wasmSimdBinary: Asset;
  readonly python: PythonAssetList;
};

export type AssetStore = {
  readonly sandboxUrl: string;
  workerScript(language: Language): Promise<string>;
  /** A new copy of the bytes each time: they are transferred away. */
  wasmParts(): Promise<WasmParts>;
  /** The scripts of the facade's parts that a program names. */
  partsFor(source: string, language: Language): Promise<string[]>;
  /** Loads Python's files each time: they are transferred away, and the browser's cache has them. */
  pythonBytes(): Promise<PythonDelivery>;
};

/** Loads each file once; one that failed is tried again when it is next asked for. */
export function createAssetStore(
  assets: RuntimeAssetList,
  baseUrl: string,
  onProgress: Record<Language, Progress>,
): AssetStore {
  const loading = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const load = (asset: Asset) => {
    const known = loading.get(asset.path);
    if (known !== undefined) return known;
    const started = loadAsset(asset, baseUrl, onProgress.typescript);
    loading.set(asset.path, started);
    started.catch(() => loading.delete(asset.path));
    return started;
  };
  const loadText = async (asset: Asset) => new TextDecoder().decode(await load(asset));
  const scripts: Record<Language, Asset> = {
    typescript: assets.typescriptWorker,
    python: assets.pythonWorker,
  };

  return {
    sandboxUrl: new URL(assets.sandbox, baseUrl).href,
    workerScript: (language) => loadText(scripts[language]),
    async wasmParts() {
      const [script, binary] = await Promise.all([
        loadText(assets.wasmBackend),
        load(hasWasmSimd() ? assets.wasmSimdBinary : assets.wasmBinary),
      ]);
      return { script, binary: binary.slice().buffer };
    },
    partsFor: (source, language) =>
      Promise.all(partsNamedIn(source, language, assets.parts).map(loadText)),
    pythonBytes: () => loadPythonBytes(assets.python, baseUrl, onProgress.python),
  };
}
