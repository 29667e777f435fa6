import { fromHost } from "../../jax/array/concrete";
import type { ScatterKind } from "../../jax/array/primitives";
import { asarray } from "../../jax/numpy/creation";
import { roundsOf } from "../../jax/numpy/index-ref";
import { readIndex, writeIndex, type IndexMode } from "../../jax/numpy/indexing";
import type { IndexEntry } from "../../jax/numpy/index-entries";
import { get, put, putAll } from "./slots";
import { decode } from "./values";

/**
 * Index entries from Python: whole numbers, `[start, stop, step]` with null for what is open, null for a
 * new axis, `"'..."` for the axes left out, arrays by number.
 */
function entriesOf(entries: readonly unknown[]): IndexEntry[] {
  return entries.map(
    // Python's side builds only what an entry may be.
    (entry) => (entry === undefined ? null : decode(entry)) as IndexEntry,
  );
}

/** `x[entries]`. */
export function indexed(id: number, ...entries: unknown[]): number {
  return put(readIndex(get(id), entriesOf(entries)));
}

/** `x[i]`. */
export function row(id: number, i: number): number {
  return put(readIndex(get(id), [i]));
}

/** `x.at[entries].kind(values)`. */
export function updated(
  id: number,
  kind: ScatterKind,
  values: number,
  mode: IndexMode | null,
  ...entries: unknown[]
): number {
  return put(writeIndex(get(id), entriesOf(entries), kind, get(values), { mode }));
}

/** `x.at[entries].get(mode=mode, fill_value=fill)`; 0 stands for no fill value. */
export function read(
  id: number,
  mode: IndexMode | null,
  fill: number,
  ...entries: unknown[]
): number {
  const fillValue = fill === 0 ? null : get(fill);
  return put(readIndex(get(id), entriesOf(entries), { mode, fillValue }));
}

/** Flat places that entries name, in rounds with each place at most once: what `x.at[entries].apply` goes over. */
export function indexRounds(id: number, mode: IndexMode | null, ...entries: unknown[]): string {
  const rounds = roundsOf(get(id), entriesOf(entries), { mode });
  return putAll(rounds.map((each) => (each instanceof Int32Array ? asarray(each) : each)));
}

/** Index arrays of whole numbers, from Python's lists. */
export function indexArray(shape: readonly number[], values: ArrayLike<number>): number {
  return put(fromHost([...shape], "int32", false, Int32Array.from(values)));
}
