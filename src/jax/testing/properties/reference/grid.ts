import { range, sizeOf, stridesOf, type Aval, type Shape } from "../../../array/aval";

/** An array of the reference: numbers in double precision in row-major order; booleans are 0 and 1. */
export interface Grid extends Aval {
  readonly data: readonly number[];
}

const known = new Map<string, readonly number[][]>();

/** The elements' positions in row-major order. */
function positions(shape: Shape): readonly number[][] {
  const key = shape.join();
  let list = known.get(key);
  if (list === undefined) {
    const strides = stridesOf(shape);
    list = range(sizeOf(shape)).map((at) => shape.map((n, i) => Math.floor(at / strides[i]) % n));
    known.set(key, list);
  }
  return list;
}

/** An array whose elements are a function of their position. */
export function build(aval: Aval, element: (position: readonly number[]) => number): Grid {
  return { ...aval, data: positions(aval.shape).map(element) };
}

/** The element at a position. */
export function at({ shape, data }: Grid, position: readonly number[]): number {
  let offset = 0;
  for (let i = 0; i < shape.length; i++) offset = offset * shape[i] + position[i];
  return data[offset];
}

/** The element at a position of a larger array of the same rank, where axes of length 1 repeat. */
export function repeated({ shape, data }: Grid, position: readonly number[]): number {
  let offset = 0;
  for (let i = 0; i < shape.length; i++)
    offset = offset * shape[i] + (shape[i] === 1 ? 0 : position[i]);
  return data[offset];
}

/** Every position along `axes`, with the other axes as in `position` (the position without them). */
export function fibre(
  shape: Shape,
  axes: readonly number[],
  position: readonly number[],
): number[][] {
  return positions(axes.map((axis) => shape[axis])).map((inner) => {
    let next = 0;
    return shape.map((_, i) => (axes.includes(i) ? inner[axes.indexOf(i)] : position[next++]));
  });
}

/** A position with one coordinate replaced. */
export function moved(position: readonly number[], axis: number, to: number): number[] {
  return position.map((p, i) => (i === axis ? to : p));
}
