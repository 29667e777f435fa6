/** tfjs's wasm backend with the kernels that the facade calls, as a script of its own. */
import { BackendWasm, init, setWasmPaths } from "@tensorflow/tfjs-backend-wasm/dist/backend_wasm";
import { absConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Abs";
import { addConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Add";
import { batchMatMulConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/BatchMatMul";
import { ceilConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Ceil";
import { expConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Exp";
import { floorConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Floor";
import { logConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Log";
import { multiplyConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Multiply";
import { negConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Neg";
import { realDivConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/RealDiv";
import { reluConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Relu";
import { rsqrtConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Rsqrt";
import { sqrtConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Sqrt";
import { squareConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Square";
import { subConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Sub";
import { tanhConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Tanh";
import { env } from "@tensorflow/tfjs-core";
import { startBackend } from "./narrow-tfjs/start-backend";
import type { StartedBackend } from "../array/started-backend";

const KERNELS = [
  absConfig,
  addConfig,
  batchMatMulConfig,
  ceilConfig,
  expConfig,
  floorConfig,
  logConfig,
  multiplyConfig,
  negConfig,
  realDivConfig,
  reluConfig,
  rsqrtConfig,
  sqrtConfig,
  squareConfig,
  subConfig,
  tanhConfig,
];

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

/** Starts it from the bytes of its binary; null where it cannot run. */
export function startWasm(binary: ArrayBuffer): Promise<StartedBackend | null> {
  // tfjs would fetch its binary; a worker of an opaque origin can fetch nothing.
  env().platform.fetch = async (path: string) => {
    if (path.endsWith(".wasm"))
      return new Response(binary, { headers: { "content-type": "application/wasm" } });
    throw new Error(`The runtime fetches nothing, but ${path} was asked for.`);
  };
  return startBackend(async () => new BackendWasm((await init()).wasm), KERNELS);
}
