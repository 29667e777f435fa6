import type { Language } from "../protocol/backend";
import { loadAsset, type Asset, type Progress } from "./load-asset";
import { loadPythonBytes, type PythonAssetList, type PythonDelivery } from "./load-python-bytes";
import { sumProgress } from "./sum-progress";

/** A language's worker: what it starts with, and what it needs besides before a program runs. */
type WorkerAssets = { readonly first: Asset; readonly second: Asset };

/** Where the built files of the runtime are, as `virtual:runtime-assets` tells. */
export type RuntimeAssetList = {
  /** sandbox.html; its query is the version of its contents. */
  readonly sandbox: string;
  readonly workers: Readonly<Record<Language, WorkerAssets>>;
  readonly python: PythonAssetList;
};

/** The texts of a worker's two scripts; the second may still be on its way. */
export type WorkerScripts = { readonly first: string; readonly second: Promise<string> };

export type AssetStore = {
  readonly sandboxUrl: string;
  /** The second script is asked for once the first has come: a worker starts with that. */
  workerScripts(language: Language): Promise<WorkerScripts>;
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
  const load = (asset: Asset, progress: Progress) => {
    const known = loading.get(asset.path);
    if (known !== undefined) return known;
    const started = loadAsset(asset, baseUrl, progress);
    loading.set(asset.path, started);
    started.catch(() => loading.delete(asset.path));
    return started;
  };
  const loadText = async (asset: Asset, progress: Progress) =>
    new TextDecoder().decode(await load(asset, progress));
  const { first, second } = assets.workers.typescript;
  const sizes = [first, second].map(({ path, bytes }) => [path, bytes] as const);
  const scriptProgress: Record<Language, Progress> = {
    typescript: sumProgress("the runtime", new Map(sizes), onProgress.typescript),
    // Python's own files are many times as large.
    python: () => {},
  };

  return {
    sandboxUrl: new URL(assets.sandbox, baseUrl).href,
    async workerScripts(language) {
      const progress = scriptProgress[language];
      const scripts = assets.workers[language];
      const first = await loadText(scripts.first, progress);
      const second = loadText(scripts.second, progress);
      // Whoever waits for it is told; a worker that failed before does not.
      second.catch(() => {});
      return { first, second };
    },
    pythonBytes: () => loadPythonBytes(assets.python, baseUrl, onProgress.python),
  };
}
