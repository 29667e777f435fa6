import type { PythonBytes } from "../protocol/wire";
import { loadAsset, type Asset, type Progress } from "./load-asset";

type PythonAsset = Asset & {
  /** About what a host sends for it: packed, as hosts do. Progress counts these. */
  readonly transferBytes: number;
};

type SnapshotAsset = PythonAsset & {
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
};

export type PythonAssetList = {
  /** As learners know it: `Python 3.14`. */
  readonly name: string;
  readonly script: PythonAsset;
  readonly wasm: PythonAsset;
  readonly library: PythonAsset;
  readonly packages: PythonAsset;
  /** null where the build could not make one. */
  readonly snapshot: SnapshotAsset | null;
};

/**
 * Adds up several files that are loaded side by side. A page sees bytes only after they are unpacked, so each
 * file counts by the share of it that is there, times what was sent for the whole of it.
 */
function createSum(name: string, assets: readonly PythonAsset[], onProgress: Progress): Progress {
  const total = assets.reduce((sum, { transferBytes }) => sum + transferBytes, 0);
  const transfer = new Map(assets.map(({ path, transferBytes }) => [path, transferBytes]));
  const shares = new Map<string, number>();
  return (path, bytes, size) => {
    shares.set(path, bytes / size);
    const loaded = [...shares].reduce(
      (sum, [file, share]) => sum + share * (transfer.get(file) ?? 0),
      0,
    );
    onProgress(name, Math.round(loaded), total);
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
