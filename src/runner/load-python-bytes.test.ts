import { createHash } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AssetError } from "./load-asset";
import { loadPythonBytes } from "./load-python-bytes";

const CONTENTS: Record<string, string> = {
  "/script.js": "script",
  "/python.wasm": "wasm",
  "/library.zip": "library",
  "/packages.pack": "packages",
  "/snapshot.bin": "the memory",
};
const asset = (path: string) => {
  const bytes = CONTENTS[`/${path}`]?.length ?? 0;
  return { path, bytes, transferBytes: path === "python.wasm" ? 2 * bytes : bytes };
};
const list = {
  name: "Python 3.14",
  script: asset("script.js"),
  wasm: asset("python.wasm"),
  library: asset("library.zip"),
  packages: asset("packages.pack"),
  snapshot: {
    ...asset("snapshot.bin"),
    sha256: createHash("sha256").update("the memory").digest("hex"),
  },
};

function serve(changes: Record<string, string | null> = {}) {
  const fetch = vi.fn(async (url: URL) => {
    const content = { ...CONTENTS, ...changes }[url.pathname];
    return new Response(content ?? "gone", { status: content === null ? 404 : 200 });
  });
  vi.stubGlobal("fetch", fetch);
  return fetch;
}
const text = (buffer: ArrayBuffer | null) => buffer && new TextDecoder().decode(buffer);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("loadPythonBytes", () => {
  it("gives every file, and one progress for all of them", async () => {
    serve();
    const told: [string, number, number][] = [];
    const load = loadPythonBytes(list, "http://site/", (...args) => told.push(args));
    const { needed, snapshot } = await load;
    expect(needed.script).toBe("script");
    expect([needed.wasm, needed.library, needed.packages, await snapshot].map(text)).toEqual([
      "wasm",
      "library",
      "packages",
      "the memory",
    ]);
    // 6 + 2 · 4 + 7 + 8: the wasm counts by what is sent for it. The snapshot need not be there.
    const total = 29;
    expect(told[0]).toEqual(["Python 3.14", 0, total]);
    expect(told.at(-1)).toEqual(["Python 3.14", total, total]);
    expect(told.map(([, loaded]) => loaded)).toEqual(
      told.map(([, loaded]) => loaded).sort((a, b) => a - b),
    );
  });

  it.each([
    ["has one wrong byte", "the memorx"],
    ["is cut off", "the mem"],
    ["is missing", null],
  ])("does without a snapshot that %s", async (_, content) => {
    serve({ "/snapshot.bin": content });
    const { needed, snapshot } = await loadPythonBytes(list, "http://site/", () => {});
    expect(await snapshot).toBeNull();
    expect(text(needed.wasm)).toBe("wasm");
  });

  it("does not ask for a snapshot that it could not check", async () => {
    const fetch = serve();
    vi.stubGlobal("crypto", {});
    const { snapshot, snapshotWaitMs } = await loadPythonBytes(list, "http://site/", () => {});
    expect(await snapshot).toBeNull();
    expect(snapshotWaitMs).toBe(0);
    expect(fetch.mock.calls.map(([url]) => url.pathname)).not.toContain("/snapshot.bin");
  });

  it.each([
    { line: "a quick line", ms: 100, sent: null, wait: 1_000 },
    { line: "a slow line", ms: 5_000, sent: null, wait: 0 },
    { line: "a slow machine that has the files", ms: 5_000, sent: 0, wait: 5_000 },
    { line: "a slow line, by what was sent", ms: 5_000, sent: 7, wait: 0 },
  ])("tells how long to wait for the snapshot on $line", async ({ ms, sent, wait }) => {
    serve();
    vi.spyOn(performance, "now").mockReturnValueOnce(0).mockReturnValueOnce(ms);
    const entries = sent === null ? [] : [{ transferSize: sent } as PerformanceResourceTiming];
    vi.spyOn(performance, "getEntriesByName").mockReturnValue(entries);
    const { snapshotWaitMs } = await loadPythonBytes(list, "http://site/", () => {});
    expect(snapshotWaitMs).toBe(wait);
  });

  it("asks for the snapshot after everything else has arrived", async () => {
    const fetch = serve();
    await loadPythonBytes(list, "http://site/", () => {});
    expect(fetch.mock.calls.map(([url]) => url.pathname).at(-1)).toBe("/snapshot.bin");
  });

  it.each(["script.js", "python.wasm", "library.zip", "packages.pack"])(
    "names %s where it does not arrive",
    async (name) => {
      serve({ [`/${name}`]: null });
      const error: unknown = await loadPythonBytes(list, "http://site/", () => {}).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(AssetError);
      expect(String(error)).toContain(name);
    },
  );
});
