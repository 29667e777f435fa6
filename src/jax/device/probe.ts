import type { WebGLInternals } from "../array/tfjs";
import { currentDevice } from "../array/tfjs";
import { ElementwiseProgram } from "./webgl/elementwise-program";

export type Precision = "float32" | "float16";

/** Enough elements that tfjs would not compute them on the CPU instead. */
const SIZE = 256;

/**
 * What the GPU computes in: float16 keeps neither 1e-8 nor 2049. Computed by a shader of ours on
 * enough elements, because tfjs's own probe is a scalar that never reaches the GPU.
 */
export function probePrecision(webgl: WebGLInternals): Precision {
  const device = currentDevice();
  if (device === null) return "float32";
  const { backend } = device;
  const values = Float32Array.from({ length: SIZE }, (_, i) => (i % 2 === 0 ? 1e-8 : 2048));
  const dataId = backend.write(values, [SIZE], "float32");
  const program = new ElementwiseProgram([SIZE], ["x"], [], ["x"], "return x > 1.0 ? x + 1.0 : x;");
  const input = { dataId, shape: [SIZE], dtype: "float32" as const };
  const out = webgl.runWebGLProgram(program, [input], "float32", [[1]]);
  const got = backend.readSync(out.dataId) as ArrayLike<number>;
  backend.disposeData(dataId);
  backend.disposeData(out.dataId);
  const isFull = Math.abs(got[0] - 1e-8) < 1e-12 && got[1] === 2049;
  return isFull ? "float32" : "float16";
}
