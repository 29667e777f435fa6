/**
 * The wasm backend of tfjs as a script of its own, so that only those who need it load it. It is bundled
 * against the tfjs core of the main script (globalThis.__tfCore) and registers itself there.
 */
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";

const BINARY = "tfjs-backend-wasm.wasm";

// One binary for every name: the host picks the file, and hands it over through the platform's fetch.
setWasmPaths(
  {
    "tfjs-backend-wasm.wasm": BINARY,
    "tfjs-backend-wasm-simd.wasm": BINARY,
    "tfjs-backend-wasm-threaded-simd.wasm": BINARY,
  },
  true,
);
