import type { KernelBackend, TensorInfo } from "@tensorflow/tfjs-core";
import { GpuLostError } from "./errors";
import type { StartedBackend } from "./started-backend";

export type BackendName = "webgl" | "cpu";
export type { TensorInfo };

/** Where tfjs's WebGL backend keeps the values of one tensor. */
interface TextureData {
  readonly texture: { readonly texture: object } | null | undefined;
  /** Rows and columns in texels. */
  readonly texShape: readonly [number, number] | null | undefined;
  readonly isPacked: boolean | undefined;
  readonly slice: object | null | undefined;
  readonly values: ArrayLike<number> | null;
}

/** The parts of tfjs's WebGL backend that are used directly. */
export interface WebGLInternals {
  readonly texData: {
    get(dataId: object): TextureData | undefined;
  };
  readonly gpgpu: {
    readonly gl: WebGL2RenderingContext;
    bindTextureToFrameBuffer(texture: object): void;
    unbindTextureToFrameBuffer(): void;
  };
  readonly canvas: EventTarget;
  /** The values in order, four a texel, as a new tensor that the caller disposes of. */
  decode(dataId: object): TensorInfo;
  disposeIntermediateTensorInfo(info: TensorInfo): void;
  runWebGLProgram(
    program: object,
    inputs: TensorInfo[],
    dtype: string,
    uniforms?: number[][],
  ): TensorInfo;
}

/** tfjs's WebGL backend, where it is in use. */
export interface Device extends StartedBackend {
  readonly webgl: WebGLInternals;
  /** Elementwise work on host values up to so many elements stays on the host. */
  readonly hostLimit: number;
}

/** A tfjs tensor that one storage owns, with the backend it lives on. */
export interface DeviceTensor {
  readonly info: TensorInfo;
  readonly on: Device;
}

let device: Device | null = null;

/** The running device; null on the CPU, and before one was started: then everything runs on the host. */
export function currentDevice(): Device | null {
  return device;
}

/** Makes a started backend the device. */
export function runOn(next: Device | null): void {
  device = next;
}

type Value = number | string | boolean | readonly number[] | readonly (readonly number[])[];
type Attributes = Readonly<Record<string, Value>>;
type Kernel = (call: {
  inputs: Record<string, TensorInfo> | readonly TensorInfo[];
  attrs: Attributes;
  backend: KernelBackend;
}) => TensorInfo;

const kernels = new Map<string, Kernel>();

/** Runs one tfjs kernel without tfjs's engine: no tape, no scopes. */
export function runKernel(
  on: Device,
  name: string,
  inputs: Record<string, TensorInfo> | readonly TensorInfo[],
  attrs: Attributes,
): TensorInfo {
  let kernel = kernels.get(name);
  if (kernel === undefined) {
    const config = on.getKernel(name);
    if (config === undefined) throw new Error(`tfjs's backend has no kernel ${name}.`);
    // The kernels used here take tensor infos and return one; tfjs's general type also allows lists.
    kernel = config.kernelFunc as unknown as Kernel;
    kernels.set(name, kernel);
  }
  return kernel({ inputs, attrs, backend: on.backend });
}

/** Raises if the GPU context is gone, because tfjs would go on with zeros. */
export function assertAlive(on: Device): void {
  if (on.webgl.gpgpu.gl.isContextLost()) throw new GpuLostError();
}
