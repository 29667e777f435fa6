import { JaxArray } from "../../../array/array";
import { jax, nnx } from "../api";
import type { RecordedArray } from "../matchers";
import { assertEqual, assertRecorded } from "../matchers";

/** A recorded result: arrays in lists and dicts, and plain values. */
export type RecordedTree =
  | RecordedArray
  | string
  | number
  | boolean
  | null
  | readonly RecordedTree[]
  | { readonly [name: string]: RecordedTree };

/** Throws unless a tree has the recorded structure and numbers; variables count as their arrays. */
export function assertTree(actual: unknown, expected: RecordedTree, what = "result"): void {
  if (actual instanceof nnx.Variable) return assertTree(actual.value, expected, what);
  if (expected === null || typeof expected !== "object") {
    assertEqual(String(actual ?? null), String(expected), what);
  } else if (isArray(expected)) {
    assertArray(actual, expected, what);
  } else if (Array.isArray(expected)) {
    const items = [...iterable(actual, what)];
    assertEqual(items.length, expected.length, `length of ${what}`);
    expected.forEach((item, i) => assertTree(items[i], item, `${what}[${i}]`));
  } else {
    if (typeof actual !== "object" || actual === null) throw new Error(`${what} is no dict`);
    assertEqual(Object.keys(actual).sort().join(), Object.keys(expected).join(), `keys of ${what}`);
    for (const [name, value] of Object.entries(expected)) {
      assertTree(Reflect.get(actual, name), value, `${what}.${name}`);
    }
  }
}

function isArray(value: object): value is RecordedArray {
  return "shape" in value && "data" in value;
}

function iterable(value: unknown, what: string): Iterable<unknown> {
  if (Array.isArray(value)) return value;
  throw new Error(`${what} is no list`);
}

function assertArray(actual: unknown, expected: RecordedArray, what: string): void {
  if (!(actual instanceof JaxArray)) throw new Error(`${what} is no array but ${String(actual)}`);
  if (expected.dtype === "float32") return assertRecorded(actual, expected, what);
  const plain = actual.dtype === "key<fry>" ? jax.random.keyData(actual) : actual;
  assertEqual(plain.dtype, expected.dtype, `dtype of ${what}`);
  assertEqual(plain.shape.join(), expected.shape.join(), `shape of ${what}`);
  // Integers are compared exactly: they do not fit into float32.
  assertEqual(String([plain.tolist()].flat(9)), String(expected.data), what);
}
