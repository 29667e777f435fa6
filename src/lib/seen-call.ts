/**
 * What the names of a program's own functions held in one call of it, as the program's realm reports it: the
 * program's word, shown to its writer and judged by nobody.
 */
export type SeenCall = {
  /** The function's name. */
  readonly name: string;
  /** The how many-th call of it, from 1. */
  readonly call: number;
  /** In the order in which they first stood for something. */
  readonly names: readonly SeenName[];
};

/** A name and the arrays and numbers of what it stood for last. */
export type SeenName = {
  readonly name: string;
  /** Where it was given that; null where that is not known. */
  readonly line: number | null;
  readonly leaves: readonly SeenLeaf[];
};

export type SeenLeaf = {
  /** The way to it in JAX's spelling, e.g. `['kernel']`; empty where the value is one array or number. */
  readonly path: string;
  readonly shape: readonly number[];
  /** The first of them, row by row; null where the array had none, as inside `jit`. */
  readonly values: readonly number[] | null;
};

/** How much is kept: calls, calls of one function, names of a call, leaves of a name, numbers of a leaf. */
export const SEEN_CAPS = {
  calls: 32,
  callsOfOne: 3,
  names: 32,
  leaves: 16,
  numbers: 64,
  characters: 80,
} as const;
