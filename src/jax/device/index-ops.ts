import { sizeOf, type Aval } from "../array/aval";
import type { ConcreteArray } from "../array/concrete";
import type { ScatterKind } from "../array/primitives";
import { lazily } from "./elementwise";
import { allocate, type HostData } from "../array/host-data";
import { checkSize } from "../array/limits";

interface Layout {
  readonly outer: number;
  readonly rows: number;
  readonly inner: number;
}

function layout(x: ConcreteArray, axis: number): Layout {
  const words = x.dtype === "key<fry>" ? 2 : 1;
  return {
    outer: sizeOf(x.shape.slice(0, axis)),
    rows: x.shape[axis],
    inner: sizeOf(x.shape.slice(axis + 1)) * words,
  };
}

/** Rows along an axis by index; indices out of range read the nearest row, as JAX's default does. */
export function gather(
  x: ConcreteArray,
  indices: ConcreteArray,
  axis: number,
  out: Aval,
): ConcreteArray {
  checkSize(sizeOf(out.shape));
  const { outer, rows, inner } = layout(x, axis);
  const data = x.values();
  const at = indices.values();
  const result = allocate(out.dtype, sizeOf(out.shape));
  let to = 0;
  for (let o = 0; o < outer; o++)
    for (let i = 0; i < at.length; i++) {
      const row = Math.min(rows - 1, Math.max(0, at[i]));
      const from = (o * rows + row) * inner;
      for (let k = 0; k < inner; k++) result[to++] = data[from + k];
    }
  return lazily(out, out.shape, result);
}

const COMBINE: { readonly [K in ScatterKind]: (old: number, update: number) => number } = {
  set: (_, update) => update,
  add: (old, update) => old + update,
  mul: (old, update) => old * update,
  min: (old, update) => (update < old || update !== update ? update : old),
  max: (old, update) => (update > old || update !== update ? update : old),
};

/** Changes rows along an axis in order; indices out of range are dropped, repeated ones accumulate. */
export function scatter(
  x: ConcreteArray,
  indices: ConcreteArray,
  updates: ConcreteArray,
  axis: number,
  kind: ScatterKind,
  out: Aval,
): ConcreteArray {
  const { outer, rows, inner } = layout(x, axis);
  const at = indices.values();
  const changes: HostData = updates.values();
  const result = x.values().slice();
  const combine =
    x.dtype === "int32" || x.dtype === "uint32" ? integerCombine(kind) : COMBINE[kind];
  let from = 0;
  for (let o = 0; o < outer; o++)
    for (let i = 0; i < at.length; i++) {
      const row = at[i];
      const to = (o * rows + row) * inner;
      if (row >= 0 && row < rows)
        for (let k = 0; k < inner; k++) result[to + k] = combine(result[to + k], changes[from + k]);
      from += inner;
    }
  return lazily(out, out.shape, result);
}

function integerCombine(kind: ScatterKind): (old: number, update: number) => number {
  return kind === "mul" ? Math.imul : COMBINE[kind];
}
