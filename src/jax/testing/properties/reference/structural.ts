import { range, type Aval } from "../../../array/aval";
import type { ParamsOf } from "../../../array/primitives";
import { at, build, type Grid } from "./grid";

type Args = readonly Grid[];

/** Axes of a result are: batch, the rest of x, the rest of y. */
export function dotGeneral([x, y]: Args, dims: ParamsOf["dot_general"], out: Aval): Grid {
  const { lhsContract, rhsContract, lhsBatch, rhsBatch } = dims;
  const xFree = range(x.shape.length).filter((i) => ![...lhsContract, ...lhsBatch].includes(i));
  const yFree = range(y.shape.length).filter((i) => ![...rhsContract, ...rhsBatch].includes(i));
  const inner = { ...x, shape: lhsContract.map((axis) => x.shape[axis]) };
  return build(out, (p) => {
    const batch = p.slice(0, lhsBatch.length);
    const [fromX, fromY] = [
      p.slice(batch.length, batch.length + xFree.length),
      p.slice(batch.length + xFree.length),
    ];
    const place = (
      rank: number,
      parts: readonly (readonly [readonly number[], readonly number[]])[],
    ): number[] => {
      const position = new Array<number>(rank);
      for (const [axes, values] of parts) axes.forEach((axis, i) => (position[axis] = values[i]));
      return position;
    };
    return build(inner, (k) => {
      const a = place(x.shape.length, [
        [lhsBatch, batch],
        [xFree, fromX],
        [lhsContract, k],
      ]);
      const b = place(y.shape.length, [
        [rhsBatch, batch],
        [yFree, fromY],
        [rhsContract, k],
      ]);
      return at(x, a) * at(y, b);
    }).data.reduce((total, value) => total + value, 0);
  });
}

/** Fill between, before and behind the elements of x. */
export function pad([x, fill]: Args, { config }: ParamsOf["pad"], out: Aval): Grid {
  return build(out, (p) => {
    const source = p.map((each, i) => (each - config[i][0]) / (config[i][2] + 1));
    const inside = source.every((s, i) => Number.isInteger(s) && s >= 0 && s < x.shape[i]);
    return inside ? at(x, source) : fill.data[0];
  });
}

const COMBINE = {
  set: (_: number, update: number) => update,
  add: (old: number, update: number) => old + update,
  mul: (old: number, update: number) => old * update,
  min: Math.min,
  max: Math.max,
};

/** Rows of x along an axis changed one after the other; the indices may have any shape. */
export function scatter([x, indices, updates]: Args, params: ParamsOf["scatter"], out: Aval): Grid {
  const { axis, kind } = params;
  const shape = [...x.shape.slice(0, axis), indices.data.length, ...x.shape.slice(axis + 1)];
  const rows = { ...updates, shape };
  return build(out, (p) =>
    indices.data.reduce(
      (value, row, i) => {
        if (row !== p[axis]) return value;
        return COMBINE[kind](value, at(rows, [...p.slice(0, axis), i, ...p.slice(axis + 1)]));
      },
      at(x, p),
    ),
  );
}
