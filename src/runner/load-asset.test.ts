import { afterEach, describe, expect, it, vi } from "vitest";
import { createAssetStore, type RuntimeAssetList } from "./asset-store";
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

describe("createAssetStore", () => {
  const list: RuntimeAssetList = {
    sandbox: "sandbox.html?v=1",
    typescriptWorker: asset,
    pythonWorker: { path: "assets/python.js", bytes: 6 },
    wasmBackend: asset,
    parts: [{ ...asset, words: ["linalg", "multivariatenormal"], languages: ["python"] }],
    wasmBinary: { path: "a.wasm", bytes: 4 },
    wasmSimdBinary: { path: "b.wasm", bytes: 4 },
    python: {
      name: "Python",
      script: { ...asset, transferBytes: 3 },
      wasm: { ...asset, transferBytes: 3 },
      library: { ...asset, transferBytes: 3 },
      packages: { ...asset, transferBytes: 3 },
      snapshot: null,
    },
  };

  it("loads once, and again after a failure", async () => {
    let status = 500;
    const fetch = answerWith(() => new Response("abcdef", { status }));
    const store = createAssetStore(list, "http://site/", silent);
    await expect(store.workerScript("typescript")).rejects.toThrow(/status 500/);
    status = 200;
    expect(await store.workerScript("typescript")).toBe("abcdef");
    expect(await store.workerScript("typescript")).toBe("abcdef");
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(await store.workerScript("python")).toBe("abcdef");
  });

  it("hands out new bytes each time, because they are transferred away", async () => {
    vi.stubGlobal("fetch", async (url: URL) =>
      url.pathname.endsWith(".wasm") ? new Response("wasm") : new Response("abcdef"),
    );
    const store = createAssetStore(list, "http://site/", silent);
    const first = await store.wasmParts();
    const second = await store.wasmParts();
    expect(first.binary).not.toBe(second.binary);
    expect(new TextDecoder().decode(second.binary)).toBe("wasm");
  });

  it("loads a part of the facade only for a program that names it", async () => {
    const fetch = answerWith(() => new Response("abcdef"));
    const store = createAssetStore(list, "http://site/", silent);
    for (const other of ["jnp.sum(x)", '"""of linalg"""', "loss, linalg = f(x, linalg)"])
      expect(await store.partsFor(other, "python")).toEqual([]);
    expect(await store.partsFor("jnp.linalg", "typescript")).toEqual([]);
    expect(fetch).not.toHaveBeenCalled();
    for (const named of [
      "jnp.linalg.inv(a)",
      "jax.random.multivariate_normal(k, m, c)",
      "random.multivariateNormal(k, m, c)",
      "from jax.numpy import (\n  ones, linalg)",
      "from jax.numpy import *\nlinalg.inv(a)",
      'import { inv } from "jax/numpy/linalg";',
      'import {\n  ones,\n  linalg,\n} from "jax/numpy";',
      "const { linalg } = jnp;",
      'for name in "mean linalg".split(): getattr(jnp, name)',
      "# jnp.linalg",
    ])
      expect(await store.partsFor(named, "python")).toEqual(["abcdef"]);
  });
});
