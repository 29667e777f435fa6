import { LIMITS } from "../protocol/limits";

export type Asset = { readonly path: string; readonly bytes: number };
export type Progress = (what: string, loadedBytes: number, totalBytes: number) => void;

/** A file of the runtime that did not arrive; the message names it. */
export class AssetError extends Error {
  override name = "AssetError";
}

function failure(path: string, why: string): AssetError {
  return new AssetError(
    `The runtime's file ${path} could not be loaded: ${why}. Check the connection and try again.`,
  );
}

async function readAll(
  body: ReadableStream<Uint8Array>,
  size: number,
  onBytes: (loaded: number) => void,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = new Uint8Array(size);
  let loaded = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return loaded === size ? bytes : null;
    if (loaded + value.byteLength > size) return null;
    bytes.set(value, loaded);
    loaded += value.byteLength;
    onBytes(loaded);
  }
}

const TICK_MS = 1_000;

/**
 * A signal that is aborted once nothing has `moved` for a while. It counts ticks instead of asking a clock: what came
 * while the page was busy, or its machine asleep, is read before the next tick.
 */
function watchForStall() {
  const stalled = new AbortController();
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
    if (ticks * TICK_MS >= LIMITS.stalledMs) stalled.abort();
  }, TICK_MS);
  return {
    signal: stalled.signal,
    moved: () => void (ticks = 0),
    end: () => clearInterval(timer),
  };
}

/**
 * Fetches one file of the runtime. Its size is known from the build, so a truncated file or a host's
 * "not found" page in its place is noticed, and so is a file that stops on its way.
 * @throws {AssetError} naming the file.
 */
export async function loadAsset(
  asset: Asset,
  baseUrl: string,
  onProgress: Progress,
): Promise<Uint8Array<ArrayBuffer>> {
  const { path, bytes: size } = asset;
  onProgress(path, 0, size);
  let bytes: Uint8Array<ArrayBuffer> | null;
  const watch = watchForStall();
  try {
    const response = await fetch(new URL(path, baseUrl), { signal: watch.signal });
    if (!response.ok || response.body === null) throw failure(path, `status ${response.status}`);
    bytes = await readAll(response.body, size, (loaded) => {
      watch.moved();
      onProgress(path, loaded, size);
    });
  } catch (error) {
    if (error instanceof AssetError) throw error;
    const seconds = LIMITS.stalledMs / 1000;
    throw failure(
      path,
      watch.signal.aborted ? `nothing of it came for ${seconds} seconds` : "the network failed",
    );
  } finally {
    watch.end();
  }
  if (bytes === null) throw failure(path, "it is not the file that this page was built with");
  return bytes;
}
