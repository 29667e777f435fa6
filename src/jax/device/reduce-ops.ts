import { sizeOf, stridesOf, type Aval } from "../array/aval";
import { flushed } from "../array/denormals";
import type { ConcreteArray } from "../array/concrete";
import { filled } from "../array/concrete";
import { deviceReduce } from "./device-structural";
import { lazily, storedValues } from "./elementwise";
import { allocate, type HostData } from "../array/host-data";
import { gatherStrided } from "../array/expand";
import { hostArg, hostCumsum, hostReduce, type ReduceName } from "./host/reduce";
import { prefersDevice } from "./place";
import { dense } from "./shape-ops";

/** Reduces over axes. */
export function reduce(
  name: ReduceName,
  x: ConcreteArray,
  axes: readonly number[],
  out: Aval,
): ConcreteArray {
  const count = axes.reduce((product, axis) => product * x.shape[axis], 1);
  const value = x.uniform();
  if (value !== null && count > 0 && name === "reduce_sum" && x.dtype === "float32")
    return filled(out.shape, out.dtype, out.weak, Math.fround(value) * count);
  const plain = dense(x);
  if (count > 0 && prefersDevice(sizeOf(plain.shape), plain)) {
    const result = deviceReduce(name, plain, axes, out);
    if (result !== null) return result;
  }
  const { data, columns } = arranged(plain, axes);
  const target = allocate(out.dtype, sizeOf(out.shape));
  return lazily(out, out.shape, flushed(hostReduce(name, data, x.dtype, target, count, columns)));
}

/** Values with the reduced axes last, or first if they are first already. */
function arranged(x: ConcreteArray, axes: readonly number[]): { data: HostData; columns: boolean } {
  const rank = x.shape.length;
  const data = storedValues(x);
  if (axes.every((axis) => axis >= rank - axes.length)) return { data, columns: false };
  if (axes.every((axis) => axis < axes.length)) return { data, columns: true };
  return { data: movedLast(x, axes, data), columns: false };
}

function movedLast(x: ConcreteArray, axes: readonly number[], data: HostData): HostData {
  const kept = x.shape.map((_, i) => i).filter((i) => !axes.includes(i));
  const order = [...kept, ...axes];
  const strides = stridesOf(x.shape);
  return gatherStrided(
    data,
    order.map((axis) => strides[axis]),
    order.map((axis) => x.shape[axis]),
    x.dtype,
  );
}

/** Index of the largest or smallest element along an axis. */
export function argReduce(
  x: ConcreteArray,
  axis: number,
  largest: boolean,
  out: Aval,
): ConcreteArray {
  const plain = dense(x);
  const data = movedLast(plain, [axis], storedValues(plain));
  const target = allocate("int32", sizeOf(out.shape));
  return lazily(out, out.shape, hostArg(data, target, x.shape[axis], largest));
}

/** Running sums along an axis. */
export function cumsum(x: ConcreteArray, axis: number, reverse: boolean, out: Aval): ConcreteArray {
  const plain = dense(x);
  const kept = x.shape.map((_, i) => i).filter((i) => i !== axis);
  const order = [...kept, axis];
  const data = movedLast(plain, [axis], storedValues(plain));
  const sums = hostCumsum(data, allocate(out.dtype, data.length), x.shape[axis], reverse);
  const movedStrides = stridesOf(order.map((i) => x.shape[i]));
  const back = x.shape.map((_, i) => movedStrides[order.indexOf(i)]);
  return lazily(out, out.shape, gatherStrided(sums, back, x.shape, out.dtype));
}
