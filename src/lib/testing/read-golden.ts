/** Reads the numbers that real JAX and Flax recorded. For tests alone: it needs Node's file system. */
import { readFileSync } from "node:fs";

/** An array as the recorder writes it: floats as exact doubles, infinities and NaN as text. */
export type RecordedArray = {
  shape: number[];
  dtype: string;
  data: (number | boolean | string)[];
};

/** The cases of golden/recordings/<name>.json; the caller says what shape the recorder gave them. */
export function readGolden<T>(name: string): T[] {
  return readGoldenParts<{ cases: T[] }>(name).cases;
}

/** All parts of golden/recordings/<name>.json, without the versions that they were recorded from. */
export function readGoldenParts<T extends object>(name: string): T {
  const address = new URL(`../../../golden/recordings/${name}.json`, import.meta.url);
  const { recorded_from: _versions, ...parts } = JSON.parse(readFileSync(address, "utf8"));
  return parts;
}
