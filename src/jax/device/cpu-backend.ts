/** tfjs's CPU backend with the kernels that the facade calls. */
import "@tensorflow/tfjs-backend-cpu/dist/base";
import { absConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Abs";
import { addConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Add";
import { batchMatMulConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/BatchMatMul";
import { ceilConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Ceil";
import { cosConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Cos";
import { expConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Exp";
import { floorConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Floor";
import { logConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Log";
import { multiplyConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Multiply";
import { negConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Neg";
import { realDivConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/RealDiv";
import { reluConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Relu";
import { rsqrtConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Rsqrt";
import { sinConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Sin";
import { sqrtConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Sqrt";
import { squareConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Square";
import { subConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Sub";
import { tanhConfig } from "@tensorflow/tfjs-backend-cpu/dist/kernels/Tanh";
import { registerKernel } from "@tensorflow/tfjs-core";

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
