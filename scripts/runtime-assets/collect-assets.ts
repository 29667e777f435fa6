import { createHash } from "node:crypto";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { buildPythonAssets, PYTHON_NAME } from "../../src/python/build/python-assets";
import type { RuntimeAssetList } from "../../src/runner/asset-store";
import { bundleScript, bundleWorker } from "./bundle-script";
import { generatedFiles } from "./generated-files";
import { sandboxPage } from "./sandbox-page";

/** Hosts take files of 25 MB, some of 20. */
const LARGEST_FILE = 20_000_000;

export type RuntimeAssets = {
  addresses: RuntimeAssetList;
  /** Path from the site's root -> contents. */
  files: Map<string, string | Uint8Array>;
  /** What Python's modules hold, as JSON: for the page's editor. */
  pythonNames: string;
};

function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 10);
}

/** In as many pieces of about the same size as it takes; a file that is small enough is one. */
function inPieces(content: Uint8Array, largest: number): Uint8Array[] {
  const count = Math.max(1, Math.ceil(content.byteLength / largest));
  const size = Math.ceil(content.byteLength / count);
  return Array.from({ length: count }, (_, i) => content.subarray(i * size, (i + 1) * size));
}

/**
 * Bundles and reads everything that the sandbox loads. `root` is the project's folder. `packed` stores Python's files packed, for
 * a host that would send them as they are.
 */
export async function collectAssets(
  root: string,
  { packed = false }: { packed?: boolean } = {},
): Promise<RuntimeAssets> {
  const source = (file: string) => path.join(root, "src", file);
  const [airlock, typescriptWorker, pythonWorker, python] = await Promise.all([
    bundleScript({ entry: source("worker/airlock.ts") }),
    bundleWorker({
      first: source("worker/typescript.ts"),
      second: source("jax/modules.ts"),
    }),
    bundleWorker({
      first: source("worker/python.ts"),
      second: source("python/facade-module.ts"),
    }),
    buildPythonAssets(
      source("python/packages"),
      await generatedFiles(root),
      path.join(root, ".cache/python"),
    ),
  ]);

  const files = new Map<string, string | Uint8Array>();
  const add = (name: string, extension: string, content: string | Uint8Array) => {
    const file = `assets/${name}-${hashOf(content)}.${extension}`;
    files.set(file, content);
    return { path: file, bytes: Buffer.byteLength(content) };
  };
  const addWorker = (name: string, { first, second }: { first: string; second: string }) => ({
    first: add(name, "js", first),
    second: add(`${name}-second`, "js", second),
  });
  const addPython = (name: string, extension: string, content: Uint8Array) => {
    const gzipped = gzipSync(content, { level: packed ? 9 : 1 });
    const pieces = inPieces(packed ? gzipped : content, LARGEST_FILE);
    const [first, ...rest] = pieces.map((piece) => add(name, extension, piece).path);
    return {
      path: first,
      ...(rest.length > 0 && { rest }),
      ...(packed && { packed }),
      bytes: content.byteLength,
      transferBytes: gzipped.byteLength,
    };
  };
  const page = sandboxPage(airlock);
  files.set("sandbox.html", page);
  const addresses: RuntimeAssetList = {
    sandbox: `sandbox.html?v=${hashOf(page)}`,
    workers: {
      typescript: addWorker("runtime-typescript", typescriptWorker),
      python: addWorker("runtime-python", pythonWorker),
    },
    python: {
      name: PYTHON_NAME,
      script: addPython("pyodide", "js", python.script),
      wasm: addPython("pyodide", "wasm", python.wasm),
      library: addPython("python-library", "zip", python.library),
      packages: addPython("python-packages", "bin", python.packages),
      snapshot: python.snapshot && {
        ...addPython("python-snapshot", "bin", python.snapshot),
        sha256: createHash("sha256").update(python.snapshot).digest("hex"),
      },
    },
  };
  return { addresses, files, pythonNames: Buffer.from(python.names).toString("utf8") };
}
