import { LIMITS } from "../protocol/limits";
import type { AssetStore } from "./asset-store";
import type { ConnectFrame, FrameLink } from "./connect-frame";
import { hears, isAlive } from "./is-alive";
import { openSession } from "./open-session";

type Home = { readonly link: FrameLink; hasSnapshot: boolean };

/**
 * The one frame in which Python's workers run. It stays: its files are loaded and its wasm is compiled once,
 * so that the next worker is there in a fraction of a second.
 */
export class PythonHome {
  readonly #assets: AssetStore;
  readonly #connect: ConnectFrame;
  #opening: Promise<Home> | null = null;
  #asking: Promise<boolean> | null = null;
  #snapshotFailed = false;

  constructor(assets: AssetStore, connect: ConnectFrame) {
    this.#assets = assets;
    this.#connect = connect;
  }

  /** A link to one new worker of the frame, and whether it can start from the snapshot. */
  async session(): Promise<{ link: FrameLink; hasSnapshot: boolean }> {
    const home = await this.#home();
    return {
      link: openSession(home.link),
      hasSnapshot: home.hasSnapshot && !this.#snapshotFailed,
    };
  }

  /** A start from the snapshot failed: later ones do without. */
  giveUpSnapshot(): void {
    this.#snapshotFailed = true;
  }

  dispose(): void {
    this.#opening?.then(({ link }) => link.close()).catch(() => {});
    this.#opening = null;
  }

  async #home(): Promise<Home> {
    if (this.#opening !== null) {
      const home = await this.#opening;
      // One question at a time: a link has one listener.
      this.#asking ??= isAlive(home.link).finally(() => (this.#asking = null));
      if (await this.#asking) return home;
      // The browser has ended the frame, with everything inside.
      if ((await this.#opening) === home) this.dispose();
    }
    const opening = (this.#opening ??= this.#open());
    opening.catch(() => {
      if (this.#opening === opening) this.#opening = null;
    });
    return opening;
  }

  async #open(): Promise<Home> {
    // The frame outlives whoever asks for it first.
    const connecting = this.#connect(this.#assets.sandboxUrl, new AbortController().signal);
    const [delivery, link] = await Promise.all([this.#assets.pythonBytes(), connecting]).catch(
      (error: unknown) => {
        connecting.then((link) => link.close()).catch(() => {});
        throw error;
      },
    );
    const { needed, snapshot, snapshotWaitMs } = delivery;
    const home = { link, hasSnapshot: false };
    const first = await inTime(snapshot, snapshotWaitMs);
    const kept = hears(link, "kept", LIMITS.bootMs);
    const { wasm, library, packages } = needed;
    const moved = [wasm, library, packages, ...(first ? [first] : [])];
    link.send({ kind: "keep", python: { ...needed, snapshot: first } }, moved);
    if (!(await kept)) {
      link.close();
      throw new Error("Python cannot run in this browser: its WebAssembly could not be compiled.");
    }
    home.hasSnapshot = first !== null;
    if (first === null) void snapshot.then((bytes) => bytes && keepLater(home, bytes));
    return home;
  }
}

/** What a promise gives, or null where that takes longer. */
function inTime<T>(promise: Promise<T>, ms: number): Promise<T | null> {
  return Promise.race([
    promise,
    new Promise<null>((resolve) => setTimeout(() => resolve(null), ms)),
  ]);
}

function keepLater(home: Home, snapshot: ArrayBuffer): void {
  home.link.send({ kind: "keep-snapshot", snapshot }, [snapshot]);
  home.hasSnapshot = true;
}
