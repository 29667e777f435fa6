import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { bundleScript } from "./bundle-script";
import { sandboxPage } from "./sandbox-page";

/** What the page needs to know of one file: its address from the site's root and its size. */
type AssetAddress = { path: string; bytes: number };

type RuntimeAssetAddresses = {
  /** sandbox.html with the version of its contents as a query. */
  sandbox: string;
  typescriptWorker: AssetAddress;
  wasmBackend: AssetAddress;
  wasmBinary: AssetAddress;
  wasmSimdBinary: AssetAddress;
};

export type RuntimeAssets = {
  addresses: RuntimeAssetAddresses;
  /** Path from the site's root -> contents. */
  files: Map<string, string | Uint8Array>;
};

function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 10);
}

/** Bundles and reads everything that the sandbox loads. `root` is the project's folder. */
export async function collectAssets(root: string): Promise<RuntimeAssets> {
  const source = (file: string) => path.join(root, "src", file);
  const wasmFolder = path.join(
    path.dirname(
      createRequire(path.join(root, "package.json")).resolve("@tensorflow/tfjs-backend-wasm"),
    ),
    "..",
    "wasm-out",
  );
  const [airlock, worker, wasmBackend, wasm, wasmSimd] = await Promise.all([
    bundleScript({ entry: source("worker/airlock.ts") }),
    bundleScript({ entry: source("worker/typescript.ts") }),
    bundleScript({
      entry: source("jax/device/wasm-backend.ts"),
      tfCoreGlobal: "globalThis.__tfCore",
    }),
    readFile(path.join(wasmFolder, "tfjs-backend-wasm.wasm")),
    readFile(path.join(wasmFolder, "tfjs-backend-wasm-simd.wasm")),
  ]);

  const files = new Map<string, string | Uint8Array>();
  const add = (name: string, extension: string, content: string | Uint8Array): AssetAddress => {
    const file = `assets/${name}-${hashOf(content)}.${extension}`;
    files.set(file, content);
    return { path: file, bytes: Buffer.byteLength(content) };
  };
  const page = sandboxPage(airlock);
  files.set("sandbox.html", page);
  const addresses: RuntimeAssetAddresses = {
    sandbox: `sandbox.html?v=${hashOf(page)}`,
    typescriptWorker: add("runtime-typescript", "js", worker),
    wasmBackend: add("runtime-wasm", "js", wasmBackend),
    wasmBinary: add("tfjs-backend", "wasm", wasm),
    wasmSimdBinary: add("tfjs-backend-simd", "wasm", wasmSimd),
  };
  return { addresses, files };
}
