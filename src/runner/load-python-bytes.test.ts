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

afterEach(() => void vi.unstubAllGlobals());

describe("loadPythonBytes", () => {
  it("gives every file, and one progress for all of them", async () => {
    serve();
    const told: [string, number, number][] = [];
    const bytes = await loadPythonBytes(list, "http://site/", (...args) => told.push(args));
    expect(bytes.script).toBe("script");
    expect([bytes.wasm, bytes.library, bytes.packages, bytes.snapshot].map(text)).toEqual([
      "wasm",
      "library",
      "packages",
      "the memory",
    ]);
    // 6 + 2 · 4 + 7 + 8 + 10: the wasm counts by what is sent for it.
    const total = 39;
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
    const bytes = await loadPythonBytes(list, "http://site/", () => {});
    expect(bytes.snapshot).toBeNull();
    expect(text(bytes.wasm)).toBe("wasm");
  });

  it("does not ask for a snapshot that it could not check", async () => {
    const fetch = serve();
    vi.stubGlobal("crypto", {});
    expect((await loadPythonBytes(list, "http://site/", () => {})).snapshot).toBeNull();
    expect(fetch.mock.calls.map(([url]) => url.pathname)).not.toContain("/snapshot.bin");
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
