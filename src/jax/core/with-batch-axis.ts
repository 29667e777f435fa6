import type { JaxArray } from "../array/array";
import { range } from "../array/aval";
import { broadcastInDim } from "./ops";

/** Gives a value that is the same for all examples a batch axis. */
export function withBatchAxis(x: JaxArray, isBatched: boolean, size: number): JaxArray {
  if (isBatched) return x;
  const dims = range(x.shape.length).map((i) => i + 1);
  return broadcastInDim(x, [size, ...x.shape], dims);
}
