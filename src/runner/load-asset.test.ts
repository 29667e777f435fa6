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
