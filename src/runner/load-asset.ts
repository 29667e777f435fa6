import { LIMITS } from "../protocol/limits";

export type Asset = {
  readonly path: string;
  /** Of the whole, unpacked. */
  readonly bytes: number;
  /** Where it goes on: hosts have a limit for the size of a file. */
  readonly rest?: readonly string[];
  /** It is stored packed by gzip, for hosts that would send it unpacked. */
  readonly packed?: boolean;
};
export type Progress = (what: string, loadedBytes: number, totalBytes: number) => void;

/** A file of the runtime that did not arrive; the message names it. */
export class AssetError extends Error {
  override name = "AssetError";
}

const LINE = "Check the connection and try again.";
const NEWER = "Load the page again: a newer one may be there.";

function failure(path: string, why: string, advice: string): AssetError {
  return new AssetError(`The runtime's file ${path} could not be loaded: ${why}. ${advice}`);
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

type Bytes = Uint8Array<ArrayBuffer>;
type Watch = ReturnType<typeof watchForStall>;

/** What the network sends of a file, one piece of it after the other. Fails with AssetErrors alone. */
function sentOf({ path, rest = [] }: Asset, baseUrl: string, watch: Watch): ReadableStream<Bytes> {
  const left = [...rest];
  const open = async (piece: string) => {
    const response = await fetch(new URL(piece, baseUrl), { signal: watch.signal });
    if (response.ok && response.body !== null) return response.body.getReader();
    throw failure(piece, `status ${response.status}`, response.status < 500 ? NEWER : LINE);
  };
  let opened = open(path);
  const read = async (): Promise<Bytes | null> => {
    for (;;) {
      const { done, value } = await (await opened).read();
      watch.moved();
      if (!done) return value;
      const next = left.shift();
      if (next === undefined) return null;
      opened = open(next);
    }
  };
  return new ReadableStream<Bytes>({
    async pull(controller) {
      try {
        const bytes = await read();
        if (bytes === null) controller.close();
        else controller.enqueue(bytes);
      } catch (error) {
        if (error instanceof AssetError) throw error;
        const stalled = `nothing of it came for ${LIMITS.stalledMs / 1000} seconds`;
        throw failure(path, watch.signal.aborted ? stalled : "the network failed", LINE);
      }
    },
  });
}

function unpacked(packed: ReadableStream<Bytes>): ReadableStream<Bytes> {
  return packed.pipeThrough<Bytes>(new DecompressionStream("gzip"));
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
  const watch = watchForStall();
  const sent = sentOf(asset, baseUrl, watch);
  const tell = (loaded: number) => onProgress(path, loaded, size);
  let bytes: Uint8Array<ArrayBuffer> | null = null;
  try {
    bytes = await readAll(asset.packed ? unpacked(sent) : sent, size, tell);
  } catch (error) {
    // What is no AssetError cannot be unpacked.
    if (error instanceof AssetError) throw error;
  } finally {
    watch.end();
  }
  if (bytes === null)
    throw failure(path, "it is not the file that this page was built with", NEWER);
  return bytes;
}
