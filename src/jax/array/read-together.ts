import { env } from "@tensorflow/tfjs-core";
import type { DType } from "../base/dtype";
import type { HostData } from "./host-data";
import {
  assertAlive,
  type Device,
  type DeviceTensor,
  type TensorInfo,
  type WebGLInternals,
} from "./tfjs";

/** A storage, as far as reading it back knows it. */
export interface Readable {
  readonly dtype: DType;
  /** Number of elements. */
  readonly size: number;
  readonly device: DeviceTensor | null;
  host: HostData | null;
}

/** Texels are read as four floats, whatever the texture holds. */
const CHANNELS = 4;
const TEXEL_BYTES = 16;

/** Larger arrays are read on their own: their copying costs more than the wait. */
const MAX_TEXELS = 2 ** 12;

/** A dense texture with the values of one storage, and where they lie in the buffer. */
interface Source {
  readonly storage: Readable;
  readonly texture: object;
  readonly width: number;
  readonly height: number;
  /** Four values a texel, else one. */
  readonly packed: boolean;
  /** A texture made for this reading alone. */
  readonly temporary: TensorInfo | null;
}

/**
 * Gives small storages that live on a WebGL device alone their values on the host, all with one wait: each
 * texture is copied into one buffer, and only the reading of that buffer waits. What it leaves out
 * (large ones, devices without float downloads) can still be read one by one.
 * Raises {@link GpuLostError} if the context is gone.
 */
export function readTogether(storages: readonly Readable[]): void {
  const on = storages[0]?.device?.on;
  if (on === undefined || !env().getBool("WEBGL_DOWNLOAD_FLOAT_ENABLED")) return;
  const { webgl } = on;
  const sources = storages.flatMap((storage) => sourceOf(storage, on, webgl) ?? []);
  if (sources.length > 1) download(sources, webgl);
  for (const { temporary } of sources)
    if (temporary !== null) webgl.disposeIntermediateTensorInfo(temporary);
  assertAlive(on);
}

function sourceOf(storage: Readable, on: Device, webgl: WebGLInternals): Source | null {
  const { device } = storage;
  if (storage.host !== null || storage.dtype === "bool" || device?.on !== on) return null;
  const data = webgl.texData.get(device.info.dataId);
  // Values that were never uploaded are on the host; a slice shares another array's texture.
  if (!data?.texture || !data.texShape || data.slice) return null;
  if (storage.size > MAX_TEXELS) return null;
  if (data.isPacked) return decoded(storage, device, webgl);
  const [height, width] = data.texShape;
  const { texture } = data.texture;
  return { storage, texture, width, height, packed: false, temporary: null };
}

/** A packed texture holds its values in blocks of 2 × 2; tfjs has a program that puts them in order. */
function decoded(storage: Readable, { info }: DeviceTensor, webgl: WebGLInternals): Source | null {
  const temporary = webgl.decode(info.dataId);
  const data = webgl.texData.get(temporary.dataId);
  if (!data?.texture || !data.texShape) return null;
  // tfjs counts a dense texture's rows and columns in values, two of them to a texel either way.
  const [height, width] = data.texShape.map((values) => values / 2);
  return { storage, texture: data.texture.texture, width, height, packed: true, temporary };
}

function download(sources: readonly Source[], { gpgpu }: WebGLInternals): void {
  const { gl } = gpgpu;
  const texels = sources.reduce((sum, { width, height }) => sum + width * height, 0);
  const buffer = gl.createBuffer();
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
  gl.bufferData(gl.PIXEL_PACK_BUFFER, texels * TEXEL_BYTES, gl.STREAM_READ);
  let at = 0;
  for (const { texture, width, height } of sources) {
    gpgpu.bindTextureToFrameBuffer(texture);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.FLOAT, at * TEXEL_BYTES);
    at += width * height;
  }
  gpgpu.unbindTextureToFrameBuffer();
  const all = new Float32Array(texels * CHANNELS);
  gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, all);
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  gl.deleteBuffer(buffer);
  at = 0;
  for (const { storage, width, height, packed } of sources) {
    storage.host = valuesAt(all, at * CHANNELS, storage.size, packed);
    at += width * height;
  }
}

function valuesAt(all: Float32Array, start: number, size: number, packed: boolean): Float32Array {
  if (packed) return all.slice(start, start + size);
  const values = new Float32Array(size);
  for (let i = 0; i < size; i++) values[i] = all[start + i * CHANNELS];
  return values;
}
