import { SEEN_CAPS } from "../../lib/seen-call";
import type { SeenLeaf } from "../../lib/seen-call";
import { JaxArray } from "../array/array";
import { sizeOf } from "../array/aval";
import { keystr } from "../tree/keys";
import { leavesWithPath } from "../tree/path";
import { concreteOf } from "./concrete-value";

/**
 * The arrays and numbers of a value with the way to each, as a look inside a run shows them. What a tracer of
 * differentiation carries is its value; one that is staged or mapped has none. Never throws.
 */
export function readLeaves(value: unknown): SeenLeaf[] {
  try {
    return leavesWithPath(value).flatMap(([path, leaf]) => {
      const read = readLeaf(leaf);
      return read === null ? [] : [{ path: keystr(path).slice(0, SEEN_CAPS.characters), ...read }];
    });
  } catch {
    return [];
  }
}

function readLeaf(leaf: unknown): Omit<SeenLeaf, "path"> | null {
  if (typeof leaf === "number") return { shape: [], values: [leaf] };
  if (!(leaf instanceof JaxArray) || leaf.dtype === "key<fry>") return null;
  const shape = [...leaf.shape];
  const values = concreteOf(leaf)?.values();
  if (values?.length !== sizeOf(shape)) return { shape, values: null };
  return { shape, values: Array.from(values.subarray(0, SEEN_CAPS.numbers), Number) };
}
