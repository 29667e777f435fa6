import { LIMITS } from "../protocol/limits";
import type { AssetStore } from "./asset-store";
import type { ConnectFrame, FrameLink } from "./connect-frame";
import { hears, isAlive } from "./hears";
import { openSession } from "./open-session";

type Home = { link: FrameLink; hasSnapshot: boolean };

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
    connecting.catch(() => {});
    const python = await this.#assets.pythonBytes().catch((error: unknown) => {
      connecting.then((link) => link.close()).catch(() => {});
      throw error;
    });
    const link = await connecting;
    const { wasm, library, packages, snapshot } = python;
    const hasSnapshot = snapshot !== null;
    const kept = hears(link, "kept", LIMITS.bootMs);
    link.send({ kind: "keep", python }, [wasm, library, packages, ...(snapshot ? [snapshot] : [])]);
    if (await kept) return { link, hasSnapshot };
    link.close();
    throw new Error("Python cannot run in this browser: its WebAssembly could not be compiled.");
  }
}
