import { LIMITS } from "../protocol/limits";
import type { PythonBytes } from "../protocol/wire";
import { loadAsset, type Asset, type Progress } from "./load-asset";
import { sumProgress } from "./sum-progress";

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

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Only over https or on this machine can a page compute the hash that a snapshot has to have. */
function canCheck(): boolean {
  return typeof crypto === "object" && typeof crypto.subtle === "object";
}

/** A memory with one wrong byte fails in odd ways: null unless it is the one that was built. */
async function loadSnapshot(asset: SnapshotAsset, baseUrl: string): Promise<ArrayBuffer | null> {
  try {
    const bytes = await loadAsset(asset, baseUrl, () => {});
    return (await sha256(bytes)) === asset.sha256 ? bytes.buffer : null;
  } catch {
    return null;
  }
}

/** What Python starts from, as it arrives. */
export type PythonDelivery = {
  readonly needed: Omit<PythonBytes, "snapshot">;
  /** Null where there is none, or not the one that was built. Asked for after everything else has arrived. */
  readonly snapshot: Promise<ArrayBuffer | null>;
  /** How long the first start should wait for the snapshot: not at all where it is sure to take too long. */
  readonly snapshotWaitMs: number;
};

/** The network says no more than "not changed" for files that the browser has. */
const FROM_CACHE = 0.02;

/** Bytes that the network sent for a file; null where the browser does not tell. */
function sentBytes(address: URL): number | null {
  const entry = performance.getEntriesByName(address.href, "resource").at(-1);
  return entry !== undefined && "transferSize" in entry ? Number(entry.transferSize) : null;
}

/**
 * How long a file is worth waiting for after others took `ms`. Over the network it takes its share of the same
 * time; where the browser had the others, it most likely has this one, and reads it as slowly as those.
 */
function waitFor(
  next: PythonAsset,
  loaded: readonly PythonAsset[],
  ms: number,
  baseUrl: string,
): number {
  const total = loaded.reduce((sum, { transferBytes }) => sum + transferBytes, 0);
  const sent = loaded.map(
    (asset) => sentBytes(new URL(asset.path, baseUrl)) ?? asset.transferBytes,
  );
  if (sent.reduce((sum, bytes) => sum + bytes, 0) < FROM_CACHE * total)
    return Math.max(ms, LIMITS.snapshotWaitMs);
  const expectedMs = (ms / total) * next.transferBytes;
  return expectedMs < LIMITS.snapshotWaitMs ? LIMITS.snapshotWaitMs : 0;
}

/**
 * Loads what Python starts from, with one progress for all that has to be there. Without its snapshot Python
 * starts too, only slower: on a slow line it is left to later starts.
 * @throws {AssetError} naming a file that did not arrive.
 */
export async function loadPythonBytes(
  assets: PythonAssetList,
  baseUrl: string,
  onProgress: Progress,
): Promise<PythonDelivery> {
  const files = [assets.script, assets.wasm, assets.library, assets.packages] as const;
  const weights = files.map(({ path, transferBytes }) => [path, transferBytes] as const);
  const progress = sumProgress(assets.name, new Map(weights), onProgress);
  const begin = performance.now();
  const [script, wasm, library, packages] = await Promise.all([
    loadAsset(assets.script, baseUrl, progress),
    loadAsset(assets.wasm, baseUrl, progress),
    loadAsset(assets.library, baseUrl, progress),
    loadAsset(assets.packages, baseUrl, progress),
  ]);
  const ms = performance.now() - begin;
  const asset = canCheck() ? assets.snapshot : null;
  return {
    needed: {
      script: new TextDecoder().decode(script),
      wasm: wasm.buffer,
      library: library.buffer,
      packages: packages.buffer,
    },
    snapshot: asset === null ? Promise.resolve(null) : loadSnapshot(asset, baseUrl),
    snapshotWaitMs: asset === null ? 0 : waitFor(asset, files, ms, baseUrl),
  };
}
