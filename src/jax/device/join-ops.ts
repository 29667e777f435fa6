import { sizeOf, stridesOf, type Aval } from "../array/aval";
import type { ConcreteArray } from "../array/concrete";
import type { ParamsOf } from "../array/primitives";
import { deviceConcat, devicePad } from "./device-structural";
import { lazily } from "./elementwise";
import { allocate, type HostData } from "../array/host-data";
import { checkSize } from "../array/limits";
import { dense } from "./shape-ops";

/** Joins arrays along one axis. */
export function concatenate(
  args: readonly ConcreteArray[],
  { dimension }: ParamsOf["concatenate"],
  out: Aval,
): ConcreteArray {
  checkSize(sizeOf(out.shape));
  if (out.dtype === "float32" && args.some((x) => x.storage.host === null)) {
    const joined = deviceConcat(args.map(dense), dimension, out);
    if (joined !== null) return joined;
  }
  const words = out.dtype === "key<fry>" ? 2 : 1;
  const result = allocate(out.dtype, sizeOf(out.shape));
  const outer = sizeOf(out.shape.slice(0, dimension));
  const row = sizeOf(out.shape.slice(dimension)) * words;
  let offset = 0;
  for (const x of args) {
    const data = x.values();
    const length = sizeOf(x.shape.slice(dimension)) * words;
    for (let o = 0; o < outer; o++)
      result.set(data.subarray(o * length, (o + 1) * length), o * row + offset);
    offset += length;
  }
  return lazily(out, out.shape, result);
}

/** Surrounds with a value, and spreads elements apart by the interior padding. */
export function pad(
  x: ConcreteArray,
  fill: ConcreteArray,
  { config }: ParamsOf["pad"],
  out: Aval,
): ConcreteArray {
  checkSize(sizeOf(out.shape));
  const plain = dense(x);
  const value = fill.values()[0];
  if (plain.storage.host === null && config.every(([, , interior]) => interior === 0)) {
    const paddings = config.map(([low, high]): [number, number] => [low, high]);
    const padded = devicePad(plain, paddings, value, out);
    if (padded !== null) return padded;
  }
  const result = allocate(out.dtype, sizeOf(out.shape)).fill(value);
  scatterInto(result, plain.values(), x.shape, config, out.shape);
  return lazily(out, out.shape, result);
}

function scatterInto(
  result: HostData,
  data: HostData,
  shape: readonly number[],
  config: ParamsOf["pad"]["config"],
  outShape: readonly number[],
): void {
  const steps = stridesOf(outShape);
  const index = new Array<number>(shape.length).fill(0);
  let to = config.reduce((sum, [low], i) => sum + low * steps[i], 0);
  for (let from = 0; from < data.length; from++) {
    result[to] = data[from];
    for (let d = shape.length - 1; d >= 0; d--) {
      const step = steps[d] * (config[d][2] + 1);
      to += step;
      if (++index[d] < shape[d]) break;
      to -= step * shape[d];
      index[d] = 0;
    }
  }
}
