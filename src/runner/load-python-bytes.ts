import type { PythonBytes } from "../protocol/wire";
import { loadAsset, type Asset, type Progress } from "./load-asset";

type SnapshotAsset = Asset & {
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
};

export type PythonAssetList = {
  /** As learners know it: `Python 3.14`. */
  readonly name: string;
  readonly script: Asset;
  readonly wasm: Asset;
  readonly library: Asset;
  readonly packages: Asset;
  /** null where the build could not make one. */
  readonly snapshot: SnapshotAsset | null;
};

/** Adds up the bytes of several files that are loaded side by side. */
function createSum(name: string, assets: readonly Asset[], onProgress: Progress): Progress {
  const total = assets.reduce((sum, { bytes }) => sum + bytes, 0);
  const loaded = new Map<string, number>();
  return (path, bytes) => {
    loaded.set(path, bytes);
    onProgress(
      name,
      [...loaded.values()].reduce((sum, next) => sum + next, 0),
      total,
    );
  };
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Only over https or on this machine can a page compute the hash that a snapshot has to have. */
function canCheck(): boolean {
  return typeof crypto === "object" && typeof crypto.subtle === "object";
}

/** A memory with one wrong byte fails in odd ways: null unless it is the one that was built. */
async function loadSnapshot(
  asset: SnapshotAsset,
  baseUrl: string,
  onProgress: Progress,
): Promise<ArrayBuffer | null> {
  try {
    const bytes = await loadAsset(asset, baseUrl, onProgress);
    return (await sha256(bytes)) === asset.sha256 ? bytes.buffer : null;
  } catch {
    return null;
  }
}

/**
 * Loads what Python starts from, with one progress for all of it. Without its snapshot Python starts too,
 * only slower.
 * @throws {AssetError} naming a file that did not arrive.
 */
export async function loadPythonBytes(
  assets: PythonAssetList,
  baseUrl: string,
  onProgress: Progress,
): Promise<PythonBytes> {
  const needed = [assets.wasm, assets.library, assets.script, assets.packages];
  const snapshotAsset = canCheck() ? assets.snapshot : null;
  const all = snapshotAsset === null ? needed : [...needed, snapshotAsset];
  const progress = createSum(assets.name, all, onProgress);
  const load = (asset: Asset) => loadAsset(asset, baseUrl, progress);
  const [script, wasm, library, packages, snapshot] = await Promise.all([
    load(assets.script),
    load(assets.wasm),
    load(assets.library),
    load(assets.packages),
    snapshotAsset === null ? null : loadSnapshot(snapshotAsset, baseUrl, progress),
  ]);
  return {
    script: new TextDecoder().decode(script),
    wasm: wasm.buffer,
    library: library.buffer,
    packages: packages.buffer,
    snapshot,
  };
}
