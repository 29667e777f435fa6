/**
 * The wasm backend of tfjs as a script of its own, so that only those who need it load it. It has a tfjs
 * core of its own and hands the main script a started backend with its kernels.
 */
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm/dist/base";
import { absConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Abs";
import { addConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Add";
import { batchMatMulConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/BatchMatMul";
import { ceilConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Ceil";
import { cosConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Cos";
import { expConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Exp";
import { floorConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Floor";
import { logConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Log";
import { multiplyConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Multiply";
import { negConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Neg";
import { realDivConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/RealDiv";
import { reluConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Relu";
import { rsqrtConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Rsqrt";
import { sinConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Sin";
import { sqrtConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Sqrt";
import { squareConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Square";
import { subConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Sub";
import { tanhConfig } from "@tensorflow/tfjs-backend-wasm/dist/kernels/Tanh";
import {
  backend,
  enableProdMode,
  env,
  getKernel,
  registerKernel,
  setBackend,
} from "@tensorflow/tfjs-core";
import type { StartWasm } from "./start-wasm";

for (const kernel of [
  absConfig,
  addConfig,
  batchMatMulConfig,
  ceilConfig,
  cosConfig,
  expConfig,
  floorConfig,
  logConfig,
  multiplyConfig,
  negConfig,
  realDivConfig,
  reluConfig,
  rsqrtConfig,
  sinConfig,
  sqrtConfig,
  squareConfig,
  subConfig,
  tanhConfig,
])
  registerKernel(kernel);

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

const start: StartWasm = async (binary) => {
  enableProdMode();
  env().set("IS_NODE", false);
  // tfjs would fetch its binary; a worker of an opaque origin can fetch nothing.
  env().platform.fetch = async (path: string) => {
    if (path.endsWith(".wasm"))
      return new Response(binary, { headers: { "content-type": "application/wasm" } });
    throw new Error(`The runtime fetches nothing, but ${path} was asked for.`);
  };
  if (!(await setBackend("wasm"))) return null;
  return { backend: backend(), getKernel: (name) => getKernel(name, "wasm") };
};
globalThis.__startWasm = start;
