/** Times starts of Python in workers of this page, with every file in memory and the wasm compiled. */
import type { PythonParts } from "../../../src/protocol/wire";

/** What bare `loadPyodide` wants. */
export type ShippedFiles = {
  script: string;
  wasm: WebAssembly.Module;
  library: ArrayBuffer;
  lockFile: string;
};

/** Addresses of the files, the shipped ones and ours. */
export type StartFiles = Record<
  "script" | "wasm" | "shippedLibrary" | "lockFile" | "library" | "packages" | "snapshot",
  string
>;

type Way = "shipped" | "library" | "snapshot";

export type StartBench = {
  load(files: StartFiles): Promise<void>;
  /** Milliseconds from a new worker until it says that it is ready. */
  start(way: Way): Promise<number>;
};

const WORKERS: Record<Way, string> = {
  shipped: "./python-shipped-worker.js",
  library: "./python-ready-worker.js",
  snapshot: "./python-ready-worker.js",
};

function publishStarts(): void {
  let given: Record<Way, ShippedFiles | PythonParts> | null = null;
  // Named afresh: other engines' pages publish another kind of bench under this name.
  const published: StartBench = {
    async load(files) {
      const text = async (name: keyof StartFiles) => (await fetch(files[name])).text();
      const bytes = async (name: keyof StartFiles) => (await fetch(files[name])).arrayBuffer();
      const script = await text("script");
      const wasm = await WebAssembly.compile(await bytes("wasm"));
      const [library, packages] = [await bytes("library"), await bytes("packages")];
      given = {
        shipped: {
          script,
          wasm,
          library: await bytes("shippedLibrary"),
          lockFile: await text("lockFile"),
        },
        library: { script, wasm, library, packages, snapshot: null },
        snapshot: { script, wasm, library, packages, snapshot: await bytes("snapshot") },
      };
    },
    async start(way) {
      if (given === null) throw new Error("load() comes first.");
      const begin = performance.now();
      const worker = new Worker(WORKERS[way], { type: "module" });
      try {
        const answer = await new Promise<unknown>((resolve, reject) => {
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.postMessage(given?.[way]);
        });
        if (answer !== "ready") throw new Error(String(answer));
        return performance.now() - begin;
      } finally {
        worker.terminate();
      }
    },
  };
  Object.assign(globalThis, { bench: published });
}

publishStarts();
