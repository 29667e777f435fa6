/** tfjs's WebGL backend with the kernels that the facade calls; elementwise shaders are the facade's own. */
import { MathBackendWebGL } from "@tensorflow/tfjs-backend-webgl/dist/backend_webgl";
import { batchMatMulConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/BatchMatMul";
import { concatConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Concat";
import { padV2Config } from "@tensorflow/tfjs-backend-webgl/dist/kernels/PadV2";
import { prodConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Prod";
import { reshapeConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Reshape";
import { reverseConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Reverse";
import { sliceConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Slice";
import { stridedSliceConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/StridedSlice";
import { sumConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Sum";
import { tileConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Tile";
import { transposeConfig } from "@tensorflow/tfjs-backend-webgl/dist/kernels/Transpose";
import { startBackend } from "./narrow-tfjs/start-backend";
import type { StartedBackend } from "../array/started-backend";

const KERNELS = [
  batchMatMulConfig,
  concatConfig,
  padV2Config,
  prodConfig,
  reshapeConfig,
  reverseConfig,
  sliceConfig,
  stridedSliceConfig,
  sumConfig,
  tileConfig,
  transposeConfig,
];

/** Starts it; null where the browser has no WebGL that it can use. */
export function startWebgl(): Promise<StartedBackend | null> {
  return startBackend(() => new MathBackendWebGL(), KERNELS);
}
