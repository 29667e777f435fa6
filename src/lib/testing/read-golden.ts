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
  const text = readFileSync(
    new URL(`../../../golden/recordings/${name}.json`, import.meta.url),
    "utf8",
  );
  const file: { cases: T[] } = JSON.parse(text);
  return file.cases;
}
