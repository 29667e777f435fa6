import { JaxArray } from "../array/array";
import { ConcreteArray } from "../array/concrete";
import { toArray } from "./as-array";

type Result =
  | { shape: number[]; values: Float32Array; problem: null }
  | { shape: null; values: null; problem: string };

const MAX_DEPTH = 16;
const MAX_ITEMS = 2 ** 16;

/**
 * Reads what a learner's function gave back: an array, a number, or nested lists of numbers and 0-d arrays
 * that are rectangular. Odd values do not throw: `problem` says what was there instead.
 */
export function readResult(value: unknown): Result {
  try {
    return isList(value) ? readList(value) : readArray(value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown reason";
    return failed(`a value that cannot be read (${reason})`);
  }
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function failed(problem: string): Result {
  return { shape: null, values: null, problem };
}

function readArray(value: unknown): Result {
  const array = toArray(value);
  if (array === null || typeof value === "boolean") return failed(nameOf(value));
  if (!(array instanceof ConcreteArray)) return failed("a traced array");
  if (array.dtype === "key<fry>") return failed("an array of random keys");
  return { shape: [...array.shape], values: Float32Array.from(array.values()), problem: null };
}

function readList(list: readonly unknown[]): Result {
  const numbers: number[] = [];
  const shape = collect(list, numbers, 0);
  if (shape === null) return failed(listText(list));
  return { shape, values: Float32Array.from(numbers), problem: null };
}

/** Appends the numbers of a list and gives its shape; null if it is not rectangular or not of numbers. */
function collect(list: readonly unknown[], numbers: number[], depth: number): number[] | null {
  if (depth > MAX_DEPTH) return null;
  let common: number[] | null = null;
  for (const item of list) {
    if (numbers.length > MAX_ITEMS) return null;
    const shape = isList(item) ? collect(item, numbers, depth + 1) : collectArray(item, numbers);
    if (shape === null || (common !== null && common.join() !== shape.join())) return null;
    common = shape;
  }
  return [list.length, ...(common ?? [])];
}

function collectArray(item: unknown, numbers: number[]): number[] | null {
  const { shape, values } = readArray(item);
  if (shape === null || values.length + numbers.length > MAX_ITEMS) return null;
  for (const value of values) numbers.push(value);
  return shape;
}

function listText(list: readonly unknown[]): string {
  const kinds = new Set(list.map((item) => (isList(item) ? "a list" : kindOf(item))));
  const [kind] = kinds;
  const count = `${list.length} ${list.length === 1 ? "item" : "items"}`;
  if (kinds.size === 1 && kind !== undefined && PLURAL[kind] !== undefined)
    return `a list of ${list.length} ${list.length === 1 ? kind.replace(/^an? /, "") : PLURAL[kind]}`;
  return `a list of ${count} that are not all numbers of one shape`;
}

const PLURAL: Readonly<Record<string, string>> = {
  "a string": "strings",
  "a function": "functions",
  "a boolean": "booleans",
  "an object": "objects",
  null: "nulls",
  undefined: "undefined values",
  "a traced array": "traced arrays",
};

function kindOf(value: unknown): string {
  const array = toArray(value);
  if (array !== null && !(array instanceof ConcreteArray)) return "a traced array";
  return value instanceof JaxArray ? "an array" : nameOf(value);
}

function nameOf(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "undefined";
  const kind = typeof value;
  if (kind === "object") return "an object";
  return `a ${kind}`;
}
