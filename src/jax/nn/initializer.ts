import type { JaxArray } from "../array/array";

/** Makes weights of a shape from a key. */
export type Initializer = (key: unknown, shape: readonly number[], dtype?: string) => JaxArray;
