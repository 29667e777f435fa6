import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAssetStore, type RuntimeAssetList } from "./asset-store";
import { LIMITS } from "../protocol/limits";
import { AssetError, loadAsset } from "./load-asset";

const asset = { path: "assets/runtime.js", bytes: 6 };
const silent = { typescript: () => {}, python: () => {} };
const load = () => loadAsset(asset, "http://site/sub/", () => {});

function answerWith(make: () => Response): ReturnType<typeof vi.fn> {
  const fetch = vi.fn(async () => make());
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

afterEach(() => void vi.unstubAllGlobals());

describe("loadAsset", () => {
  it("reads a file from below the site's root and tells its progress", async () => {
    const fetch = answerWith(() => new Response("abcdef"));
    const told: number[] = [];
    const bytes = await loadAsset(asset, "http://site/sub/", (_, loaded) => told.push(loaded));
    expect(new TextDecoder().decode(bytes)).toBe("abcdef");
    expect(String(fetch.mock.calls[0]?.[0])).toBe("http://site/sub/assets/runtime.js");
    expect(told).toEqual([0, 6]);
  });

  it.each([
    ["is missing", () => new Response("no", { status: 404 }), "status 404"],
    ["is cut off", () => new Response("abc"), "not the file that this page was built with"],
    ["is a host's page", () => new Response("<!doctype html>"), "not the file"],
  ])("names a file that %s", async (_, make, why) => {
    answerWith(make);
    const error: unknown = await load().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AssetError);
    expect(String(error)).toContain("assets/runtime.js");
    expect(String(error)).toContain(why);
  });

  describe("a file in pieces, packed", () => {
    const packed = gzipSync("abcdef");
    const pieces = [packed.subarray(0, 12), packed.subarray(12)];
    const whole = { ...asset, rest: ["assets/rest.js"], packed: true };
    const loadWhole = () => loadAsset(whole, "http://site/", () => {});
    const answer = (...bodies: (Uint8Array<ArrayBuffer> | null)[]) =>
      vi.stubGlobal("fetch", async (url: URL) => {
        const body = bodies[url.pathname === "/assets/rest.js" ? 1 : 0];
        return new Response(body, { status: body === null ? 404 : 200 });
      });

    it("is put together and unpacked", async () => {
      answer(...pieces.map((piece) => new Uint8Array(piece)));
      expect(new TextDecoder().decode(await loadWhole())).toBe("abcdef");
    });

    it("names the piece that is missing", async () => {
      answer(new Uint8Array(pieces[0]), null);
      await expect(loadWhole()).rejects.toThrow(/assets\/rest\.js.*status 404/);
    });

    it.each([
      ["cut off", new Uint8Array(packed.subarray(12, packed.length - 9))],
      ["another host's page", new TextEncoder().encode("<!doctype html>")],
      ["of another build", new Uint8Array(gzipSync("other").subarray(12))],
    ])("is not taken where a piece is %s", async (_, last) => {
      answer(new Uint8Array(pieces[0]), last);
      await expect(loadWhole()).rejects.toThrow(/runtime\.js.*not the file/);
    });
  });

  it("names a file when the network fails", async () => {
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("Failed to fetch");
    });
    await expect(load()).rejects.toThrow(/assets\/runtime\.js.*the network failed/);
  });
});

describe("a file that stops on its way", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Answers with these parts, one each time it is asked to go on, and never ends by itself. */
  function slowly(parts: readonly string[]) {
    const waiting = [...parts];
    let send = () => {};
    vi.stubGlobal("fetch", async (_: URL, { signal }: RequestInit) => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          send = () => controller.enqueue(new TextEncoder().encode(waiting.shift()));
          signal?.addEventListener("abort", () => controller.error(new Error("aborted")));
        },
      });
      return new Response(body);
    });
    return () => send();
  }
  const told = () => load().catch((error: unknown) => String(error));

  it("is named once nothing more comes", async () => {
    const next = slowly(["abc"]);
    const ending = told();
    await vi.advanceTimersByTimeAsync(10_000);
    next();
    await vi.advanceTimersByTimeAsync(LIMITS.stalledMs - 1_500);
    let ended = false;
    void ending.then(() => (ended = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(ended).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await ending).toMatch(/assets\/runtime\.js.*nothing of it came for 15 seconds/);
  });

  it("is named where not even an answer comes", async () => {
    vi.stubGlobal(
      "fetch",
      (_: URL, { signal }: RequestInit) =>
        new Promise((_resolve, reject) =>
          signal?.addEventListener("abort", () => reject(new Error("aborted"))),
        ),
    );
    const ending = told();
    await vi.advanceTimersByTimeAsync(LIMITS.stalledMs);
    expect(await ending).toContain("nothing of it came");
  });
});

describe("createAssetStore", () => {
  const list: RuntimeAssetList = {
    sandbox: "sandbox.html?v=1",
    workers: {
      typescript: { first: asset, second: { path: "assets/second.js", bytes: 6 } },
      python: { first: { path: "assets/python.js", bytes: 6 }, second: asset },
    },
    python: {
      name: "Python",
      script: { ...asset, transferBytes: 3 },
      wasm: { ...asset, transferBytes: 3 },
      library: { ...asset, transferBytes: 3 },
      packages: { ...asset, transferBytes: 3 },
      snapshot: null,
    },
  };

  const paths = (fetch: ReturnType<typeof vi.fn>) =>
    fetch.mock.calls.map(([url]) => String(url).replace("http://site/assets/", ""));

  it("loads once, and again after a failure", async () => {
    let status = 500;
    const fetch = answerWith(() => new Response("abcdef", { status }));
    const store = createAssetStore(list, "http://site/", silent);
    await expect(store.workerScripts("typescript")).rejects.toThrow(/status 500/);
    status = 200;
    for (let i = 0; i < 2; i += 1) {
      const { first, second } = await store.workerScripts("typescript");
      expect([first, await second]).toEqual(["abcdef", "abcdef"]);
    }
    expect(paths(fetch)).toEqual(["runtime.js", "runtime.js", "second.js"]);
  });

  it("asks for a worker's second script after the first, and tells of both together", async () => {
    const fetch = answerWith(() => new Response("abcdef"));
    const told: [number, number][] = [];
    const store = createAssetStore(list, "http://site/", {
      ...silent,
      typescript: (_, loaded, total) => told.push([loaded, total]),
    });
    const opening = store.workerScripts("typescript");
    expect(paths(fetch)).toEqual(["runtime.js"]);
    await (
      await opening
    ).second;
    expect(paths(fetch)).toEqual(["runtime.js", "second.js"]);
    expect(told).toEqual([
      [0, 12],
      [6, 12],
      [6, 12],
      [12, 12],
    ]);
  });

  it("hands out a first script whose second one fails, and asks for that again", async () => {
    let status = 404;
    const fetch = vi.fn(async (url: URL) =>
      url.pathname.endsWith("second.js")
        ? new Response("abcdef", { status })
        : new Response("abcdef"),
    );
    vi.stubGlobal("fetch", fetch);
    const store = createAssetStore(list, "http://site/", silent);
    const { first, second } = await store.workerScripts("typescript");
    expect(first).toBe("abcdef");
    await expect(second).rejects.toThrow(/second\.js.*status 404/);
    status = 200;
    expect(await (await store.workerScripts("typescript")).second).toBe("abcdef");
  });
});
