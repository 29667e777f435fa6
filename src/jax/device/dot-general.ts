import { sizeOf, type Aval, type Shape } from "../array/aval";
import type { ConcreteArray } from "../array/concrete";
import { freeAxes } from "../array/dot-shape";
import type { DotDims } from "../array/primitives";
import { deviceDot, type MatrixOperand } from "./device-dot";
import { lazily, storedValues } from "./elementwise";
import { allocate } from "../array/host-data";
import { hostDot, type DotSize } from "./host/dot";
import { checkSize } from "../array/limits";
import { prefersDeviceDot } from "./place";
import { dense, transpose } from "./shape-ops";

function extent(shape: Shape, axes: readonly number[]): number {
  return axes.reduce((product, axis) => product * shape[axis], 1);
}

/** Brings an operand into matrix form; moves data only if its axes are not in a usable order. */
function asMatrix(
  x: ConcreteArray,
  batch: readonly number[],
  rows: readonly number[],
  cols: readonly number[],
): MatrixOperand {
  const sizes: [number, number, number] = [
    extent(x.shape, batch),
    extent(x.shape, rows),
    extent(x.shape, cols),
  ];
  const inOrder = (order: readonly number[]): boolean => order.every((axis, i) => axis === i);
  if (inOrder([...batch, ...rows, ...cols])) return { array: x, shape: sizes, transposed: false };
  if (inOrder([...batch, ...cols, ...rows]))
    return { array: x, shape: [sizes[0], sizes[2], sizes[1]], transposed: true };
  const permutation = [...batch, ...rows, ...cols];
  const shape = permutation.map((axis) => x.shape[axis]);
  const array = transpose(x, { permutation }, { shape, dtype: x.dtype, weak: x.weak });
  return { array, shape: sizes, transposed: false };
}

/** The general dot product as one batched matrix product. */
export function dotGeneral(
  x: ConcreteArray,
  y: ConcreteArray,
  dims: DotDims,
  out: Aval,
): ConcreteArray {
  checkSize(sizeOf(out.shape));
  const { lhsContract, rhsContract, lhsBatch, rhsBatch } = dims;
  const xFree = freeAxes(x.shape.length, lhsContract, lhsBatch);
  const yFree = freeAxes(y.shape.length, rhsContract, rhsBatch);
  const a = asMatrix(dense(x), lhsBatch, xFree, lhsContract);
  const b = asMatrix(dense(y), rhsBatch, rhsContract, yFree);
  const size: DotSize = {
    batch: extent(x.shape, lhsBatch),
    m: extent(x.shape, xFree),
    k: extent(x.shape, lhsContract),
    n: extent(y.shape, yFree),
  };
  const work = size.batch * size.m * size.n * size.k;
  if (prefersDeviceDot(work, a.array, b.array)) return deviceDot(a, b, out);
  return hostProduct(a, b, size, out);
}

function hostProduct(a: MatrixOperand, b: MatrixOperand, size: DotSize, out: Aval): ConcreteArray {
  const target = allocate(out.dtype, sizeOf(out.shape));
  const left = storedValues(dense(a.array));
  const right = storedValues(dense(b.array));
  const product = hostDot(left, right, target, size, a.transposed, b.transposed);
  return lazily(out, out.shape, product);
}
